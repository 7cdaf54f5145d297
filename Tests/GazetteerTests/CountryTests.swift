import EventModel
import Gazetteer
import Testing

/// Countries and their parts by code and by name.
struct CountryTests {
  let gazetteer = Gazetteer.shared

  @Test(arguments: [
    ("UK", "GB"), ("England", "GB"), ("Scotland", "GB"), ("Wales", "GB"),
    ("Northern Ireland", "GB"), ("United Kingdom", "GB"), ("GBR", "GB"), ("U.K.", "GB"),
    ("USA", "US"), ("U.S.A.", "US"), ("United States", "US"), ("America", "US"),
    ("Czech Republic", "CZ"), ("Czechia", "CZ"), ("South Korea", "KR"), ("Korea", "KR"),
    ("Russia", "RU"), ("Russian Federation", "RU"), ("Taiwan", "TW"), ("Vietnam", "VN"),
    ("Viet Nam", "VN"), ("Turkey", "TR"), ("Türkiye", "TR"), ("The Netherlands", "NL"),
    ("Netherlands", "NL"), ("Holland", "NL"), ("Macedonia", "MK"), ("North Macedonia", "MK"),
    ("UAE", "AE"), ("United Arab Emirates", "AE"), ("Deutschland", "DE"), ("Germany", "DE"),
    ("Schweiz", "CH"), ("Suisse", "CH"), ("España", "ES"), ("espana", "ES"), ("Brasil", "BR"),
    ("Österreich", "AT"), ("Italia", "IT"), ("malaysia", "MY"), ("Méxıco", "MX"), ("DEU", "DE"),
    ("Iran", "IR"), ("Bolivia", "BO"), ("Côte d'Ivoire", "CI"), ("Ivory Coast", "CI"),
    ("Hong Kong", "HK"), ("Georgia", "GE"), ("Kosovo", "XK"), ("Trinidad & Tobago", "TT"),
    ("St. Lucia", "LC"), ("Singapore", "SG"),
  ])
  func countriesHaveNames(name: String, code: String) {
    #expect(gazetteer.country(named: name) == CountryCode(code), "\(name)")
  }

  @Test(arguments: ["", "US", "DE", "us", "U.S.", "Europe", "Global", "Oregon", "Zurich", "XYZ"])
  func otherTextsAreNoCountries(name: String) {
    #expect(gazetteer.country(named: name) == nil, "\(name)")
  }

  @Test func thereAreTheCountriesOfTheStandardAndKosovo() {
    let countries = gazetteer.countries
    #expect(countries.count == 249 + 1)
    #expect(Set(countries.map(\.code)).count == countries.count)
    #expect(countries.map(\.code.description) == countries.map(\.code.description).sorted())
  }

  @Test func everyCountryIsFoundByItsCodeAndItsNames() {
    for country in gazetteer.countries {
      #expect(gazetteer.country(country.code) == country)
      #expect(country.name.withSpan { gazetteer.country(named: $0) } == country.code)
      #expect(country.alpha3.withSpan { gazetteer.country(named: $0) } == country.code)
    }
  }

  @Test(arguments: ["ZZ", "SU", "UK", "AA"])
  func otherCodesAreNoCountries(code: String) throws {
    let code = try #require(CountryCode(code))
    #expect(gazetteer.country(code) == nil, "\(code)")
  }

  @Test(arguments: [
    ("MX", Region.northAmerica), ("PA", .northAmerica), ("CU", .northAmerica),
    ("TT", .northAmerica), ("US", .northAmerica), ("CO", .southAmerica), ("BR", .southAmerica),
    ("IL", .asia), ("AE", .asia), ("IN", .asia), ("TL", .asia), ("RU", .europe), ("TR", .europe),
    ("CY", .europe), ("XK", .europe), ("EG", .africa), ("ZA", .africa), ("GE", .asia),
    ("AM", .asia), ("AZ", .asia), ("KZ", .asia), ("AU", .oceania), ("NZ", .oceania),
  ])
  func countriesHaveRegions(code: String, region: Region) throws {
    let code = try #require(CountryCode(code))
    let country = try #require(gazetteer.country(code))
    #expect(country.region == region, "\(code)")
  }

  @Test func eightCountriesSpanTwoContinents() {
    let codes = gazetteer.countries.filter(\.isTranscontinental).map(\.code.description)
    #expect(codes == ["AM", "AZ", "CY", "EG", "GE", "KZ", "RU", "TR"])
  }

  @Test(arguments: [
    ("OR", "US", "OR", "Oregon"), ("or", "US", "OR", "Oregon"), ("Oregon", "US", "OR", "Oregon"),
    ("D.C.", "US", "DC", "District of Columbia"), ("BC", "CA", "BC", "British Columbia"),
    ("Québec", "CA", "QC", "Quebec"), ("quebec", "CA", "QC", "Quebec"),
    ("Ontario", "CA", "ON", "Ontario"), ("New South Wales", "AU", "NSW", "New South Wales"),
    ("WA", "AU", "WA", "Western Australia"), ("WA", "US", "WA", "Washington"),
    ("Vic", "AU", "VIC", "Victoria"),
  ])
  func subdivisionsHaveCodesAndNames(
    text: String, country: String, code: String, name: String
  ) throws {
    let country = try #require(CountryCode(country))
    let subdivision = try #require(gazetteer.subdivision(text, in: country))
    #expect(subdivision.code.string == code, "\(text)")
    #expect(subdivision.name.string == name, "\(text)")
    #expect(subdivision.country == country, "\(text)")
  }

  @Test(arguments: [("BC", "US"), ("OR", "CA"), ("Bayern", "DE"), ("", "US"), ("Canada", "CA")])
  func otherTextsAreNoSubdivisions(text: String, country: String) throws {
    let country = try #require(CountryCode(country))
    #expect(gazetteer.subdivision(text, in: country) == nil, "\(text)")
  }

  @Test(arguments: [
    ("WA", ["AU", "US"]), ("NT", ["AU", "CA"]), ("SA", ["AU"]), ("CA", ["US"]),
    ("Victoria", ["AU"]), ("Washington", ["US"]), ("Oregon", ["US"]), ("XX", []),
  ])
  func subdivisionsOfSeveralCountriesShareACode(text: String, countries: [String]) {
    let found = gazetteer.subdivisions(text).map(\.country.description)
    #expect(found == countries, "\(text)")
  }
}
