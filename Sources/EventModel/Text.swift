/// An immutable piece of UTF-8 text that shares the buffer it was cut from.
///
/// An issue is read once into one buffer; a title, a name or a link is a slice of it and costs no
/// allocation. Text that had to be changed (an escape taken off, white space collapsed) owns a
/// small buffer of its own. Equality, order and hash are those of the bytes.
///
/// Invariant: the bytes from `start` on, `count` of them, are valid UTF-8. Who makes a `Text`
/// from bytes either cuts valid text at ASCII bytes or goes through ``init(repairing:)``.
package struct Text: Sendable {
  /// The shared buffer.
  package let buffer: [UInt8]
  /// The offset of the first byte in the buffer.
  package let start: UInt32
  /// The length in bytes.
  package let byteCount: UInt32

  /// A slice of a buffer of valid UTF-8.
  ///
  /// - Precondition: `range` lies in the buffer, which is shorter than 4 GiB.
  @inlinable
  package init(slicing buffer: [UInt8], _ range: Range<Int>) {
    assert(range.lowerBound >= 0 && range.upperBound <= buffer.count)
    self.buffer = buffer
    self.start = UInt32(truncatingIfNeeded: range.lowerBound)
    self.byteCount = UInt32(truncatingIfNeeded: range.count)
  }

  /// A copy of a piece of valid UTF-8, for text that must not keep a large buffer alive.
  package init(copying buffer: [UInt8], _ range: Range<Int>) {
    let bytes = Array(buffer[range])
    self.init(slicing: bytes, 0..<bytes.count)
  }

  /// A copy of a string.
  package init(_ string: String) {
    let bytes = Array(string.utf8)
    self.init(slicing: bytes, 0..<bytes.count)
  }

  /// The bytes, with U+FFFD in the place of what is not valid UTF-8.
  package init(repairing bytes: [UInt8]) {
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  /// The range of the text in its buffer.
  @inlinable
  package var range: Range<Int> { Int(start)..<Int(start) + Int(byteCount) }

  /// The length in bytes.
  @inlinable
  package var count: Int { Int(byteCount) }

  /// Whether there is no byte.
  @inlinable
  package var isEmpty: Bool { byteCount == 0 }

  /// The byte at an offset from the text's start.
  ///
  /// - Precondition: `offset` is less than ``count``.
  @inlinable
  package subscript(offset: Int) -> UInt8 { buffer[Int(start) + offset] }

  /// The text without its ends.
  @inlinable
  package func slice(_ range: Range<Int>) -> Text {
    Text(slicing: buffer, Int(start) + range.lowerBound..<Int(start) + range.upperBound)
  }

  /// Calls `body` with the bytes.
  @inlinable
  package func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(buffer.span.extracting(range))
  }

  /// The text as a standard string.
  package var string: String { String(decoding: buffer[range], as: UTF8.self) }
}

extension Text: Hashable {
  @inlinable
  package static func == (left: Text, right: Text) -> Bool {
    guard left.byteCount == right.byteCount else { return false }
    return left.withSpan { leftBytes in
      right.withSpan { rightBytes in
        for index in leftBytes.indices where leftBytes[index] != rightBytes[index] { return false }
        return true
      }
    }
  }

  package func hash(into hasher: inout Hasher) {
    // The pointer is used inside the closure only, for Hasher takes bytes in no safer form.
    unsafe buffer[range].withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    hasher.combine(byteCount)
  }
}

extension Text: Comparable {
  /// The order of the bytes, which in UTF-8 is the order of the Unicode scalars.
  package static func < (left: Text, right: Text) -> Bool {
    left.withSpan { leftBytes in
      right.withSpan { rightBytes in
        for index in 0..<min(leftBytes.count, rightBytes.count)
        where leftBytes[index] != rightBytes[index] {
          return leftBytes[index] < rightBytes[index]
        }
        return leftBytes.count < rightBytes.count
      }
    }
  }
}

extension Text: CustomStringConvertible, ExpressibleByStringLiteral {
  package var description: String { string }

  package init(stringLiteral value: String) { self.init(value) }
}
