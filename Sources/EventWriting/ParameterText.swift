import EventModel

/// The value of a parameter in quotes: RFC 5545 §3.2.
///
/// It can hold neither controls nor quotes, and no escape says them that all clients know.
enum ParameterText: TextForm {
  static let comma: StaticString = ", "
  static let semicolon: StaticString = "; "
  static let lineBreak: StaticString = " "

  @inline(__always)
  static func marks(in word: UInt64) -> UInt64 {
    PlainText.marks(in: word) | WordOfBytes.equal(word, to: ASCII.quote)
  }

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    byte == ASCII.quote || PlainText.isSpecial(byte)
  }

  @inline(__always)
  static func escape(_ byte: UInt8) -> StaticString? { byte == ASCII.quote ? "'" : nil }

  /// The text as it may stand in quotes; nil where nothing is left of it.
  static func cleaned(_ text: Text) -> Text? {
    var buffer = OutputBuffer(capacity: text.count + 8)
    append(text, to: &buffer)
    return buffer.isEmpty ? nil : Text(buffer.string)
  }
}
