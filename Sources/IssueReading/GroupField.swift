import EventModel

/// What stands behind the place: the groups, and what else is written beside them.
struct GroupField {
  /// The linked names; without any the unlinked text.
  var organizers: [Organizer]
  /// Links that say that they are no group.
  var links: [Link]
  /// The text beside the links.
  var note: Text?
}

/// Reads the group's field and indented items: links, and the text beside them.
struct LinkedText {
  /// A link with its text as plain text; `url` is nil for brackets without a target.
  struct Entry {
    var title: Text
    var url: Text?
    var isBroken: Bool
    var offset: Int
  }

  /// The links, in their order.
  var entries: [Entry]
  /// The text beside them, joined by spaces; nil where there is nothing but joiners.
  var note: Text?

  /// Reads a range. Brackets without target count only where no link has one.
  init(
    _ buffer: [UInt8], _ range: Range<Int>, scanner: inout LinkScanner,
    definitions: LinkDefinitions
  ) {
    scanner.scan(buffer, range)
    let resolved = scanner.links.map { link -> (link: InlineLink, target: Text?) in
      let target =
        link.target.map { PlainText.target(buffer, $0) }
        ?? link.label.flatMap { definitions.target(buffer, $0) }
      return (link, target.flatMap { $0.isEmpty ? nil : $0 })
    }
    let hasTargets = resolved.contains { $0.target != nil }
    let used = hasTargets ? resolved.filter { $0.target != nil } : Array(resolved.prefix(1))
    entries = used.map { link, target in
      Entry(
        title: PlainText.make(buffer, link.text), url: target,
        isBroken: link.isBroken || target == nil, offset: link.whole.lowerBound)
    }
    note = nil
    // Nearly always one link is all there is.
    if used.count == 1, buffer.trimmed(range) == used[0].link.whole { return }
    note = Self.note(buffer, range, without: used.map(\.link.whole))
  }

  private static func note(
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
    let opening = [ASCII.leftParenthesis, ASCII.quotationMark]
    let closing = [ASCII.rightParenthesis, ASCII.quotationMark, ASCII.exclamationMark]
    while start < end, isJoiner(buffer[start]), !opening.contains(buffer[start]) { start += 1 }
    while end > start, isJoiner(buffer[end - 1]), !closing.contains(buffer[end - 1]) { end -= 1 }
    let rest = buffer.trimmed(start..<end)
    if rest.allSatisfy({ buffer[$0].isPunctuation }) { return rest.lowerBound..<rest.lowerBound }
    let isAnd = joinerWords.contains {
      $0.count == rest.count && buffer.hasWord($0, at: rest.lowerBound, to: rest.upperBound)
    }
    return isAnd ? rest.lowerBound..<rest.lowerBound : rest
  }

  private static func isJoiner(_ byte: UInt8) -> Bool { byte.isSpace || byte.isPunctuation }

  private static let joinerWords = [
    word("and"), word("&"), word("with"), word("–"), word("—"), word("by"), word("at"),
  ]
}

extension Text {
  /// The text, or nil where there is none.
  var nonEmpty: Text? { isEmpty ? nil : self }
}

extension GroupField {
  /// Reads the field that a range holds.
  init(
    _ buffer: [UInt8], _ range: Range<Int>, scanner: inout LinkScanner,
    definitions: LinkDefinitions
  ) {
    let text = LinkedText(buffer, range, scanner: &scanner, definitions: definitions)
    organizers = []
    links = []
    note = text.note
    for entry in text.entries where !entry.title.isEmpty {
      if let url = entry.url, LinkWords.isNoGroup(entry.title), !organizers.isEmpty {
        links.append(Link(title: entry.title, url: url))
      } else {
        organizers.append(Organizer(name: entry.title, url: entry.url))
      }
    }
    if organizers.isEmpty, let name = note {
      organizers = [Organizer(name: name, url: nil)]
      note = nil
    }
  }
}
