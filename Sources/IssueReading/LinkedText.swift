import EventModel

/// A piece of a line as its links, and the text beside them: the group's field, an indented item.
struct LinkedText {
  /// A link with its text as plain text; `url` is nil for brackets without a target.
  struct Entry {
    var title: Text
    var url: Text?
    var isBroken: Bool
    var offset: Int
  }

  /// The first link; nil where there is none.
  var first: Entry?
  /// The links behind the first, in their order.
  var others: [Entry] = []
  /// The text beside them, joined by spaces; nil where there is nothing but joiners.
  var note: Text?

  /// All links.
  var entries: [Entry] { first.map { [$0] + others } ?? [] }

  /// Reads a range, in which brackets without target count only where there is no link.
  init(
    _ buffer: [UInt8], _ range: Range<Int>, scanner: inout LinkScanner,
    definitions: inout LinkDefinitions
  ) {
    scanner.scan(buffer, range)
    let range = buffer.trimmed(range)
    // Nearly always one link is all there is.
    if scanner.links.count == 1, scanner.links[0].whole == range,
      let target = scanner.links[0].target, !target.isEmpty
    {
      first = Self.entry(buffer, scanner.links[0], PlainText.target(buffer, target))
      return
    }
    readSeveral(buffer, range, scanner.links, &definitions)
  }

  private mutating func readSeveral(
    _ buffer: [UInt8], _ range: Range<Int>, _ links: [InlineLink],
    _ definitions: inout LinkDefinitions
  ) {
    var targets: [Text?] = []
    for link in links {
      var target = link.target.map { PlainText.target(buffer, $0) }
      if target == nil, let label = link.label { target = definitions.target(buffer, label) }
      targets.append(target?.nonEmpty)
    }
    // `[Name]()` is a link whose target is missing; `[Name]` is one only if there is no other.
    let areLinks = zip(links, targets).map { $0.target != nil || $1 != nil }
    let hasLinks = areLinks.contains(true)
    var used: [Range<Int>] = []
    for (index, link) in links.enumerated() where areLinks[index] || !hasLinks {
      let entry = Self.entry(buffer, link, targets[index])
      used.append(link.whole)
      if first == nil { first = entry } else { others.append(entry) }
      // Without any link the first brackets are the title, the others are text.
      if !hasLinks { break }
    }
    note = Self.note(buffer, range, without: used)
  }

  private static func entry(
    _ buffer: [UInt8], _ link: InlineLink, _ target: Text?
  ) -> Entry {
    Entry(
      title: PlainText.make(buffer, link.text), url: target,
      isBroken: link.isBroken || target == nil, offset: link.whole.lowerBound)
  }

  /// The text of a range without its links, and without what only joins them.
  static func note(
    _ buffer: [UInt8], _ range: Range<Int>, without links: [Range<Int>]
  ) -> Text? {
    var pieces: [Range<Int>] = []
    var offset = range.lowerBound
    for link in links + [range.upperBound..<range.upperBound] {
      let piece = trimmedJoiners(buffer, offset..<max(offset, link.lowerBound))
      if !piece.isEmpty { pieces.append(piece) }
      offset = max(offset, link.upperBound)
    }
    if pieces.count == 1 { return PlainText.make(buffer, pieces[0]).nonEmpty }
    var joined: [UInt8] = []
    for piece in pieces {
      if !joined.isEmpty { joined.append(ASCII.space) }
      joined += buffer[piece]
    }
    return joined.isEmpty ? nil : PlainText.make(joined, 0..<joined.count).nonEmpty
  }

  /// The range without what only joins links: bars, `and`, punctuation, stray brackets.
  private static func trimmedJoiners(_ buffer: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    let opening = [ASCII.leftParenthesis, ASCII.leftBracket, ASCII.quotationMark]
    let closing = [
      ASCII.rightParenthesis, ASCII.rightBracket, ASCII.quotationMark, ASCII.exclamationMark,
    ]
    while start < end, isJoiner(buffer[start]), !opening.contains(buffer[start]) { start += 1 }
    while end > start, isJoiner(buffer[end - 1]), !closing.contains(buffer[end - 1]) { end -= 1 }
    // Marks that touch the text are its emphasis.
    while start < end, start > range.lowerBound, isMark(buffer[start - 1]) { start -= 1 }
    while start < end, end < range.upperBound, isMark(buffer[end]) { end += 1 }
    let rest = buffer.trimmed(start..<end)
    if rest.allSatisfy({ buffer[$0].isPunctuation }) { return rest.lowerBound..<rest.lowerBound }
    let isAnd = joinerWords.contains {
      $0.count == rest.count && buffer.hasWord($0, at: rest.lowerBound, to: rest.upperBound)
    }
    return isAnd ? rest.lowerBound..<rest.lowerBound : rest
  }

  private static func isJoiner(_ byte: UInt8) -> Bool { byte.isSpace || byte.isPunctuation }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == ASCII.asterisk || byte == ASCII.underscore || byte == ASCII.backtick
  }

  private static let joinerWords = [
    word("and"), word("&"), word("with"), word("–"), word("—"), word("by"), word("at"), word("on"),
  ]
}
