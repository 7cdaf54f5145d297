#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#else
  private import Darwin
#endif

/// The system's search for a byte, which looks at 32 or 64 bytes at a time: ten times as fast as a
/// loop over an array.
///
/// Invariant: every pointer made here lies in the array's storage, is made from an offset that was
/// checked against its count, and does not leave the closure that lends the storage.
extension [UInt8] {
  /// The first place of a byte in a range.
  func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside of the bytes")
    return unsafe withUnsafeBufferPointer { bytes -> Int? in
      guard let start = bytes.baseAddress else { return nil }
      guard
        let found = unsafe memchr(start + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
    }
  }

  /// The first place of a byte beyond ASCII in a range.
  func firstNonASCIIOffset(in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside of the bytes")
    return unsafe withUnsafeBytes { bytes in
      var offset = range.lowerBound
      while offset + 8 <= range.upperBound {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 != 0 { break }
        offset += 8
      }
      while offset < range.upperBound {
        if unsafe bytes[offset] >= 0x80 { return offset }
        offset += 1
      }
      return nil
    }
  }
}
