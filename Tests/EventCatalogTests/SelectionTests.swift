import EventCatalog
import EventModel
import Testing

struct SelectionTests {
  private func event(
    _ title: String = "Rust Night", city: String? = nil, _ country: String = "DE",
    subdivision: String? = nil, at point: Coordinates? = nil, mode: AttendanceMode = .inPerson,
    dates: String = "2026-02-20", group: String = "Rust Köln", status: EventStatus = .scheduled
  ) -> Event {
    let place = Place(
      city: city.map { Text($0) }, subdivision: subdivision.map { Text($0) },
      country: CountryCode(country), coordinates: point)
    let listing = Samples.listing(
      dates, title, name: group, mode: mode, places: city == nil ? [] : [place], status: status)
    return Event(raw: listing, of: Samples.issue("2026-02-11", number: 638, []).reference)
  }

  private func titles(_ city: String, _ events: [Event]) -> [String] {
    var selection = Selection()
    selection.cities = [CityQuery(city)]
    _ = selection.prepare(for: events)
    return events.filter(selection.matches).map(\.details.title.string)
  }

  @Test(arguments: [
    ("Munich", ["münchen"]), ("Koln", ["köln", "cologne"]), ("Cologne", ["köln", "cologne"]),
    ("Köln", ["köln", "cologne"]), ("KÖLN", ["köln", "cologne"]), ("Reading", ["reading"]),
    ("Cambridge, GB", ["cambridge gb"]), ("Cambridge", ["cambridge gb", "cambridge us"]),
    ("Cambridge, MA", ["cambridge us"]), ("Portland, OR", ["portland or"]),
    ("Portland, Oregon, US", ["portland or"]), ("Cambridge, UK", ["cambridge gb"]),
    ("Atlantis", []),
  ])
  func findsCities(name: String, expected: [String]) {
    let events = [
      event("münchen", city: "München"), event("köln", city: "Köln"),
      event("cologne", city: "Cologne"), event("reading", city: "Reading", "GB"),
      event("redding", city: "Redding", "US", subdivision: "CA"),
      event("cambridge gb", city: "Cambridge", "GB"),
      event("cambridge us", city: "Cambridge", "US", subdivision: "MA"),
      event("portland or", city: "Portland", "US", subdivision: "OR"),
      event("portland me", city: "Portland", "US", subdivision: "ME"), event("nowhere"),
    ]
    #expect(titles(name, events) == expected)
  }

  @Test func namesTheNearestOfAnUnknownCityAndCountry() {
    let events = [event(city: "Berlin"), event(city: "Bern", "CH"), event(city: "München")]
    var selection = Selection()
    selection.cities = [CityQuery("Berlni"), CityQuery("Berlin")]
    selection.countries = SelectionNames.countries("Germny, CH, Austria")
    let unknown = selection.prepare(for: events)
    #expect(unknown.map(\.name) == ["Berlni", "Germny", "Austria"])
    #expect(unknown.first?.nearest.first == "Berlin")
    #expect(unknown.dropFirst().first?.nearest == ["Germany"])
  }

  @Test(arguments: ["de", "DEU", "Germany", "germany", "FR,DE"])
  func findsCountries(name: String) {
    var selection = Selection()
    selection.countries = SelectionNames.countries(name)
    #expect(selection.matches(event(city: "Berlin")))
    #expect(!selection.matches(event(city: "Bern", "CH")))
    #expect(!selection.matches(event()))
  }

  @Test func measuresDistances() throws {
    let potsdam = Coordinates(latitude: 52_400_000, longitude: 13_070_000)
    var selection = Selection()
    selection.near = try NearQuery("Berlin", within: 30)
    #expect(selection.matches(event(city: "Potsdam", at: potsdam)))
    #expect(!selection.matches(event(city: "Potsdam", at: potsdam, mode: .virtual)))
    #expect(!selection.matches(event(city: "Potsdam")))
    selection.near = try NearQuery("Berlin", within: 20)
    #expect(!selection.matches(event(city: "Potsdam", at: potsdam)))
  }

  @Test(arguments: ["Berlin", "London", "Munich", "Portland, OR", "Cambridge, GB", "Portland, US"])
  func takesAPlainCity(name: String) throws {
    _ = try NearQuery(name)
  }

  @Test func listsTheChoicesForAnAmbiguousCity() {
    let error = #expect(throws: SelectionError.self) { try NearQuery("Cambridge") }
    guard case .ambiguousCity("Cambridge", let choices) = error else {
      Testing.Issue.record("\(String(describing: error))")
      return
    }
    #expect(choices.contains("Cambridge, GB") && choices.contains("Cambridge, MA, US"))
    #expect(throws: SelectionError.self) { try NearQuery("Atlantis-on-Sea") }
    #expect(throws: SelectionError.invalidDistance("-1.0")) { try NearQuery("Berlin", within: -1) }
  }

  @Test func overlapsTheWindowAtBothEnds() {
    var selection = Selection()
    let event = event(dates: "2026-02-20 2026-02-22")
    for (from, to, expected) in [
      ("2026-02-22", "2026-03-01", true), ("2026-02-23", "2026-03-01", false),
      ("2026-02-01", "2026-02-20", true), ("2026-02-01", "2026-02-19", false),
    ] {
      selection.from = CivilDate(from)
      selection.to = CivilDate(to)
      #expect(selection.matches(event) == expected, "\(from) \(to)")
    }
  }

  @Test(arguments: [("rust kol", true), ("KÖLN", true), ("c++", false), ("lisp", false)])
  func findsOrganizers(text: String, expected: Bool) {
    var selection = Selection()
    selection.organizers = ["zig", text]
    #expect(selection.matches(event()) == expected)
  }

