internal import Gazetteer
package import EventModel

/// The names in options, read leniently: letter case, spaces, `-` and `_` do not matter, and a
/// comma separates several.
package enum SelectionNames {
  /// The names of the regions.
  package static let regions = Region.allCases.map { "\($0.name)" }
  /// The names of the modes.
  package static let modes = AttendanceMode.allCases.map { "\($0.name)" }
  /// The names of the statuses.
  package static let statuses = EventStatus.allCases.map { "\($0.name)" }

  /// Other names that users know.
  private static let otherRegions: [(name: String, region: Region)] = [("online", .virtual)]
  private static let otherModes: [(name: String, mode: AttendanceMode)] = [
    ("online", .virtual), ("onsite", .inPerson),
  ]
  private static let otherStatuses: [(name: String, status: EventStatus)] = [
    ("canceled", .cancelled)
  ]

  /// The regions of a list.
  ///
  /// - Throws: ``SelectionError/unknownRegion(_:)``.
  package static func regions(_ list: String) throws(SelectionError) -> RegionSet {
    var regions: RegionSet = []
    for item in items(of: list) {
      let key = key(of: item)
      let region =
        Region.allCases.first { self.key(of: "\($0.name)") == key }
        ?? otherRegions.first { self.key(of: $0.name) == key }?.region
      guard let region else { throw .unknownRegion(item) }
      regions.insert(RegionSet(region))
    }
    return regions
  }

  /// The modes of a list.
  ///
  /// - Throws: ``SelectionError/unknownMode(_:)``.
  package static func modes(_ list: String) throws(SelectionError) -> Set<AttendanceMode> {
    var modes: Set<AttendanceMode> = []
    for item in items(of: list) {
      let key = key(of: item)
      let mode =
        AttendanceMode.allCases.first { self.key(of: "\($0.name)") == key }
        ?? otherModes.first { self.key(of: $0.name) == key }?.mode
      guard let mode else { throw .unknownMode(item) }
      modes.insert(mode)
    }
    return modes
  }

  /// The statuses of a list.
  ///
  /// - Throws: ``SelectionError/unknownStatus(_:)``.
  package static func statuses(_ list: String) throws(SelectionError) -> Set<EventStatus> {
    var statuses: Set<EventStatus> = []
    for item in items(of: list) {
      let key = key(of: item)
      let status =
        EventStatus.allCases.first { self.key(of: "\($0.name)") == key }
        ?? otherStatuses.first { self.key(of: $0.name) == key }?.status
      guard let status else { throw .unknownStatus(item) }
      statuses.insert(status)
    }
    return statuses
  }

  /// The countries of a list; one that does not exist is no error, but matches nothing.
  package static func countries(_ list: String) -> [CountryQuery] {
    // "Korea, Republic of" and its like are one country.
    let whole = CountryQuery(list)
    return whole.code == nil ? items(of: list).map(CountryQuery.init) : [whole]
  }

  /// The items between commas, without the spaces around them; the empty text is an item too.
  private static func items(of list: String) -> [String] {
    list.split(separator: ",", omittingEmptySubsequences: false).map { item in
      let start = item.drop { $0 == " " }
      return String(start.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func key(of name: String) -> [UInt8] { Gazetteer.fold(Array(name.utf8).span) }
}
