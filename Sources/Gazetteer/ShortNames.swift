import CGazetteer

/// The names of countries and subdivisions, sorted by their folded keys.
enum ShortNames {
  /// What a name can be of; the numbers are those of the table.
  enum Kind: UInt32 {
    case country = 0
    case subdivision = 1
  }

  private static let recordSize: UInt32 = 5

  /// Gives the number of each country or subdivision of a name to `body`.
  static func forEach(_ kind: Kind, named name: Span<UInt8>, _ body: (UInt32) -> Void) {
    let key = FoldedKey(name)
    var entry = firstEntry(of: key)
    while entry < count, compare(key, entry) == 0 {
      let record = entry * recordSize
      if twir_gazetteer_short_names_byte(record + 3) == kind.rawValue {
        body(twir_gazetteer_short_names_byte(record + 4))
      }
      entry += 1
    }
  }

  private static var count: UInt32 { twir_gazetteer_short_names_size / recordSize }

  /// The first entry whose key is not less than a key, by binary search.
  private static func firstEntry(of key: FoldedKey) -> UInt32 {
    var low: UInt32 = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if compare(key, middle) > 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func compare(_ key: FoldedKey, _ entry: UInt32) -> Int {
    let record = entry * recordSize
    return key.compared(
      toTextAt: twir_gazetteer_short_names_u16(record),
      length: Int(twir_gazetteer_short_names_byte(record + 2)))
  }
}
