/// The eight bytes from an offset on, in the machine's byte order.
///
/// The span checks that all eight lie within it, and every pattern of bits is a `UInt64`: that is
/// all that makes the load unsafe for other types.
@inline(__always)
func word(of bytes: Span<UInt8>, at offset: Int) -> UInt64 {
  unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
}

extension Span<UInt8> {
  /// Up to eight bytes from an offset on, the first one lowest, as on a little-endian machine.
  @inline(__always)
  func lowWord(_ range: Range<Int>) -> UInt64 {
    if range.count == 8 { return word(of: self, at: range.lowerBound).littleEndian }
    if range.isEmpty { return 0 }
    let bits = UInt64(truncatingIfNeeded: range.count) * 8
    if range.upperBound >= 8 {
      return word(of: self, at: range.upperBound - 8).littleEndian >> (64 - bits)
    }
    if count - range.lowerBound >= 8 {
      return word(of: self, at: range.lowerBound).littleEndian & (1 << bits - 1)
    }
    var result: UInt64 = 0
    for offset in range.reversed() { result = result << 8 | UInt64(self[offset]) }
    return result
  }
}
