/// The bytes of a URI that are not taken as they are wherever they stand: all but the unreserved and
/// reserved characters of RFC 3986 §2.2 and §2.3, and of the reserved ones `,`, `;`, `#`, `[` and `]`.
enum URIText: RunScan {
  /// Marks runs of neighbouring bytes, among them a few plain ones (`!`, `$`, `=`, `_`, `~`).
  @inline(__always)
  static func marks(in word: UInt64) -> UInt64 {
    let low = word & ~WordOfBytes.highs
    let belowQuote = ~atLeast(0x22, low)
    let quoteToPercent = atLeast(0x22, low) & ~atLeast(0x26, low)
    let comma = atLeast(0x2C, low) & ~atLeast(0x2D, low)
    let semicolonToGreater = atLeast(0x3B, low) & ~atLeast(0x3F, low)
    let bracketToBacktick = atLeast(0x5B, low) & ~atLeast(0x61, low)
    let aboveLetters = atLeast(0x7B, low)
    let marked =
      belowQuote | quoteToPercent | comma | semicolonToGreater | bracketToBacktick | aboveLetters
    return (marked | word) & WordOfBytes.highs
  }

  /// The high bits of the bytes that are at least a limit, given bytes that are all ASCII.
  @inline(__always)
  private static func atLeast(_ limit: UInt8, _ low: UInt64) -> UInt64 {
    // Each sum is at most 127 + 127, so that nothing is carried into the next byte.
    low &+ WordOfBytes.lows &* UInt64(0x80 - limit)
  }

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x2D...0x3A: false  // letters; - . / digits :
    case 0x21, 0x24, 0x26...0x2B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: false  // ! $ & ' ( ) * + = ? @ _ ~
    default: true
    }
  }
}
