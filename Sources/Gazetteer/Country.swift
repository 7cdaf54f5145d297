import CGazetteer
package import EventModel

/// A country of ISO 3166-1, or Kosovo, which has the code XK that the standard leaves to users.
package struct Country: Hashable, Sendable {
  /// The alpha-2 code.
  package let code: CountryCode
  /// The alpha-3 code.
  package let alpha3: Text
  /// The common name in English.
  package let name: Text
  /// The continent, in TWIR's six names.
  ///
  /// Mexico, Central America and the Caribbean are North America, the Middle East is Asia. Of the
  /// countries on two continents Russia, Türkiye and Cyprus are Europe, Egypt is Africa, and
  /// Georgia, Armenia, Azerbaijan and Kazakhstan are Asia. Antarctica, which TWIR does not have, is
  /// counted to Oceania.
  package let region: Region
  /// Whether it spans two continents, so that a heading may decide between them.
  package let isTranscontinental: Bool

  static let recordSize: UInt32 = 10

  /// The country of a number in the table, or nil beyond its end.
  init?(number: UInt32) {
    let record = number * Self.recordSize
    guard
      let code = CountryCode(
        UInt8(truncatingIfNeeded: twir_gazetteer_countries_byte(record)),
        UInt8(truncatingIfNeeded: twir_gazetteer_countries_byte(record + 1))),
      let region = Region(
        rawValue: UInt8(truncatingIfNeeded: twir_gazetteer_countries_byte(record + 2)))
    else { return nil }
    self.code = code
    self.region = region
    isTranscontinental = twir_gazetteer_countries_byte(record + 3) != 0
    alpha3 = ShortText.text(
      at: twir_gazetteer_countries_u16(record + 4),
      length: twir_gazetteer_countries_byte(record + 6))
    name = ShortText.text(
      at: twir_gazetteer_countries_u16(record + 7),
      length: twir_gazetteer_countries_byte(record + 9))
  }

  /// The code of a number in the table.
  static func code(ofNumber number: UInt32) -> CountryCode? {
    CountryCode(
      UInt8(truncatingIfNeeded: twir_gazetteer_countries_byte(number * recordSize)),
      UInt8(truncatingIfNeeded: twir_gazetteer_countries_byte(number * recordSize + 1)))
  }

  /// The number of a code in the table.
  static func number(of code: CountryCode) -> UInt32? {
    let (first, second) = code.bytes
    // A country code is two upper-case letters, so that neither difference is negative.
    let row = UInt32(first - UInt8(ascii: "A"))
    let column = UInt32(second - UInt8(ascii: "A"))
    let entry = twir_gazetteer_country_index_byte(row * 26 + column)
    return entry == 0 ? nil : entry - 1
  }
}
