import EventModel

/// A list item of the events section, with the indented ones below it.
package struct ListItem: Sendable {
  /// A line of the item: its text behind the bullet, and where it stands.
  package struct Line: Sendable {
    /// The text, without bullet and white space at its ends.
    package var content: Range<Int>
    /// The offset of the line's first byte.
    package var start: Int
    /// The line's number in the file.
    package var number: Int

    /// The place of an offset of this line.
    func location(of offset: Int) -> SourceLocation {
      SourceLocation(line: number, column: offset - start + 1)
    }
  }

  /// The item's own line.
  package var main: Line
  /// The width of the white space before its bullet.
  package var indentation: Int
  /// Whether it begins with a date and its year, as all do since 2022-03.
  package var isDated = false
  /// The indented items.
  package var subitems: [Line] = []
  /// The lines without bullet that continue the item's own (CommonMark §5.2), where it is of the
  /// older forms: the offset behind the last, and their number.
  private var continuation: (end: Int, lines: Int)?

  /// Most lines that continue an item; real ones have one or two.
  private static let continuationLimit = 8

  init(main: Line, indentation: Int, isDated: Bool, subitems: [Line]) {
    self.main = main
    self.indentation = indentation
    self.isDated = isDated
    self.subitems = subitems
  }

  /// The item's text with the lines that continue it.
  package var text: Range<Int> {
    main.content.lowerBound..<(continuation?.end ?? main.content.upperBound)
  }

  /// Takes a line as the continuation of the text, if it stands right below it.
  mutating func extend(with line: Line, in buffer: [UInt8]) {
    guard isContinued(by: line),
      // Not behind a comment, which is no text.
      (text.upperBound..<line.content.lowerBound).allSatisfy({ buffer[$0].isSpace })
    else { return }
    continuation = (line.content.upperBound, (continuation?.lines ?? 0) + 1)
  }

  private func isContinued(by line: Line) -> Bool {
    let lines = continuation?.lines ?? 0
    return !isDated && subitems.isEmpty && lines < Self.continuationLimit
      && line.number == main.number + lines + 1
  }

  /// Whether the text still lacks its date or the end of a link, and the line may bring it.
  func isUnfinished(before line: Line, in buffer: [UInt8]) -> Bool {
    guard isContinued(by: line) else { return false }
    var depth = 0
    for offset in text {
      if buffer[offset] == ASCII.leftBracket { depth += 1 }
      if buffer[offset] == ASCII.rightBracket { depth -= 1 }
    }
    return depth > 0 || SpelledDateGrammar.firstOffset(of: text, in: buffer) == nil
  }
}

/// What a line of the section is, by its first characters.
struct LineShape {
  /// The kinds of lines.
  enum Kind { case blank, heading, item, definition, text }

  /// The kind.
  var kind: Kind
  /// The width of the white space that it begins with; a tab counts as four.
  var indentation: Int
  /// The text behind bullet or marks.
  var content: Range<Int>

  /// Looks at a line.
  init(_ buffer: [UInt8], _ line: Range<Int>) {
    indentation = 0
    let text = buffer.trimmed(line)
    content = text
    for offset in line.lowerBound..<text.lowerBound {
      indentation += buffer[offset] == ASCII.tab ? 4 : 1
    }
    guard let first = text.first else {
      kind = .blank
      return
    }
    switch buffer[first] {
    case ASCII.numberSign where indentation < 4:
      kind = .heading
      let marks = text.prefix { buffer[$0] == ASCII.numberSign }.count
      content = buffer.trimmed(first + marks..<text.upperBound)
    case ASCII.asterisk, ASCII.hyphen, ASCII.plus:
      // A bullet needs white space behind it, else it is emphasis or a rule; `*[Title](url)` and
      // `*2026-…` are slips.
      let next = first + 1
      let isBullet =
        next < text.upperBound
        && (buffer.spaceWidth(at: next, to: text.upperBound) > 0
          || buffer[next] == ASCII.leftBracket || buffer[next].isDigit)
      kind = isBullet ? .item : .text
      if isBullet { content = buffer.trimmed(next..<text.upperBound) }
    case 0xE2 where Self.isBulletCharacter(buffer, at: first, to: text.upperBound):
      kind = .item
      content = buffer.trimmed(first + 3..<text.upperBound)
    case ASCII.leftBracket where Self.isDefinition(buffer, text):
      kind = .definition
    default: kind = .text
    }
  }

  /// U+2022, pasted from elsewhere.
  private static func isBulletCharacter(_ buffer: [UInt8], at offset: Int, to end: Int) -> Bool {
    offset + 2 < end && buffer[offset + 1] == 0x80 && buffer[offset + 2] == 0xA2
  }

  /// CommonMark §4.7: `[label]: target`.
  static func isDefinition(_ buffer: [UInt8], _ text: Range<Int>) -> Bool {
    guard let closing = buffer.firstOffset(of: ASCII.rightBracket, in: text),
      closing + 2 < text.upperBound, buffer[closing + 1] == ASCII.colon
    else { return false }
    let target = buffer.trimmed(closing + 2..<text.upperBound)
    return !target.contains { buffer[$0].isSpace }
  }
}
