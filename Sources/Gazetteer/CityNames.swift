import CGazetteer
package import EventModel

/// The names of a city in Latin script, each folded key once.
package struct CityNames: Sequence, Sendable {
  /// How many of the names, from the first on, are main names.
  ///
  /// Main are GeoNames' own name and other ways to write it: `St. Louis` and `Saint Louis`,
  /// `Zürich` and `Zuerich`, `Biel/Bienne`, `Biel` and `Bienne`.
  package let mainCount: Int
  /// The number of names.
  package let count: Int

  private let start: UInt32

  init(of city: City) {
    mainCount = Int(twir_gazetteer_cities_byte(city.record + 16))
    count = Int(twir_gazetteer_cities_byte(city.record + 17))
    start = city.record + City.recordSize
  }

  /// The main names.
  package var main: PrefixSequence<CityNames> { prefix(mainCount) }

  /// The other names: those of other languages, old ones, nicknames.
  package var others: DropFirstSequence<CityNames> { dropFirst(mainCount) }

  package func makeIterator() -> Iterator { Iterator(offset: start, left: count) }

  /// The names one after another.
  package struct Iterator: IteratorProtocol {
    fileprivate var offset: UInt32
    fileprivate var left: Int

    package mutating func next() -> Text? {
      guard left > 0 else { return nil }
      left -= 1
      let length = twir_gazetteer_cities_byte(offset)
      let bytes = (0..<length).map {
        UInt8(truncatingIfNeeded: twir_gazetteer_cities_byte(offset + 1 + $0))
      }
      offset += 1 + length
      return Text(slicing: bytes, 0..<bytes.count)
    }
  }

  /// Whether a key is that of the name at an offset in the table.
  static func isKey(_ key: FoldedKey, ofNameAt offset: UInt32) -> Bool {
    let length = Int(twir_gazetteer_cities_byte(offset))
    return key.isKey(ofNameOfLength: length) {
      UInt8(truncatingIfNeeded: twir_gazetteer_cities_byte(offset + 1 + UInt32($0)))
    }
  }
}
