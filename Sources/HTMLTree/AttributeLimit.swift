/// Finds start tags with so many attributes that parsing them would take hours.
///
/// libxml2 compares each attribute of an element with all that came before it, so ten megabytes of
/// `<a b c d …` cost it billions of comparisons. This look at the bytes reads a tag as libxml2
/// does; it begins anew at every `<`, whatever that stands in, so no quotation mark can hide a tag.
/// What looks like a tag in a script (`i<n; …`) is counted too, so the limits are wide: they bound
/// the comparisons, not what a page may be.
enum AttributeLimit {
  /// Whether no tag has more than `HTMLTreeError.mostAttributes` attributes.
  ///
  /// Also false for tags that overlap so often that it cannot be told in linear time.
  static func holds(in bytes: borrowing Span<UInt8>) -> Bool {
    // Tags of real documents overlap in scripts only.
    var work = bytes.count.multipliedReportingOverflow(by: 16).partialValue + 65_536
    var comparisons = 0
    var offset = 0
    while offset + 1 < bytes.count {
      defer { offset += 1 }
      guard bytes[offset] == UInt8(ascii: "<"), isLetter(bytes[offset + 1]) else { continue }
      var tag = Tag(position: offset + 1)
      let count = tag.countAttributes(of: bytes)
      // The limit on one tag keeps its square small.
      guard count <= HTMLTreeError.mostAttributes else { return false }
      comparisons += count * count / 2
      if comparisons > mostComparisons { return false }
      work -= tag.position - offset
      if work < 0 { return false }
    }
    return true
  }

  /// About a second of libxml2's time.
  private static let mostComparisons = 64_000_000

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

/// One start tag, from its name on.
private struct Tag {
  var position: Int

  /// Counts until the tag ends or the limit is passed.
  mutating func countAttributes(of bytes: borrowing Span<UInt8>) -> Int {
    skip(bytes) { !Self.isSpace($0) && $0 != Self.end && $0 != Self.slash }
    var count = 0
    while position < bytes.count, count <= HTMLTreeError.mostAttributes {
      skip(bytes) { Self.isSpace($0) || $0 == Self.slash }
      guard position < bytes.count, bytes[position] != Self.end else { break }
      count += 1
      skip(bytes) { !Self.isSpace($0) && $0 != Self.end && $0 != Self.equals && $0 != Self.slash }
      skip(bytes, while: Self.isSpace)
      if position < bytes.count, bytes[position] == Self.equals { skipValue(bytes) }
    }
    return count
  }

  private mutating func skipValue(_ bytes: borrowing Span<UInt8>) {
    position += 1
    skip(bytes, while: Self.isSpace)
    guard position < bytes.count else { return }
    let quote = bytes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      skip(bytes) { $0 != quote }
      position += 1
    } else {
      skip(bytes) { !Self.isSpace($0) && $0 != Self.end }
    }
  }

  private mutating func skip(_ bytes: borrowing Span<UInt8>, while isPart: (UInt8) -> Bool) {
    while position < bytes.count, isPart(bytes[position]) { position += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }
  private static let end = UInt8(ascii: ">")
  private static let equals = UInt8(ascii: "=")
  private static let slash = UInt8(ascii: "/")
}
