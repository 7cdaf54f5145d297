import EventModel
import Gazetteer
import Testing

/// Which place a name means.
struct CityTests {
  let gazetteer = Gazetteer.shared

  /// A name that stands alone, and the most populous city that it means.
  @Test(arguments: [
    ("Saint Louis", "St. Louis", "US", "MO"), ("St. Louis", "St. Louis", "US", "MO"),
    ("Tel Aviv", "Tel Aviv", "IL", nil), ("Tel Aviv-yafo", "Tel Aviv", "IL", nil),
    ("New York", "New York City", "US", "NY"), ("NYC", "New York City", "US", "NY"),
    ("Washington", "Washington", "US", "DC"), ("Washington, D.C.", "Washington", "US", "DC"),
    ("Frankfurt", "Frankfurt am Main", "DE", nil),
    ("Frankfurt/Main", "Frankfurt am Main", "DE", nil),
    ("Frankfurt (Oder)", "Frankfurt (Oder)", "DE", nil),
    ("Biel", "Biel/Bienne", "CH", nil), ("Bienne", "Biel/Bienne", "CH", nil),
    ("Biel/Bienne", "Biel/Bienne", "CH", nil),
    ("Zurich", "Zürich", "CH", nil), ("ZÜRICH", "Zürich", "CH", nil),
    ("zuerich", "Zürich", "CH", nil), ("Zu\u{308}rich", "Zürich", "CH", nil),
    ("muenchen", "Munich", "DE", nil), ("München", "Munich", "DE", nil),
    ("koeln", "Köln", "DE", nil), ("Koln", "Köln", "DE", nil), ("Cologne", "Köln", "DE", nil),
    ("Nürnberg", "Nuremberg", "DE", nil), ("Nuremberg", "Nuremberg", "DE", nil),
    ("Gdansk", "Gdańsk", "PL", nil), ("Wrocław", "Wrocław", "PL", nil),
    ("Wroclaw", "Wrocław", "PL", nil), ("Kraków", "Kraków", "PL", nil),
    ("Bangalore", "Bengaluru", "IN", nil), ("Bengaluru", "Bengaluru", "IN", nil),
    ("Mexico City", "Mexico City", "MX", nil), ("Ciudad de México", "Mexico City", "MX", nil),
    ("Kyiv", "Kyiv", "UA", nil), ("Kiev", "Kyiv", "UA", nil), ("Praha", "Prague", "CZ", nil),
    ("São Paulo", "São Paulo", "BR", nil), ("Sao Paulo", "São Paulo", "BR", nil),
    ("Brisbane", "Brisbane", "AU", "QLD"), ("Girona", "Girona", "ES", nil),
    ("Vancouver", "Vancouver", "CA", "BC"), ("Montreal", "Montréal", "CA", "QC"),
    ("Mountain View", "Mountain View", "US", "CA"), ("Durham", "Durham", "US", "NC"),
    ("Boulder", "Boulder", "US", "CO"), ("Cambridge", "Cambridge", "GB", nil),
    ("Reading", "Reading", "GB", nil), ("Singapore", "Singapore", "SG", nil),
    ("Hong Kong", "Hong Kong", "HK", nil), ("Luxembourg", "Luxembourg", "LU", nil),
    ("Roma", "Rome", "IT", nil), ("Wien", "Vienna", "AT", nil), ("Sydney", "Sydney", "AU", "NSW"),
    ("København", "Copenhagen", "DK", nil), ("Łódź", "Łódź", "PL", nil),
    ("İstanbul", "Istanbul", "TR", nil), ("Johannesburg", "Johannesburg", "ZA", nil),
  ])
  func namesMeanTheMostPopulousCity(
    name: String, main: String, country: String, subdivision: String?
  ) throws {
    let city = try #require(gazetteer.cities(named: name).first, "\(name)")
    #expect(city.name.string == main, "\(name)")
    #expect(city.country == CountryCode(country), "\(name)")
    #expect(city.subdivisionCode?.string == subdivision, "\(name)")
  }

