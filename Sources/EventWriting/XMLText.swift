/// Character data and attribute values of XML 1.0 §2.4: the writer cleans what §2.2 does not allow.
enum XMLText: TextForm {
  static let comma: StaticString = ", "
  static let semicolon: StaticString = "; "
  static let lineBreak: StaticString = "\n"

  @inline(__always)
  static func marks(in word: UInt64) -> UInt64 {
    PlainText.marks(in: word) | WordOfBytes.equal(word, to: UInt8(ascii: "&"))
      | WordOfBytes.equal(word, to: UInt8(ascii: "<"))
      | WordOfBytes.equal(word, to: UInt8(ascii: ">")) | WordOfBytes.equal(word, to: ASCII.quote)
  }

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    escape(byte) != nil || PlainText.isSpecial(byte)
  }

  @inline(__always)
  static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case ASCII.quote: "&quot;"
    default: nil
    }
  }
}
