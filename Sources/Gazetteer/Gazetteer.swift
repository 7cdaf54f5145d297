import CGazetteer
package import EventModel

/// Countries, subdivisions and cities: answers which place a name means.
///
/// It is a door to constant tables of the program and holds nothing, so that it costs nothing to
/// make and is never parsed. Names are compared by their folded keys (see ``fold(_:)``): letter
/// case, diacritics, spaces and punctuation do not matter.
package struct Gazetteer: Sendable {
  /// The gazetteer of this build.
  package static let shared = Gazetteer()
}

// MARK: - Countries

extension Gazetteer {
  /// All countries in the order of their codes: the 249 of ISO 3166-1, and Kosovo (XK).
  package var countries: [Country] {
    (0..<twir_gazetteer_countries_size / Country.recordSize).compactMap { Country(number: $0) }
  }

  /// The country of an alpha-2 code.
  package func country(_ code: CountryCode) -> Country? {
    Country.number(of: code).flatMap { Country(number: $0) }
  }

  /// The country of a name in English or its own languages, of a part of the United Kingdom, or
  /// of an alpha-3 code.
  ///
  /// An alpha-2 code is no name; `UK`, which is none, is one.
  package func country(named name: Span<UInt8>) -> CountryCode? {
    var code: CountryCode?
    ShortNames.forEach(.country, named: name) { code = Country.code(ofNumber: $0) }
    return code
  }
}

// MARK: - Subdivisions

extension Gazetteer {
  /// The subdivision of a country by its postal code or its name.
  package func subdivision(_ name: Span<UInt8>, in country: CountryCode) -> Subdivision? {
    var result: Subdivision?
    ShortNames.forEach(.subdivision, named: name) { number in
      if let found = Subdivision(number: number), found.country == country { result = found }
    }
    return result
  }

  /// All subdivisions of a country; none where the gazetteer does not know them.
  package func subdivisions(of country: CountryCode) -> [Subdivision] {
    (0..<twir_gazetteer_subdivisions_size / Subdivision.recordSize)
      .compactMap { Subdivision(number: $0) }
      .filter { $0.country == country }
  }

  /// The subdivisions of a postal code or name in the United States, Canada and Australia.
  ///
  /// `WA` is Western Australia and Washington; they are in the order of their countries' codes.
  package func subdivisions(_ name: Span<UInt8>) -> [Subdivision] {
    var result: [Subdivision] = []
    ShortNames.forEach(.subdivision, named: name) { number in
      if let found = Subdivision(number: number) { result.append(found) }
    }
    return result
  }
}

// MARK: - Cities

extension Gazetteer {
  /// The number of cities; their ids are the numbers below it.
  package var cityCount: Int { Int(City.count) }

  /// The city of an id, or nil if there is none.
  package func city(id: UInt32) -> City? { City(id: id) }

  /// The cities of a name, the most populous first.
  ///
  /// Names in other languages, old ones and nicknames count too, unless `includingOtherNames` is
  /// false.
  package func cities(
    named name: Span<UInt8>, includingOtherNames: Bool = true
  ) -> CityMatches {
    CityMatches(FoldedKey(name), includingOtherNames: includingOtherNames)
  }

  /// The most populous city of a name in a country, or in one of its subdivisions.
  package func city(
    named name: Span<UInt8>, in country: CountryCode, subdivision: Subdivision? = nil
  ) -> City? {
    for city in cities(named: name) where city.country == country {
      guard let subdivision else { return city }
      if city.subdivisionNumber == subdivision.number { return city }
    }
    return nil
  }

  /// The most populous city of a name in a country's subdivision, which is given by code or name.
  ///
  /// In countries whose subdivisions the gazetteer does not know the subdivision does not matter;
  /// in the others one that does not exist has no cities.
  package func city(
    named name: Span<UInt8>, in country: CountryCode, subdivision: Span<UInt8>
  ) -> City? {
    if let known = self.subdivision(subdivision, in: country) {
      return city(named: name, in: country, subdivision: known)
    }
    return hasSubdivisions(country) ? nil : city(named: name, in: country)
  }

  /// Whether a name is one of a city's, main or other.
  package func isName(_ name: Span<UInt8>, of city: City) -> Bool {
    cities(named: name).contains(city)
  }

  /// Whether a name is a main name of a city (see ``CityNames/mainCount``).
  package func isMainName(_ name: Span<UInt8>, of city: City) -> Bool {
    cities(named: name, includingOtherNames: false).contains(city)
  }

  /// Whether the gazetteer knows the subdivisions of a country.
  package func hasSubdivisions(_ country: CountryCode) -> Bool {
    switch country.bytes {
    case (UInt8(ascii: "U"), UInt8(ascii: "S")), (UInt8(ascii: "C"), UInt8(ascii: "A")),
      (UInt8(ascii: "A"), UInt8(ascii: "U")):
      true
    default: false
    }
  }
}
