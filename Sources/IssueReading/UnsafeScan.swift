#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#else
  private import Darwin
#endif

import EventModel

/// The system's search for a byte, which looks at 32 or 64 bytes at a time: ten times as fast as a
/// loop over an array.
///
/// Invariant: every pointer made here lies in the array's storage, is made from an offset that was
/// checked against its count, and does not leave the closure that lends the storage.
extension [UInt8] {
  /// The first place of a byte in a range.
  package func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside of the bytes")
    return unsafe withUnsafeBufferPointer { bytes -> Int? in
      guard let start = bytes.baseAddress else { return nil }
      guard
        let found = unsafe memchr(start + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
    }
  }

  /// The next run of bytes beyond ASCII.
  func nextNonASCIIRun(from start: Int, to end: Int) -> Range<Int>? {
    guard let first = firstNonASCIIOffset(in: start..<end) else { return nil }
    var offset = first
    while offset < end, self[offset] >= 0x80 { offset += 1 }
    return first..<offset
  }

  /// Whether the bytes of a range are those of a text.
  func hasBytes(of text: Text, in range: Range<Int>) -> Bool {
    guard text.count == range.count else { return false }
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside of the bytes")
    // A text's range lies in its buffer.
    return unsafe withUnsafeBufferPointer { bytes in
      unsafe text.buffer.withUnsafeBufferPointer { other in
        guard let left = bytes.baseAddress, let right = other.baseAddress else { return true }
        return unsafe memcmp(left + range.lowerBound, right + Int(text.start), range.count) == 0
      }
    }
  }

  /// A hash of the bytes of a range, the same on every machine of one byte order.
  ///
  /// Eight bytes a step; the wrapping product is the point. The shift brings the high bits, which
  /// are the better ones, to the low ones.
  func hash(of range: Range<Int>, salt: UInt64) -> UInt64 {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside of the bytes")
    return unsafe withUnsafeBytes { bytes in
      var hash = 0xCBF2_9CE4_8422_2325 ^ salt ^ UInt64(range.count)
      var offset = range.lowerBound
      while offset + 8 <= range.upperBound {
        hash ^= unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        hash = hash &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        offset += 8
      }
      while offset < range.upperBound {
        hash = unsafe (hash ^ UInt64(bytes[offset])) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        offset += 1
      }
      return hash
    }
  }

  /// The first place of a byte beyond ASCII in a range.
  package func firstNonASCIIOffset(in range: Range<Int>) -> Int? {
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
