/// What becomes of a character that calendars, tables and terminals stumble over.
enum CharacterCare {
  /// It is written as it is.
  case plain
  /// It is white space: written as it is, but not at the ends.
  case blank
  /// It is written as a space.
  case space
  /// It ends a line.
  case lineBreak
  /// It is left out: controls, overrides of the writing direction, byte order marks.
  case dropped
}

/// The characters that are not written as they are.
///
/// RFC 5545 §3.1 forbids the C0 controls. U+0085, U+2028 and U+2029 are legal there, but clients
/// that split lines by Unicode's rules cut the text at them; U+202A...U+202E and U+2066...U+2069 turn
/// the direction of all text that follows.
enum TextCleaning {
  /// What becomes of the character at an offset, and its length in bytes.
  ///
  /// For plain characters of several bytes the length may be 1: the bytes after are plain too.
  static func care(for bytes: Span<UInt8>, at offset: Int) -> (care: CharacterCare, length: Int) {
    let byte = bytes[offset]
    switch byte {
    case ASCII.space: return (.blank, 1)
    case ASCII.tab: return (.space, 1)
    case ASCII.lineFeed: return (.lineBreak, 1)
    case ASCII.carriageReturn:
      let isPair = offset + 1 < bytes.count && bytes[offset + 1] == ASCII.lineFeed
      return (.lineBreak, isPair ? 2 : 1)
    case 0..<ASCII.space, ASCII.delete: return (.dropped, 1)
    case 0xC2 where offset + 1 < bytes.count: return careForLatin(bytes[offset + 1])
    case 0xE1...0xEF where offset + 2 < bytes.count:
      return careForThreeBytes(byte, bytes[offset + 1], bytes[offset + 2])
    default: return (.plain, 1)
    }
  }

  private static func careForLatin(_ second: UInt8) -> (care: CharacterCare, length: Int) {
    switch second {
    case 0x85: (.space, 2)
    case 0xA0: (.blank, 2)
    case 0x80...0x9F: (.dropped, 2)
    default: (.plain, 2)
    }
  }

  private static func careForThreeBytes(
    _ first: UInt8, _ second: UInt8, _ third: UInt8
  ) -> (care: CharacterCare, length: Int) {
    switch (first, second, third) {
    case (0xE2, 0x80, 0xA8...0xA9): (.space, 3)
    case (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9): (.dropped, 3)
    case (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBE...0xBF): (.dropped, 3)
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
      (0xE3, 0x80, 0x80):
      (.blank, 3)
    default: (.plain, 3)
    }
  }

  /// The range of a text without white space and dropped characters at its ends.
  @inline(__always)
  static func trimmedRange(of bytes: Span<UInt8>) -> Range<Int> {
    // Nearly all texts begin and end with visible ASCII, and need no closer look.
    if bytes.isEmpty { return 0..<0 }
    if isVisibleASCII(bytes[0]), isVisibleASCII(bytes[bytes.count - 1]) { return 0..<bytes.count }
    return carefullyTrimmedRange(of: bytes)
  }

  @inline(__always)
  private static func isVisibleASCII(_ byte: UInt8) -> Bool {
    byte > ASCII.space && byte < ASCII.delete
  }

  @inline(never)
  private static func carefullyTrimmedRange(of bytes: Span<UInt8>) -> Range<Int> {
    var start = 0
    while start < bytes.count {
      let (care, length) = care(for: bytes, at: start)
      if care == .plain { break }
      start += length
    }
    var end = bytes.count
    while end > start {
      var last = end - 1
      while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      if care(for: bytes, at: last).care == .plain { break }
      end = last
    }
    return start..<end
  }
}
