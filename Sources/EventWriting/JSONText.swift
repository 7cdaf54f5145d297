import EventModel

/// Strings of JSON: RFC 8259 §7.
enum JSONText: RunScan {
  @inline(__always)
  static func marks(in word: UInt64) -> UInt64 {
    WordOfBytes.less(word, than: ASCII.space) | WordOfBytes.equal(word, to: ASCII.quote)
      | WordOfBytes.equal(word, to: ASCII.backslash)
  }

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    byte < ASCII.space || byte == ASCII.quote || byte == ASCII.backslash
  }

  /// Appends a text as a string with its quotes.
  static func append(_ text: Text, to buffer: inout OutputBuffer) {
    let bytes = text.buffer.span.extracting(text.range)
    buffer.append(ASCII.quote)
    var offset = 0
    while true {
      let end = runEnd(in: bytes, from: offset)
      if end > offset { buffer.append(bytes.extracting(offset..<end)) }
      if end == bytes.count { break }
      appendEscape(bytes[end], to: &buffer)
      offset = end + 1
    }
    buffer.append(ASCII.quote)
  }

  private static func appendEscape(_ byte: UInt8, to buffer: inout OutputBuffer) {
    switch byte {
    case ASCII.quote: buffer.append("\\\"")
    case ASCII.backslash: buffer.append("\\\\")
    case ASCII.lineFeed: buffer.append("\\n")
    case ASCII.carriageReturn: buffer.append("\\r")
    case ASCII.tab: buffer.append("\\t")
    default:
      buffer.append("\\u00")
      buffer.append(ASCII.hexadecimal(byte >> 4))
      buffer.append(ASCII.hexadecimal(byte & 0x0F))
    }
  }
}
