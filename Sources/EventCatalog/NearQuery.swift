internal import Gazetteer
package import EventModel

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#else
  private import Darwin
#endif

/// A distance from a city.
package struct NearQuery: Hashable, Sendable {
  /// The distance that counts where none is given, in kilometres.
  package static let defaultDistance = 50.0

  /// The city as it was named.
  package let name: String
  /// Its centre.
  package let center: Coordinates
  /// The greatest distance, in kilometres.
  package let kilometres: Double

  /// The surroundings of a city of the gazetteer.
  ///
  /// A name without country means the city that is at least five times as populous as the next one
  /// of that name. Main names come first; others count where no city has the name as its main one.
  ///
  /// - Throws: ``SelectionError/ambiguousCity(_:choices:)``, ``SelectionError/unknownCity(_:nearest:)``
  ///   or ``SelectionError/invalidDistance(_:)``.
  package init(
    _ name: String, within kilometres: Double = Self.defaultDistance
  ) throws(SelectionError) {
    guard kilometres >= 0, kilometres.isFinite else {
      throw .invalidDistance(String(kilometres))
    }
    self.name = name
    center = try Self.city(CityQuery(name)).coordinates
    self.kilometres = kilometres
  }

  /// Whether an event can be attended on site within the distance.
  func matches(_ details: EventDetails) -> Bool {
    guard details.mode == .inPerson || details.mode == .hybrid else { return false }
    return details.places.contains { place in
      place.coordinates.map { center.kilometres(to: $0) <= kilometres } ?? false
    }
  }

  private static func city(_ query: CityQuery) throws(SelectionError) -> City {
    for includesOthers in [false, true] {
      let cities = Gazetteer.shared
        .cities(named: query.key.span, includingOtherNames: includesOthers)
        .filter(query.allows)
      guard let first = cities.first else { continue }
      if cities.count == 1 || first.population >= 5 * cities[1].population { return first }
      throw .ambiguousCity(query.text, choices: cities.prefix(8).map(description(of:)))
    }
    throw .unknownCity(query.text, nearest: nearest(to: query))
  }

  /// A city in the form that narrows it: `Portland, OR, US`.
  private static func description(of city: City) -> String {
    [city.name.string, city.subdivisionCode?.string, city.country.description]
      .compactMap(\.self).joined(separator: ", ")
  }

  private static func nearest(to query: CityQuery) -> [String] {
    // Only the larger cities are offered: among all of them, anything is near to something.
    let count = min(Gazetteer.shared.cityCount, 5_000)
    let names = (0..<count).lazy.compactMap { number in
      Gazetteer.shared.city(id: UInt32(truncatingIfNeeded: number))?.name.string
    }
    return NearestNames.find(query.key, among: names)
  }
}

extension Coordinates {
  /// The great-circle distance in kilometres (haversine formula, on a sphere of 6,371 km).
  func kilometres(to other: Coordinates) -> Double {
    let radians = { (millionths: Int32) in Double(millionths) / 1_000_000 * .pi / 180 }
    let (latitude, otherLatitude) = (radians(latitude), radians(other.latitude))
    let north = sin((otherLatitude - latitude) / 2)
    let east = sin((radians(other.longitude) - radians(longitude)) / 2)
    let haversine = north * north + cos(latitude) * cos(otherLatitude) * east * east
    return 2 * 6_371 * asin(min(1, haversine.squareRoot()))
  }
}
