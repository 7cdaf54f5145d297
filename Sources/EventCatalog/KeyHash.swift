/// A 64-bit hash of key bytes, for tables that live as long as one run.
///
/// Eight bytes go in at a time. The result differs between byte orders and is never written out.
/// Whoever finds two equal hashes compares what was hashed before he trusts them.
struct KeyHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Adds a word.
  @inline(__always)
  mutating func add(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    value = product.high ^ product.low
  }

  /// Adds bytes and their number; `foldingCase` makes the two cases of ASCII letters equal.
  ///
  /// Folding sets bit 5 of every byte, so that other bytes fall together as well: a comparison
  /// tells those apart.
  @inline(__always)
  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>, foldingCase: Bool) {
    let mask: UInt64 = foldingCase ? 0x2020_2020_2020_2020 : 0
    var offset = range.lowerBound
    while range.upperBound - offset >= 8 {
      add(word(of: bytes, at: offset) | mask)
      offset += 8
    }
    let rest = bytes.lowWord(offset..<range.upperBound) | mask
    // The rest is at most seven bytes, so that its highest byte is free for the length.
    add(rest << 8 | UInt64(truncatingIfNeeded: range.count) & 0xFF)
  }

  /// The hash, never 0, which stands for "no key".
  var key: UInt64 { value == 0 ? 1 : value }

  /// The key of several words.
  @inline(__always)
  static func key(_ first: UInt64, _ second: UInt64, _ third: UInt64 = 0) -> UInt64 {
    var hash = KeyHash()
    hash.add(first)
    hash.add(second)
    hash.add(third)
    return hash.key
  }
}

extension Span<UInt8> {
  /// Whether two pieces have the same bytes; `ignoringCase` makes ASCII letters equal.
  @inline(__always)
  func equals(
    _ range: Range<Int>, _ other: Span<UInt8>, _ otherRange: Range<Int>, ignoringCase: Bool
  ) -> Bool {
    guard range.count == otherRange.count else { return false }
    for offset in 0..<range.count {
      let left = self[range.lowerBound + offset]
      let right = other[otherRange.lowerBound + offset]
      if left != right {
        guard ignoringCase, left.lowercased == right.lowercased else { return false }
      }
    }
    return true
  }
}

extension UInt8 {
  /// The byte, in lower case if it is an ASCII letter.
  @inline(__always)
  var lowercased: UInt8 {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self | 0x20
    default: self
    }
  }
}