  /// A name, its country and subdivision, and the main name and subdivision of the city.
  @Test(
    arguments: [
      ("Vancouver", "CA", nil, "Vancouver", "BC"), ("Vancouver", "US", nil, "Vancouver", "WA"),
      ("Vancouver", "US", "WA", "Vancouver", "WA"),
      ("Vancouver", "CA", "British Columbia", "Vancouver", "BC"),
      ("Vancouver", "US", "OR", nil, nil), ("Vancouver", "US", "Selangor", nil, nil),
      ("Reading", "US", nil, "Reading", "PA"), ("Reading", "GB", nil, "Reading", nil),
      ("Cambridge", "US", nil, "Cambridge", "MA"), ("Cambridge", "GB", nil, "Cambridge", nil),
      ("Portland", "US", nil, "Portland", "OR"), ("Portland", "US", "ME", "Portland", "ME"),
      ("Saint Louis", "US", nil, "St. Louis", "MO"),
      ("Saint Louis", "US", "MI", "Saint Louis", "MI"),
      ("Mountain View", "US", "CA", "Mountain View", "CA"), ("Berlin", "DE", nil, "Berlin", nil),
      ("Durham", "US", "NC", "Durham", "NC"), ("Boulder", "US", "CO", "Boulder", "CO"),
      ("Brisbane", "AU", "Qld", "Brisbane", "QLD"), ("Canberra", "AU", "ACT", "Canberra", "ACT"),
      ("Montreal", "CA", "Québec", "Montréal", "QC"), ("Ottawa", "CA", "ON", "Ottawa", "ON"),
      ("Petaling Jaya", "MY", "Selangor", "Petaling Jaya", nil), ("Durham", "DE", nil, nil, nil),
    ] as [(String, String, String?, String?, String?)])
  func countriesAndSubdivisionsNarrowAName(
    name: String, country: String, subdivision: String?, main: String?, code: String?
  ) throws {
    let country = try #require(CountryCode(country))
    let city = gazetteer.city(named: name, in: country, subdivision: subdivision)
    #expect(city?.name.string == main, "\(name), \(country)")
    #expect(city?.subdivisionCode?.string == code, "\(name), \(country)")
  }

  @Test(arguments: [
    "", "-", "Qwertzuiop", "Rust", "Africa", "MUC", "lwndwn", "Rust Meetup", "🦀", "\u{FFFD}",
  ])
  func otherTextsAreNoCities(name: String) {
    #expect(gazetteer.cities(named: name).isEmpty, "\(name)")
  }

  @Test func namesLongerThanAnyKeyAreNoCities() {
    let name = String(repeating: "a", count: 5_000)
    #expect(gazetteer.cities(named: name).isEmpty)
  }

  @Test func matchesAreInTheOrderOfPopulation() {
    let springfields = Array(gazetteer.cities(named: "Springfield"))
    #expect(springfields.count > 10)
    #expect(
      springfields.map(\.population) == springfields.map(\.population).sorted(by: >))
  }

  @Test func mainNamesCanBeAskedForAlone() throws {
    let name = "Bergen"
    let main = gazetteer.cities(named: name, includingOtherNames: false)
    let all = gazetteer.cities(named: name)
    #expect(main.count < all.count)
    #expect(main.allSatisfy { gazetteer.isMainName(name, of: $0) })
    let mons = try #require(all.first { $0.country == CountryCode("BE") })
    #expect(mons.name == "Mons")
    #expect(!gazetteer.isMainName(name, of: mons))
    #expect(gazetteer.isName(name, of: mons))
  }

  /// A city by its name and country, and whether another name is one of its names, and a main one.
  @Test(arguments: [
    ("München", "DE", "Munich", true, true), ("Munich", "DE", "München", true, false),
    ("Munich", "DE", "muenchen", true, false), ("Köln", "DE", "Koeln", true, true),
    ("Köln", "DE", "Cologne", true, false), ("Redding", "US", "Reading", false, false),
    ("Seattle", "US", "Bellevue", false, false), ("Gdansk", "PL", "Krakow", false, false),
    ("Prague", "CZ", "Praha", true, false), ("Biel", "CH", "Bienne", true, true),
    ("Frankfurt", "DE", "Main", false, false), ("New York", "US", "New York", true, true),
  ])
  func aNameIsOneOfACityOrNot(
    name: String, country: String, other: String, isName: Bool, isMain: Bool
  ) throws {
    let code = try #require(CountryCode(country))
    let city = try #require(gazetteer.city(named: name, in: code))
    #expect(gazetteer.isName(other, of: city) == isName, "\(name): \(other)")
    #expect(gazetteer.isMainName(other, of: city) == isMain, "\(name): \(other)")
  }

  @Test func aCityHasCoordinatesAndATimeZone() throws {
    let city = try #require(gazetteer.cities(named: "Nürnberg").first)
    #expect(city.coordinates == Coordinates(latitude: 49_450_000, longitude: 11_080_000))
    #expect(city.timeZone == "Europe/Berlin")
    #expect((500_000...600_000).contains(city.population))
  }

  @Test func southAndWestAreNegative() throws {
    let city = try #require(gazetteer.cities(named: "São Paulo").first)
    #expect(city.coordinates.latitude < 0)
    #expect(city.coordinates.longitude < 0)
    #expect(city.timeZone == "America/Sao_Paulo")
  }
}
