/// One of TWIR's headings: where an event can be attended.
package enum Region: UInt8, CaseIterable, Sendable {
  case virtual, africa, asia, europe, northAmerica, oceania, southAmerica

  /// The name as TWIR writes it, which is also the one in JSON and in CATEGORIES.
  package var name: StaticString {
    switch self {
    case .virtual: "Virtual"
    case .africa: "Africa"
    case .asia: "Asia"
    case .europe: "Europe"
    case .northAmerica: "North America"
    case .oceania: "Oceania"
    case .southAmerica: "South America"
    }
  }
}

/// A set of regions, in TWIR's order.
package struct RegionSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The set of one region.
  package init(_ region: Region) { rawValue = 1 << region.rawValue }

  /// The regions of the set, in TWIR's order.
  package var regions: [Region] { Region.allCases.filter { contains(RegionSet($0)) } }
}
