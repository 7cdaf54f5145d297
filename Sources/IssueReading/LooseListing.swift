import EventModel

/// The forms of 2014 and 2015: prose or a link, the date anywhere.
///
///     * [Rust Paris, Nov 17](https://…)
///     * [Rust Berlin Hack and Learn][rust-berlin]: December 9th
///
/// Each further link that a date follows is another event of the same item.
struct LooseListing {
  /// Reads an item; false where no date stands in it.
  static func read(_ item: ListItem, into reader: inout SectionReader) -> Bool {
    let zones = zones(item.text, reader.links(item.text), reader.buffer)
    var wasRead = false
    for zone in zones where read(zone, of: item, into: &reader) { wasRead = true }
    return wasRead
  }

  /// A piece of an item that has one date.
  private struct Zone {
    /// The piece; it begins where a link does, the first one with the item.
    var range: Range<Int>
    /// Its links.
    var links: [InlineLink]
    /// Where its date begins.
    var dateOffset: Int
  }

  private static func zones(
    _ text: Range<Int>, _ links: [InlineLink], _ buffer: [UInt8]
  ) -> [Zone] {
    var zones: [Zone] = []
    var start = text.lowerBound
    var firstLink = 0
    for index in 0..<max(links.count, 1) {
      let isLast = index + 1 >= links.count
      let end = isLast ? text.upperBound : links[index + 1].whole.lowerBound
      let link = index < links.count ? links[index] : nil
      let partStart = index == 0 ? text.lowerBound : links[index].whole.lowerBound
      guard let offset = dateOffset(partStart..<end, link, buffer) else { continue }
      zones.append(
        Zone(
          range: start..<end, links: Array(links[firstLink...].prefix(index + 1 - firstLink)),
          dateOffset: offset))
      start = end
      firstLink = index + 1
    }
    // What follows the last date belongs to its event.
    if let last = zones.last {
      zones[zones.count - 1].range = last.range.lowerBound..<text.upperBound
      if firstLink < links.count { zones[zones.count - 1].links += links[firstLink...] }
    }
    return zones
  }

  /// The first date of a range with one link, outside of the link's target.
  private static func dateOffset(
    _ range: Range<Int>, _ link: InlineLink?, _ buffer: [UInt8]
  ) -> Int? {
    guard let link else { return SpelledDateGrammar.firstOffset(of: range, in: buffer) }
    return SpelledDateGrammar.firstOffset(of: range.lowerBound..<link.whole.lowerBound, in: buffer)
      ?? SpelledDateGrammar.firstOffset(of: link.text, in: buffer)
      ?? SpelledDateGrammar.firstOffset(of: link.whole.upperBound..<range.upperBound, in: buffer)
  }

  private static func read(
    _ zone: Zone, of item: ListItem, into reader: inout SectionReader
  ) -> Bool {
    let buffer = reader.buffer
    let inside = zone.links
    let offset = zone.dateOffset
    let dated = inside.first { $0.text.contains(offset) }
    let grammar = SpelledDateGrammar(issueDate: reader.issueDate)
    let end = dated?.text.upperBound ?? zone.range.upperBound
    switch grammar.read(buffer, from: offset, to: end) {
    case .none: return false
    case .invalid(let range): reader.reportInvalidDate(item.main, range)
    case .field(let date):
      let text = text(zone.range, inside, dated, date, buffer)
      let listing = OlderListing(
        heading: PlacedTitle(text.buffer, text.range, heading: reader.heading))
      listing.append(
        OlderListing.Piece(
          range: zone.range, links: inside, link: text.link, isAllTitle: text.isAll,
          date: date.range),
        date, of: item, to: &reader)
    }
    return true
  }

  /// The link's text, else the whole text, without the date.
  private static func text(
    _ zone: Range<Int>, _ links: [InlineLink], _ dated: InlineLink?, _ date: DateField,
    _ buffer: [UInt8]
  ) -> OlderText {
    if let link = dated { return without(date, in: link.text, buffer, link) }
    if let link = links.first(where: { $0.target != nil || $0.label != $0.text }) {
      return OlderText(buffer: buffer, range: link.text, link: link)
    }
    return without(date, in: OlderText.withoutStop(buffer, zone), buffer, nil)
  }

  /// A text without its date, the separator or preposition before it, and brackets around it.
  private static func without(
    _ date: DateField, in text: Range<Int>, _ buffer: [UInt8], _ link: InlineLink?
  ) -> OlderText {
    var before = OlderText.trimmedMarks(buffer, text.lowerBound..<date.range.lowerBound)
    var after = OlderText.trimmedMarks(
      buffer, date.range.upperBound..<max(date.range.upperBound, text.upperBound))
    while before.isEmpty, let first = after.first, buffer[first] == ASCII.fullStop {
      after = OlderText.trimmedMarks(buffer, first + 1..<after.upperBound)
    }
    if let last = before.last, let first = after.first, buffer[last] == ASCII.leftParenthesis,
      buffer[first] == ASCII.rightParenthesis
    {
      before = OlderText.trimmedMarks(buffer, before.lowerBound..<last)
      after = OlderText.trimmedMarks(buffer, first + 1..<after.upperBound)
    }
    if let preposition = prepositions.first(where: { ends(before, with: $0, buffer) }) {
      before = OlderText.trimmedMarks(
        buffer, before.lowerBound..<before.upperBound - preposition.count)
    }
    if after.isEmpty || after.allSatisfy({ buffer[$0].isPunctuation }) {
      return OlderText(buffer: buffer, range: before, link: link, isAll: link == nil)
    }
    if before.isEmpty {
      return OlderText(buffer: buffer, range: after, link: link, isAll: link == nil)
    }
    let bytes = Array(buffer[before]) + [ASCII.space] + Array(buffer[after])
    return OlderText(buffer: bytes, range: 0..<bytes.count, link: link, isAll: link == nil)
  }

  private static func ends(_ text: Range<Int>, with word: [UInt8], _ buffer: [UInt8]) -> Bool {
    let start = text.upperBound - word.count
    return start > text.lowerBound && buffer[start - 1].isSpace
      && buffer.hasWord(word, at: start, to: text.upperBound)
  }

  private static let prepositions = ["on", "from"].map(word)
}
