package import EventModel
internal import Gazetteer

/// What tells two places of the sources apart.
struct PlaceKey: Hashable, Sendable {
  private var city: Text?
  private var otherNames: [Text]
  private var subdivision: Text?
  private var country: CountryCode?

  init(_ place: Place) {
    city = place.city
    otherNames = place.otherNames
    subdivision = place.subdivision
    country = place.country
  }
}

/// A name of a city or country that no event of the sources has.
package struct UnknownName: Hashable, Sendable {
  /// The name as it was asked for.
  package var name: String
  /// The nearest names that some event has, the nearest first; at most three.
  package var nearest: [String]
}

/// The places of all events, each once: where selections look up cities and countries.
///
/// It is made once for many selections from the same events.
package struct PlaceDirectory: Sendable {
  private struct Entry {
    var place: Place
    var city: City?
    /// The folded keys of the names that the place is written with.
    var names: [[UInt8]]
    /// The numbers of the events that are there, in order.
    var events: [Int]
  }

  private var entries: [PlaceKey: Entry] = [:]

  /// The places of events.
  package init(of events: [Event]) {
    // Through a span the events are lent; a loop over the array would copy each.
    let span = events.span
    for number in span.indices {
      for place in span[number].details.places {
        let key = PlaceKey(place)
        if let last = entries[key]?.events.last {
          if last != number { entries[key]?.events.append(number) }
        } else {
          entries[key] = Entry(
            place: place, city: GazetteerPlace.city(of: place),
            names: ([place.city].compactMap(\.self) + place.otherNames).map { name in
              name.withSpan { Gazetteer.fold($0) }
            },
            events: [number])
        }
      }
    }
  }

  /// The numbers of the events at any of the places, in order.
  func events(at places: Set<PlaceKey>) -> [Int] {
    let lists = places.compactMap { entries[$0]?.events }
    if lists.count < 2 { return lists.first ?? [] }
    return Set(lists.joined()).sorted()
  }

  /// The places that a name means: those written so or with it as a main name, and all others of
  /// the same cities; only where there are none, those that have it as another name.
  func places(of query: CityQuery) -> Set<PlaceKey> {
    let main = Gazetteer.shared.cities(named: query.key.span, includingOtherNames: false)
    let direct = entries.lazy.filter { _, entry in
      (entry.names.contains(query.key) || entry.city.map(main.contains) ?? false)
        && query.allows(entry.place)
    }
    let keys = Set(direct.map(\.key))
    guard keys.isEmpty else {
      let cities = Set(keys.compactMap { entries[$0]?.city })
      let same = entries.lazy.filter { _, entry in entry.city.map(cities.contains) ?? false }
      return keys.union(same.map(\.key))
    }
    let any = Gazetteer.shared.cities(named: query.key.span)
    return Set(
      entries.lazy.filter { _, entry in
        entry.city.map(any.contains) ?? false && query.allows(entry.place)
      }.map(\.key))
  }

  /// Whether an event has a place in the country.
  func has(_ query: CountryQuery) -> Bool {
    query.code.map { code in entries.values.contains { $0.place.country == code } } ?? false
  }

  /// A city that no event has, with the nearest names of cities.
  func unknown(_ query: CityQuery) -> UnknownName {
    let names = entries.values.lazy.flatMap { entry in
      [entry.place.city].compactMap(\.self) + entry.place.otherNames
        + [entry.city?.name].compactMap(\.self)
    }
    return UnknownName(
      name: query.text, nearest: NearestNames.find(query.key, among: names.map(\.string)))
  }

  /// A country that no event has, with the nearest names of countries.
  func unknown(_ query: CountryQuery) -> UnknownName {
    let codes = Set(entries.values.compactMap(\.place.country))
    let names = codes.compactMap { Gazetteer.shared.country($0)?.name.string }
    let key = Gazetteer.fold(Array(query.name.utf8).span)
    return UnknownName(name: query.name, nearest: NearestNames.find(key, among: names))
  }
}
