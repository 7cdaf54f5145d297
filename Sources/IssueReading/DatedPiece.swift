import EventModel

/// A piece of an item that begins with its date: all of it, or what a further link begins whose
/// text has another date.
struct DatedPiece {
  /// The piece.
  var range: Range<Int>
  /// Its links.
  var links: [InlineLink]
  /// The link whose text begins with the date; nil where the date stands before any link.
  var own: InlineLink?
  /// The date.
  var reading: DateReading

  /// The pieces of an item; none where it does not begin with a date.
  static func all(of item: ListItem, in reader: inout SectionReader) -> [DatedPiece] {
    let buffer = reader.buffer
    let first = SpelledDateGrammar.textStart(buffer, item.text)
    guard
      SpelledDateGrammar.hasDate(buffer, at: first, to: item.text.upperBound)
        || SpelledDate(buffer, at: first, to: item.text.upperBound, years: 0...0) != nil
    else { return [] }
    let links = reader.links(item.text)
    let starts =
      [item.text.lowerBound]
      + links.filter {
        $0.text.lowerBound > first && SpelledDateGrammar.beginsListing(buffer, $0.text)
      }.map(\.whole.lowerBound)
    let ends = starts.dropFirst() + [item.text.upperBound]
    var rest = links[...]
    return zip(starts, ends).map { start, end in
      let inside = rest.prefix { $0.whole.lowerBound < end }
      rest = rest.dropFirst(inside.count)
      return DatedPiece(start..<end, Array(inside), reader)
    }
  }

  private init(_ range: Range<Int>, _ links: [InlineLink], _ reader: SectionReader) {
    self.range = range
    self.links = links
    let start = SpelledDateGrammar.textStart(reader.buffer, range)
    own = links.first { $0.text.lowerBound <= start && start < $0.text.upperBound }
    reading = SpelledDateGrammar(issueDate: reader.issueDate).read(
      reader.buffer, from: start, to: own?.text.upperBound ?? range.upperBound)
  }

  /// Where the text ends that begins with the date: the link's, or the piece's.
  var textEnd: Int { own?.text.upperBound ?? range.upperBound }

  /// The offset of the bar behind the date, where one stands.
  func bar(in buffer: [UInt8]) -> Int? {
    guard case .field(let date) = reading else { return nil }
    var offset = buffer.skippingSpaces(from: date.range.upperBound, to: textEnd)
    while offset < textEnd, buffer[offset] == ASCII.asterisk { offset += 1 }
    offset = buffer.skippingSpaces(from: offset, to: textEnd)
    return offset < textEnd && buffer[offset] == ASCII.pipe ? offset : nil
  }

  /// The text behind the date, without what parts the two: `.`, `,`, `:`, a dash, emphasis.
  func body(behind date: DateField, in buffer: [UInt8]) -> Range<Int> {
    var offset = date.range.upperBound
    while offset < textEnd, [ASCII.asterisk, ASCII.underscore].contains(buffer[offset]) {
      offset += 1
    }
    while offset < textEnd, Self.marks.contains(buffer[offset]) { offset += 1 }
    offset = buffer.skippingSpaces(from: offset, to: textEnd)
    let width = DashParts.dashWidth(buffer, at: offset, to: textEnd)
    if width > 0 {
      let next = buffer.skippingSpaces(from: offset + width, to: textEnd)
      // `-flag` is text, `- title` is not.
      if next > offset + width || next == textEnd { offset = next }
    }
    return offset..<max(offset, textEnd)
  }

  private static let marks = [ASCII.fullStop, ASCII.comma, ASCII.colon]
}
