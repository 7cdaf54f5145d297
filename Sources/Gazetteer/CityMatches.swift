import CGazetteer

/// The cities of a name, the most populous first.
///
/// They are the range of the index in which the name's key stands; nothing is copied.
///
/// How the index works: the upper 16 bits of the key's hash choose a bucket of postings. A posting
/// has 8 more bits of the hash (the tag), a city, and which of its names it is for. Postings of
/// one key adjoin, for a bucket is sorted by tag, key and city; one whose tag fits is compared with
/// the name itself, so that a hash alone never decides. `scripts/gazetteer/build.py` writes it.
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
        if includesOtherNames || CityNames.isMain(posting.ordinal, of: posting.city) {
          return City(id: posting.city)
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

  /// Whether a city is among them, and whether by a main name.
  func contains(_ city: City) -> Bool {
    postings.contains { index in
      let posting = Posting(at: index)
      return posting.city == city.id
        && (includesOtherNames || CityNames.isMain(posting.ordinal, of: posting.city))
    }
  }

  /// The postings of a key, empty if there are none.
  private static func find(_ key: FoldedKey) -> Range<UInt32> {
    guard key.count > 0 else { return 0..<0 }
    let hash = key.hash
    let bucket = (hash >> 16) * 4
    let bucketEnd = twir_gazetteer_buckets_u32(bucket + 4)
    var start = twir_gazetteer_buckets_u32(bucket)
    while start < bucketEnd, !isPosting(start, of: key, tag: hash & 0xFF) { start += 1 }
    var end = start
    while end < bucketEnd, isPosting(end, of: key, tag: hash & 0xFF) { end += 1 }
    return start..<Swift.max(start, end)
  }

  private static func isPosting(_ index: UInt32, of key: FoldedKey, tag: UInt32) -> Bool {
    let posting = Posting(at: index)
    return posting.tag == tag && CityNames.isKey(key, ofName: posting.ordinal, of: posting.city)
  }
}

/// One name of one city in the index.
private struct Posting {
  private let bits: UInt32

  init(at index: UInt32) { bits = twir_gazetteer_postings_u32(index * 4) }

  var tag: UInt32 { bits >> 24 }
  var ordinal: UInt32 { bits >> 17 & 0x7F }
  var city: UInt32 { bits & 0x1_FFFF }
}
