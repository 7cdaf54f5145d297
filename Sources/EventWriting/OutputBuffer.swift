package import EventModel

/// The bytes that a writer makes, until the command layer hands them to a file.
///
/// It is a growing array that a writer appends to without the checks that `Array` makes for
/// uniqueness at every byte, and that keeps its memory when it is emptied. A literal, a byte and a
/// title appended in turn take half the time that they take with an `Array`.
///
/// Invariant: `storage` is one allocation of `capacity` bytes that this value alone owns;
/// `0 <= count <= capacity`, and the first `count` bytes are initialised. Every method that
/// takes an offset checks it, and every method that writes reserves first, so that no use of the
/// value can reach outside of the allocation. The pointer never leaves this file.
@safe
package struct OutputBuffer: ~Copyable {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The number of bytes.
  package private(set) var count = 0

  /// An empty buffer with room for so many bytes; it grows where they do not suffice.
  package init(capacity: Int = 288 * 1024) {
    self.capacity = max(capacity, 64)
    unsafe storage = .allocate(capacity: self.capacity)
  }

  deinit { unsafe storage.deallocate() }

  /// Whether there is no byte.
  package var isEmpty: Bool { count == 0 }

  /// Makes room for so many further bytes.
  @inline(__always)
  private mutating func reserve(_ additional: Int) {
    if capacity - count < additional { grow(for: additional) }
  }

  @inline(never)
  private mutating func grow(for additional: Int) {
    let newCapacity = max(capacity * 2, count + additional)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
    unsafe larger.initialize(from: storage, count: count)
    unsafe storage.deallocate()
    unsafe storage = larger
    capacity = newCapacity
  }

  /// Appends one byte.
  @inline(__always)
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe storage[count] = byte
    count += 1
  }

  /// Appends a piece of text that the program knows.
  @inline(__always)
  package mutating func append(_ literal: StaticString) {
    precondition(literal.hasPointerRepresentation, "a literal of one scalar is no piece of text")
    let length = literal.utf8CodeUnitCount
    reserve(length)
    unsafe (storage + count).update(from: literal.utf8Start, count: length)
    count += length
  }

  /// Appends bytes as they are.
  @inline(__always)
  package mutating func append(_ bytes: Span<UInt8>) {
    let length = bytes.count
    reserve(length)
    let end = unsafe storage + count
    unsafe bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { unsafe end.update(from: start, count: length) }
    }
    count += length
  }

  /// Appends a text as it is.
  @inline(__always)
  package mutating func append(text: Text) {
    append(text.buffer.span.extracting(text.range))
  }

  /// Appends the eight bytes of a word, the lowest first.
  @inline(__always)
  mutating func append(word: UInt64) {
    reserve(8)
    unsafe UnsafeMutableRawPointer(storage + count)
      .storeBytes(of: word.littleEndian, as: UInt64.self)
    count += 8
  }

  /// Appends zeros, to be overwritten.
  mutating func appendZeros(_ length: Int) {
    reserve(length)
    unsafe (storage + count).update(repeating: 0, count: length)
    count += length
  }

  /// The byte at an offset.
  subscript(offset: Int) -> UInt8 {
    @inline(__always)
    get {
      precondition(offset >= 0 && offset < count, "offset outside of the buffer")
      return unsafe storage[offset]
    }
    @inline(__always)
    set {
      precondition(offset >= 0 && offset < count, "offset outside of the buffer")
      unsafe storage[offset] = newValue
    }
  }

  /// Copies a range of the bytes to another offset in the buffer; the two may overlap.
  mutating func move(_ range: Range<Int>, to offset: Int) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside of the buffer")
    precondition(offset >= 0 && offset <= count - range.count, "target outside of the buffer")
    unsafe (storage + offset).update(from: storage + range.lowerBound, count: range.count)
  }

  /// Takes the last bytes off, down to a length that the buffer had.
  @inline(__always)
  package mutating func truncate(to length: Int) {
    precondition(length >= 0 && length <= count, "length outside of the buffer")
    count = length
  }

  /// Takes all bytes off and keeps the memory.
  package mutating func removeAll() { count = 0 }

  /// The bytes as a string, with U+FFFD in the place of what is not valid UTF-8.
  var string: String {
    // The buffer is borrowed while the string copies the bytes.
    unsafe String(decoding: UnsafeBufferPointer(start: storage, count: count), as: UTF8.self)
  }

  /// The bytes in an array of their own.
  package var bytes: [UInt8] {
    // The buffer is borrowed while they are copied.
    unsafe Array(UnsafeBufferPointer(start: storage, count: count))
  }

  /// Calls `body` with the bytes.
  package borrowing func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // The span lives in this call only, during which the buffer is borrowed and cannot change.
    let bytes = unsafe UnsafeBufferPointer(start: storage, count: count)
    return unsafe try body(Span(_unsafeElements: bytes))
  }
}
