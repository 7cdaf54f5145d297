import EventModel

extension RegionSet {
  /// All regions in TWIR's order, made once.
  private static let order = Region.allCases

  /// Calls `body` with each region of the set, in TWIR's order, without making an array.
  @inline(__always)
  func forEach(_ body: (Region) -> Void) {
    let bits = rawValue
    for region in Self.order where bits & (1 << region.rawValue) != 0 { body(region) }
  }
}
