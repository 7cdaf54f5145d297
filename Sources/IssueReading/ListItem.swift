import EventModel

/// A list item of the events section, with the indented ones below it.
struct ListItem {
  /// A line of the item: its text behind the bullet, and where it stands.
  struct Line {
    /// The text, without bullet and white space at its ends.
    var content: Range<Int>
    /// The offset of the line's first byte.
    var start: Int
    /// The line's number in the file.
    var number: Int

    /// The place of an offset of this line.
    func location(of offset: Int) -> SourceLocation {
      SourceLocation(line: number, column: offset - start + 1)
    }
  }

  /// The item's own line.
  var main: Line
  /// The width of the white space before its bullet.
  var indentation: Int
  /// The indented items.
  var subitems: [Line] = []
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
