/// A short name in three words, so that a table of names is compared without touching memory
/// elsewhere: up to 24 bytes, ASCII letters in lower case.
///
/// Folding sets bit 5 of every byte; among host names, words and parameters nothing else falls
/// together by that.
struct PackedName: Hashable, Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private(set) var count: Int

  /// The longest name, in bytes.
  static let limit = 24

  /// The name in a range, or nil if it is too long.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= Self.limit else { return nil }
    count = range.count
    first = Self.word(bytes, range.lowerBound..<min(range.upperBound, range.lowerBound + 8))
    if count <= 8 { return }
    second = Self.word(
      bytes, range.lowerBound + 8..<min(range.upperBound, range.lowerBound + 16))
    if count <= 16 { return }
    third = Self.word(bytes, range.lowerBound + 16..<range.upperBound)
  }

  /// A name of a table.
  init(_ name: StaticString) {
    let bytes = Array("\(name)".utf8)
    assert(bytes.count <= Self.limit, "a name of a table is too long")
    self = Self(bytes.span, 0..<bytes.count) ?? Self()
  }

  private init() { count = 0 }

  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    bytes.lowWord(range) | 0x2020_2020_2020_2020
  }
}
