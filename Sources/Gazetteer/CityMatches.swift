import CGazetteer

/// The cities of a name, the most populous first.
///
/// They are the range of the index in which the name's key stands; nothing is copied.
///
/// How the index works: the upper 16 bits of the key's hash choose a bucket of postings. A posting
/// has the lower 26 bits of the hash (the tag), a city, and which of its names it is for. The
/// postings of one key adjoin, and say of themselves that they continue the one before; the first
/// one's name is compared with the name itself, so that a hash alone never decides.
/// `scripts/gazetteer/build.py` writes the index.
package struct CityMatches: Sequence, Sendable {
  private let postings: Range<UInt32>
  private let includesOtherNames: Bool

  init(_ key: FoldedKey, includingOtherNames: Bool) {
    postings = Self.find(key)
    includesOtherNames = includingOtherNames
  }

  package func makeIterator() -> Iterator {
    Iterator(postings: postings, includesOtherNames: includesOtherNames)
  }

  /// The cities one after another.
  package struct Iterator: IteratorProtocol {
    fileprivate var postings: Range<UInt32>
    fileprivate let includesOtherNames: Bool

    package mutating func next() -> City? {
      while let index = postings.first {
        postings = index + 1..<postings.upperBound
        let posting = Posting(at: index)
        if includesOtherNames || posting.isMain {
          return City(record: posting.city)
        }
      }
      return nil
    }
  }

  /// Whether there is no city of the name.
  package var isEmpty: Bool { first == nil }

  /// The most populous city of the name.
  package var first: City? {
    var iterator = makeIterator()
    return iterator.next()
  }

  /// The number of cities of the name.
  package var count: Int { reduce(0) { number, _ in number + 1 } }

  /// Whether a city is among them.
  func contains(_ city: City) -> Bool {
    postings.contains { index in
      let posting = Posting(at: index)
      return posting.city == city.record
        && (includesOtherNames || posting.isMain)
    }
  }

  /// The postings of a key, empty if there are none.
  private static func find(_ key: FoldedKey) -> Range<UInt32> {
    guard key.count > 0 else { return 0..<0 }
    let hash = key.hash
    let bucket = (hash >> 16) * 4
    let bucketEnd = twir_gazetteer_buckets_u32(bucket + 4)
    var start = twir_gazetteer_buckets_u32(bucket)
    while start < bucketEnd {
      var end = start + 1
      while end < bucketEnd, Posting(at: end).continuesKey { end += 1 }
      let posting = Posting(at: start)
      if posting.tag == hash & Posting.tagMask, CityNames.isKey(key, ofNameAt: posting.nameOffset) {
        return start..<end
      }
      start = end
    }
    return 0..<0
  }
}

/// One name of one city in the index.
private struct Posting {
  private let bits: UInt64

  init(at index: UInt32) { bits = twir_gazetteer_postings_u64(index * 8) }

  /// The bits of a hash that the tag has.
  static let tagMask: UInt32 = 0x3FF_FFFF

  var tag: UInt32 { UInt32(truncatingIfNeeded: bits >> 38) }
  /// Whether the key is that of the posting before.
  var continuesKey: Bool { bits >> 37 & 1 != 0 }
  var isMain: Bool { bits >> 36 & 1 != 0 }
  /// The offset of the city's record.
  var city: UInt32 { UInt32(truncatingIfNeeded: bits >> 13 & 0x7F_FFFF) }
  /// The offset of the name in the same table.
  var nameOffset: UInt32 { city + UInt32(truncatingIfNeeded: bits & 0x1FFF) }
}
