// How it works: text is copied in runs of bytes that the format takes as they are. The end of a run
// is looked for eight bytes at a time: `marks` sets the high bit of every byte of the word that may
// need care, by arithmetic on all eight at once. Such arithmetic can mark a byte wrongly only above
// one that it marks rightly, so the lowest mark is always true, and only that one is used.
// How to change it: add a byte to `marks` and to `isSpecial` alike; the tests compare the two
// for every byte at every position.

/// Which bytes of a text a format does not take as they are.
protocol RunScan {
  /// The word with the high bit of each byte set that may be special; the lowest set one is exact.
  static func marks(in word: UInt64) -> UInt64
  /// Whether a byte is special, with certainty.
  static func isSpecial(_ byte: UInt8) -> Bool
}

extension RunScan {
  /// The offset of the first special byte from `start` on; the text's length if there is none.
  @inline(__always)
  static func runEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    let end = bytes.count
    while end - offset >= 8 {
      // The load is checked against the span's bounds, and every bit pattern is a UInt64.
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let marks = marks(in: UInt64(littleEndian: word))
      if marks == 0 {
        offset += 8
      } else {
        offset += marks.trailingZeroBitCount >> 3
        if isSpecial(bytes[offset]) { return offset }
        offset += 1
      }
    }
    while offset < end, !isSpecial(bytes[offset]) { offset += 1 }
    return offset
  }
}

/// Arithmetic on the eight bytes of a word.
enum WordOfBytes {
  static let lows: UInt64 = 0x0101_0101_0101_0101
  static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bits of the bytes that are ASCII and less than a limit of at most 128.
  @inline(__always)
  static func less(_ word: UInt64, than limit: UInt8) -> UInt64 {
    // Wrapping is meant: a borrow out of a byte can only disturb the bytes above it.
    (word &- lows &* UInt64(limit)) & ~word & highs
  }

  /// The high bits of the bytes that equal an ASCII byte.
  @inline(__always)
  static func equal(_ word: UInt64, to byte: UInt8) -> UInt64 {
    // A product of 0x01…01 and a byte cannot overflow.
    less(word ^ (lows &* UInt64(byte)), than: 1)
  }
}
