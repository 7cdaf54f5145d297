import CGazetteer
package import EventModel

/// A state, province or territory of the United States, Canada or Australia.
package struct Subdivision: Hashable, Sendable {
  /// The country.
  package let country: CountryCode
  /// The postal code (`OR`, `BC`, `NSW`), which is also the end of its ISO 3166-2 code.
  package let code: Text
  /// The name in English.
  package let name: Text
  /// The number in the table, which cities refer to.
  let number: UInt32

  static let recordSize: UInt32 = 8

  /// The subdivision of a number in the table, or nil beyond its end.
  init?(number: UInt32) {
    let record = number * Self.recordSize
    guard
      let country = CountryCode(
        UInt8(truncatingIfNeeded: twir_gazetteer_subdivisions_byte(record)),
        UInt8(truncatingIfNeeded: twir_gazetteer_subdivisions_byte(record + 1)))
    else { return nil }
    self.country = country
    self.number = number
    code = ShortText.text(
      at: twir_gazetteer_subdivisions_u16(record + 2),
      length: twir_gazetteer_subdivisions_byte(record + 4))
    name = ShortText.text(
      at: twir_gazetteer_subdivisions_u16(record + 5),
      length: twir_gazetteer_subdivisions_byte(record + 7))
  }
}
