internal import Gazetteer
package import EventModel

/// Which events are wanted: criteria of one kind may each match, those of different kinds must all
/// match; a kind without criteria matches everything.
///
/// Cities and countries are asked of the sources first: call ``prepare(for:)`` once, then
/// ``matches(_:)`` for each event.
package struct Selection: Sendable {
  /// Regions; nil for all.
  package var regions: RegionSet?
  /// Countries of any place.
  package var countries: [CountryQuery] = []
  /// Cities of any place.
  package var cities: [CityQuery] = []
  /// A distance from a city.
  package var near: NearQuery?
  /// The first day of the window that events overlap; nil for no limit.
  package var from: CivilDate?
  /// The last day of the window, inclusive; nil for no limit.
  package var to: CivilDate?
  /// Modes; none for all.
  package var modes: Set<AttendanceMode> = []
  /// Parts of a group's name.
  package var organizers: [String] {
    get { organizerKeys.map(\.text) }
    set { organizerKeys = newValue.map(SearchKey.init) }
  }
  /// Parts of title, group or place.
  package var searches: [String] {
    get { searchKeys.map(\.text) }
    set { searchKeys = newValue.map(SearchKey.init) }
  }
  /// Parts of title, group or place that a wanted event has not.
  package var exclusions: [String] {
    get { exclusionKeys.map(\.text) }
    set { exclusionKeys = newValue.map(SearchKey.init) }
  }
  /// Statuses; none for all.
  package var statuses: Set<EventStatus> = []

  private var organizerKeys: [SearchKey] = []
  private var searchKeys: [SearchKey] = []
  private var exclusionKeys: [SearchKey] = []
  /// The places of the sources that the cities mean; nil before ``prepare(for:)``.
  private var cityPlaces: Set<PlaceKey>?
  /// The numbers of the events at those places, in order: no others can match.
  ///
  /// Nil where cities do not matter, and before ``prepare(with:)``.
  package private(set) var candidates: [Int]?

  /// The selection of everything.
  package init() {}

  /// Whether an event is wanted.
  package func matches(_ event: Event) -> Bool {
    let details = event.details
    if let from, details.dates.last < from { return false }
    if let to, details.dates.first > to { return false }
    if let regions, details.regions.isDisjoint(with: regions) { return false }
    if !modes.isEmpty {
      guard let mode = details.mode, modes.contains(mode) else { return false }
    }
    return (statuses.isEmpty || statuses.contains(details.status)) && matchesPlaces(of: details)
      && matchesText(of: details)
  }

  /// Looks up the cities and countries in the events of the sources.
  ///
  /// - Returns: the names that no event has, with the nearest ones that some event has.
  package mutating func prepare(for events: [Event]) -> [UnknownName] {
    needsPlaces ? prepare(with: PlaceDirectory(of: events)) : []
  }

  /// Whether cities or countries are asked for, which must be looked up.
  package var needsPlaces: Bool { !cities.isEmpty || !countries.isEmpty }

  /// Looks up the cities and countries among the places of the sources' events.
  ///
  /// - Returns: the names that no event has, with the nearest ones that some event has.
  package mutating func prepare(with directory: PlaceDirectory) -> [UnknownName] {
    guard needsPlaces else { return [] }
    var unknown: [UnknownName] = []
    var places: Set<PlaceKey> = []
    for city in cities {
      let found = directory.places(of: city)
      if found.isEmpty { unknown.append(directory.unknown(city)) }
      places.formUnion(found)
    }
    cityPlaces = places
    candidates = cities.isEmpty ? nil : directory.events(at: places)
    for country in countries where !directory.has(country) {
      unknown.append(directory.unknown(country))
    }
    return unknown
  }

  private func matchesPlaces(of details: EventDetails) -> Bool {
    if !countries.isEmpty {
      let isThere = details.places.contains { place in
        place.country.map { code in countries.contains { $0.code == code } } ?? false
      }
      if !isThere { return false }
    }
    if !cities.isEmpty {
      let isThere = details.places.contains { place in
        cityPlaces.map { $0.contains(PlaceKey(place)) }
          ?? cities.contains { $0.isWritten(place) || $0.isMainName(of: place) }
      }
      if !isThere { return false }
    }
    return near.map { $0.matches(details) } ?? true
  }

  private func matchesText(of details: EventDetails) -> Bool {
    if !organizerKeys.isEmpty {
      let names = details.organizers.map { SearchKey.fold($0.name) }
      if !organizerKeys.contains(where: { key in names.contains(where: key.isPart(of:)) }) {
        return false
      }
    }
    if searchKeys.isEmpty && exclusionKeys.isEmpty { return true }
    let texts = SearchKey.texts(of: details)
    let isFound = { (key: SearchKey) in texts.contains(where: key.isPart(of:)) }
    return (searchKeys.isEmpty || searchKeys.contains(where: isFound))
      && !exclusionKeys.contains(where: isFound)
  }
}