  @Test(arguments: [
    ("night", true), ("koln", true), ("bérlin", true), ("germany", true), ("c++", false),
  ])
  func searchesTitleGroupAndPlace(text: String, expected: Bool) {
    var selection = Selection()
    selection.searches = [text]
    #expect(selection.matches(event(city: "Berlin")) == expected)
    selection.searches = []
    selection.exclusions = [text]
    #expect(selection.matches(event(city: "Berlin")) == !expected)
  }

  @Test(arguments: [
    ("aab", "aaab", true), ("abab", "abaabab", true), ("aabaaa", "aabaabaaa", true),
    ("ababac", "abababac", true), ("ababac", "abababab", false), ("", "x", true), ("x", "", false),
    ("abc", "ab", false),
  ])
  func findsPartsThatRepeatThemselves(part: String, title: String, expected: Bool) {
    var selection = Selection()
    selection.searches = [part]
    #expect(selection.matches(event(title, group: "")) == expected)
  }

  @Test func longTextsAreSearchedInLinearTime() {
    var selection = Selection()
    selection.searches = [String(repeating: "a", count: 30_000) + "b"]
    let event = event(String(repeating: "a", count: 60_000))
    let time = ContinuousClock().measure { #expect(!selection.matches(event)) }
    #expect(time < .seconds(2))
  }

  @Test func needsOneOfEachKind() throws {
    var selection = Selection()
    selection.regions = try SelectionNames.regions("asia,north-america")
    #expect(!selection.matches(event()))
    selection.regions = try SelectionNames.regions("Online, EUROPE")
    #expect(selection.matches(event()))
    selection.modes = try SelectionNames.modes("virtual,in-person")
    selection.statuses = try SelectionNames.statuses("postponed")
    #expect(!selection.matches(event()))
    #expect(selection.matches(event(status: .postponed)))
  }
}

struct SelectionNamesTests {
  @Test(arguments: [
    "North America", "north-america", "NorthAmerica", "NORTH_AMERICA", " north america ",
  ])
  func readsRegionsLeniently(name: String) throws {
    #expect(try SelectionNames.regions(name) == RegionSet(.northAmerica))
  }

  @Test func rejectsOtherNamesWithTheValidOnes() {
    #expect(throws: SelectionError.unknownRegion("Mars")) {
      try SelectionNames.regions("Asia,Mars")
    }
    #expect(throws: SelectionError.unknownRegion("")) { try SelectionNames.regions("") }
    #expect(throws: SelectionError.unknownStatus("x")) { try SelectionNames.statuses("x") }
    #expect(
      SelectionError.unknownMode("x").description
        == "no mode is called 'x': expected 'virtual', 'hybrid' or 'in-person'")
  }

  @Test(arguments: [
    ("today", "2026-02-11"), ("Tomorrow", "2026-02-12"), ("+4w", "2026-03-11"),
    ("-30d", "2026-01-12"), ("2026-02-18", "2026-02-18"), ("+0d", "2026-02-11"),
    ("-9223372036854775808d", "0001-01-01"), ("-9223372036854775807w", "0001-01-01"),
    ("+9223372036854775807w", "9999-12-31"), ("+99999999999999999999d", "9999-12-31"),
  ])
  func readsDays(text: String, expected: String) throws {
    #expect(
      try DayExpression.parse(text, today: Samples.day("2026-02-11")) == Samples.day(expected))
  }

  @Test(arguments: [
    "", "4w", "+w", "+-4w", "2026-02-30", "next week", "+4", "+d", "+4x", "+٤d", "+4 w",
  ])
  func rejectsOtherDays(text: String) {
    #expect(throws: SelectionError.invalidDate(text)) {
      try DayExpression.parse(text, today: Samples.day("2026-02-11"))
    }
  }
}

struct IssueFilterTests {
  @Test(arguments: [
    ("latest", [0]), ("recent", [0, 1, 4]), ("all", [0, 1, 4, 5]), ("637", [1]),
    ("633-637", [1, 4, 5]), ("2026-01-07..2026-02-04", [1, 4, 5]), ("..2026-01-14", [4, 5]),
    ("2026-02-11", [0]), ("2026-02-05..", [0]),
  ])
  func choosesIssues(text: String, weeks: [Int]) throws {
    let filter = try IssueFilter(text)
    let newest = Samples.day("2026-02-11")
    let chosen = [0, 1, 4, 5].filter { week in
      let date = newest.advanced(by: -7 * week)
      let issue = Samples.issue("\(date)", number: UInt32(638 - week), [])
      return filter.includes(issue.reference, newest: newest)
    }
    #expect(chosen == weeks)
  }

  @Test(arguments: ["", "newest", "638-600", "-5", "5-", "1-2-3", "+5", "2026-13-01", "..."])
  func rejectsOtherTexts(text: String) {
    #expect(throws: SelectionError.invalidIssues(text)) { try IssueFilter(text) }
  }

  @Test func matchesAnEventThatOneOfThemLists() throws {
    let listing = Samples.listing("2026-02-26", "Talks", name: "Rust Berlin")
    let ledger = Ledger.read([
      Samples.issue("2026-02-11", number: 638, [listing]),
      Samples.issue("2026-02-18", number: 639, [listing]),
    ])
    let event = try #require(ledger.events.first)
    #expect(try IssueFilter("638").matches(event, newest: Samples.day("2026-02-18")))
    #expect(try IssueFilter("639").matches(event, newest: Samples.day("2026-02-18")))
    #expect(try !IssueFilter("637").matches(event, newest: Samples.day("2026-02-18")))
  }
}
