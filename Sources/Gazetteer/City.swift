import CGazetteer
package import EventModel

/// A city, town or large part of one, from 5,000 inhabitants on; seats of government from none.
///
/// The value holds what look-ups compare; the other properties are read from the table when they
/// are asked for.
package struct City: Hashable, Sendable {
  /// The place among all cities by population: 0 is the most populous one.
  ///
  /// It is good for the build that it comes from and no other.
  package let id: UInt32
  /// The country.
  package let country: CountryCode
  /// The city's centre, rounded to a hundredth of a degree.
  package let coordinates: Coordinates

  /// Where the record of the city begins in the table.
  ///
  /// Invariant: it comes from the table's index, so that a record is there.
  let record: UInt32

  /// The size of a record without the names, which follow it.
  static let recordSize: UInt32 = 18

  /// The number of cities.
  static var count: UInt32 { twir_gazetteer_city_index_size / 4 }

  /// The city of a number, or nil beyond the end of the table.
  init?(id: UInt32) {
    guard id < Self.count else { return nil }
    self.init(record: twir_gazetteer_city_index_u32(id * 4))
  }

  /// The city whose record begins at an offset that the index or a posting has.
  init?(record: UInt32) {
    guard
      let country = Country.code(ofNumber: twir_gazetteer_cities_byte(record + 14)),
      let coordinates = Coordinates(
        latitude: Self.millionths(twir_gazetteer_cities_u16(record + 8)),
        longitude: Self.millionths(twir_gazetteer_cities_u16(record + 10)))
    else { return nil }
    self.record = record
    self.id = twir_gazetteer_cities_u32(record)
    self.country = country
    self.coordinates = coordinates
  }

  /// Hundredths of a degree in two's complement, as millionths.
  private static func millionths(_ hundredths: UInt32) -> Int32 {
    Int32(Int16(truncatingIfNeeded: hundredths)) * 10_000
  }

  /// The number of the subdivision in its table.
  var subdivisionNumber: UInt32? {
    let entry = twir_gazetteer_cities_byte(record + 15)
    return entry == 0 ? nil : entry - 1
  }
}

extension City {
  /// The name that GeoNames has as the main one, which is English where there is an English one.
  package var name: Text { names.first(where: { _ in true }) ?? "" }

  /// All names: the main ones, of which ``name`` is the first, then the others in order.
  package var names: CityNames { CityNames(of: self) }

  /// The state, province or territory; nil outside the United States, Canada and Australia.
  package var subdivision: Subdivision? {
    subdivisionNumber.flatMap { Subdivision(number: $0) }
  }

  /// The postal code of the subdivision: `OR`, `BC`, `NSW`.
  package var subdivisionCode: Text? { subdivision?.code }

  /// The number of inhabitants, 0 where it is not known.
  package var population: Int { Int(twir_gazetteer_cities_u32(record + 4)) }

  /// The IANA time zone (`Europe/Berlin`).
  package var timeZone: Text {
    let zone = twir_gazetteer_cities_u16(record + 12) * 3
    return ShortText.text(
      at: twir_gazetteer_zones_u16(zone), length: twir_gazetteer_zones_byte(zone + 2))
  }
}
