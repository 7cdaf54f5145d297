/// JSON that stands in a `script` element of HTML.
///
/// No character is left with which a reader of HTML, of XML or of lines could end the text: `<`, `>`,
/// `&`, all controls, breaks between lines, marks of direction and noncharacters are written as
/// `\u` and four digits (RFC 8259 §7). Reading the JSON gives the text again, whatever it is.
indirect enum LinkedDataText {
  case string(String)
  case bool(Bool)
  /// Millionths, written as a decimal fraction.
  case millionths(Int32)
  case list([LinkedDataText])
  case object([Member])

  /// A member of an object; one without value is left out.
  struct Member {
    let name: StaticString
    let value: LinkedDataText?

    init(_ name: StaticString, _ value: LinkedDataText?) {
      self.name = name
      self.value = value
    }

    /// A member that is a string.
    init(_ name: StaticString, text: String?) { self.init(name, text.map { .string($0) }) }
  }

  /// The JSON as text.
  var text: String {
    var buffer = OutputBuffer(capacity: 1_024)
    append(to: &buffer, isOutermost: true)
    return buffer.string
  }

  private func append(to buffer: inout OutputBuffer, isOutermost: Bool = false) {
    switch self {
    case .string(let text): Self.append(text, to: &buffer)
    case .bool(let value): buffer.append(value ? "true" : "false")
    case .millionths(let number): buffer.append(millionths: number)
    case .list(let values):
      buffer.append(ASCII.leftBracket)
      for (index, value) in values.enumerated() {
        if index > 0 { buffer.append(ASCII.comma) }
        if isOutermost { buffer.append(ASCII.lineFeed) }
        value.append(to: &buffer)
      }
      if isOutermost { buffer.append(ASCII.lineFeed) }
      buffer.append(ASCII.rightBracket)
    case .object(let members): Self.append(members, to: &buffer, isOutermost)
    }
  }

  private static func append(
    _ members: [Member], to buffer: inout OutputBuffer, _ isOutermost: Bool
  ) {
    buffer.append(ASCII.leftBrace)
    var isFirst = true
    for member in members {
      guard let value = member.value else { continue }
      if !isFirst { buffer.append(ASCII.comma) }
      if isOutermost { buffer.append(ASCII.lineFeed) }
      isFirst = false
      buffer.append(ASCII.quote)
      buffer.append(member.name)
      buffer.append("\":")
      value.append(to: &buffer)
    }
    if isOutermost { buffer.append(ASCII.lineFeed) }
    buffer.append(ASCII.rightBrace)
  }

  private static func append(_ text: String, to buffer: inout OutputBuffer) {
    buffer.append(ASCII.quote)
    if text.utf8.allSatisfy(isPlain) {
      buffer.append(text.utf8.span)
    } else {
      for scalar in text.unicodeScalars { append(scalar, to: &buffer) }
    }
    buffer.append(ASCII.quote)
  }

  private static func append(_ scalar: Unicode.Scalar, to buffer: inout OutputBuffer) {
    if needsEscape(scalar) {
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        buffer.append("\\u")
        buffer.append(ASCII.hexadecimal(UInt8(truncatingIfNeeded: unit >> 12)))
        buffer.append(ASCII.hexadecimal(UInt8(truncatingIfNeeded: unit >> 8 & 0x0F)))
        buffer.append(ASCII.hexadecimal(UInt8(truncatingIfNeeded: unit >> 4 & 0x0F)))
        buffer.append(ASCII.hexadecimal(UInt8(truncatingIfNeeded: unit & 0x0F)))
      }
    } else {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { buffer.append(byte) }
    }
  }

  /// Whether a byte is an ASCII character that is written as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<ASCII.space, ASCII.delete...0xFF: false
    case ASCII.quote, ASCII.backslash, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
      false
    default: true
    }
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    if let byte = UInt8(exactly: scalar.value), byte < 0x80 { return !isPlain(byte) }
    switch scalar.value {
    case 0x80...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: return true
    default: return VisibleText.isNoncharacter(scalar)
    }
  }
}
