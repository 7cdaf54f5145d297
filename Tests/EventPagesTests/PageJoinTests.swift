import EventModel
import EventWriting
import TestSupport
import Testing

@testable import EventPages

struct PageJoinTests {
  private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// An event in Berlin on 2026-02-18, as the list has it.
  private static func listed(
    change: (inout EventDetails) throws -> Void = { _ in }
  ) throws -> Event {
    let issue = IssueReference(date: try day("2026-02-11"), number: 638, file: "638.md")
    var details = EventDetails(
      title: "Rust Hack and Learn", dates: EventDates(try day("2026-02-18")), mode: .inPerson,
      regions: RegionSet(.europe),
      places: [Place(city: "Berlin", country: CountryCode("DE"), timeZone: "Europe/Berlin")],
      organizers: [Organizer(name: "Rust Berlin", url: nil)], url: "https://example.org/event")
    try change(&details)
    return Event(uid: "a@twir-events", details: details, source: .init(issue: issue, line: 1))
  }

  private static func page(
    _ start: String?, _ end: String? = nil, change: (inout PageEvent) -> Void = { _ in }
  ) -> PageEvent {
    var page = PageEvent()
    page.name = "Hack & Learn"
    page.start = start.flatMap { TimeText.time($0) }
    page.end = end.flatMap { TimeText.time($0) }
    change(&page)
    return page
  }

  private static func reading(
    _ events: [PageEvent], on day: String = "2026-02-12"
  ) throws -> DatedReading {
    DatedReading(
      fetched: try Self.day(day),
      reading: PageReading(
        source: "https://example.org/event", url: nil, events: events, page: PageSummary()))
  }

  private static func joined(
    _ event: Event, _ readings: [DatedReading], isOwn: Bool = true,
    zones: TimeZones = ZoneFile.zones
  ) -> (event: Event, messages: [String]) {
    var join = PageJoin(zones: zones) { $0 == $1 }
    var event = event
    let findings = join.join(&event, with: readings, link: PageLink(isOwn: isOwn))
    return (event, findings.map(\.message))
  }

  private static func days(_ event: Event) -> String {
    let dates = event.details.dates
    return dates.isRange ? "\(dates.first)/\(dates.last)" : "\(dates.first)"
  }

  private static func hours(_ event: Event) -> String {
    guard let hours = event.page?.hours else { return "-" }
    return "\(hours.start)" + (hours.end.map { " \($0)" } ?? "")
  }

  // MARK: Hours

  private static let times: [(start: String, end: String?, hours: String, days: String)] = [
    (
      "2026-02-18T19:00:00+01:00", "2026-02-18T22:00:00+01:00",
      "2026-02-18T19:00:00+01:00 2026-02-18T22:00:00+01:00", "2026-02-18"
    ),
    // A time without offset is that of the place.
    ("2026-02-18T19:00:00", nil, "2026-02-18T19:00:00+01:00", "2026-02-18"),
    // UTC is shown as the clocks of the place have it.
    ("2026-02-18T18:00:00Z", nil, "2026-02-18T19:00:00+01:00", "2026-02-18"),
    ("2026-02-17T23:30:00Z", nil, "2026-02-18T00:30:00+01:00", "2026-02-18"),
    // Another offset is kept as it is stated.
    ("2026-02-18T13:00:00-05:00", nil, "2026-02-18T13:00:00-05:00", "2026-02-18"),
    // A night is part of the evening before.
    (
      "2026-02-18T22:00:00+01:00", "2026-02-19T03:00:00+01:00",
      "2026-02-18T22:00:00+01:00 2026-02-19T03:00:00+01:00", "2026-02-18"
    ),
    // Midnight is how pages write a day.
    ("2026-02-18", nil, "-", "2026-02-18"),
    ("2026-02-18T00:00:00+01:00", nil, "-", "2026-02-18"),
    ("2026-02-18T00:00:00Z", "2026-02-18T23:59:59Z", "-", "2026-02-18"),
    ("2026-02-18T00:00:00", "2026-02-19T00:00:00", "-", "2026-02-18"),
    // An end that is not after the start says nothing.
    (
      "2026-02-18T19:00:00+01:00", "2026-02-18T18:00:00+01:00", "2026-02-18T19:00:00+01:00",
      "2026-02-18"
    ),
    // The hours of one day are not those of three.
    ("2026-02-18T09:00:00+01:00", "2026-02-20", "-", "2026-02-18/2026-02-20"),
    (
      "2026-02-18T09:00:00+01:00", "2026-02-20T17:00:00+01:00",
      "2026-02-18T09:00:00+01:00 2026-02-20T17:00:00+01:00", "2026-02-18/2026-02-20"
    ),
  ]

  @Test(arguments: times.indices)
  func hoursAreThoseOfThePage(index: Int) throws {
    let (start, end, hours, days) = Self.times[index]
    let reading = try Self.reading([Self.page(start, end)])
    let (event, _) = Self.joined(try Self.listed(), [reading])
    #expect(Self.hours(event) == hours, "\(start)")
    #expect(Self.days(event) == days, "\(start)")
  }

  @Test func withoutZoneDataATimeWithoutOffsetIsNone() throws {
    let reading = try Self.reading([Self.page("2026-02-18T19:00:00")])
    let (event, messages) = Self.joined(try Self.listed(), [reading], zones: .none)
    #expect(Self.hours(event) == "-")
    #expect(Self.days(event) == "2026-02-18")
    #expect(messages.isEmpty)
  }

  @Test func withoutZoneDataADayOfUTCIsNoContradiction() throws {
    let event = try Self.listed {
      $0.places = [
        Place(city: "Seattle", country: CountryCode("US"), timeZone: "America/Los_Angeles")
      ]
    }
    let reading = try Self.reading([Self.page("2026-02-19T02:00:00Z", "2026-02-19T04:00:00Z")])
    let without = Self.joined(event, [reading], zones: .none)
    #expect(Self.days(without.event) == "2026-02-18")
    #expect(without.messages.isEmpty)
    let with = Self.joined(event, [reading])
    #expect(Self.days(with.event) == "2026-02-18")
    #expect(Self.hours(with.event) == "2026-02-18T18:00:00-08:00 2026-02-18T20:00:00-08:00")
  }

  @Test func pageNamesItsOwnTimeZone() throws {
    let reading = try Self.reading([
      Self.page("2026-02-18T19:00:00") { $0.timeZone = "Asia/Kolkata" }
    ])
    #expect(
      Self.hours(Self.joined(try Self.listed(), [reading]).event) == "2026-02-18T19:00:00+05:30")
  }

  @Test func placesOfSeveralTimeZonesHaveNone() throws {
    let event = try Self.listed {
      $0.places.append(Place(city: "Pune", country: CountryCode("IN"), timeZone: "Asia/Kolkata"))
    }
    let reading = try Self.reading([Self.page("2026-02-18T19:00:00")])
    #expect(Self.hours(Self.joined(event, [reading]).event) == "-")
  }

  // MARK: Days

  @Test func pageWinsWhereItHasAnotherDay() throws {
    let reading = try Self.reading([Self.page("2026-02-19T19:00:00+01:00")])
    let (event, messages) = Self.joined(try Self.listed(), [reading])
    #expect(Self.days(event) == "2026-02-19")
    #expect(event.page?.listedDates?.first == CivilDate("2026-02-18"))
    #expect(event.previousDates == nil)
    #expect(
      messages == [
        "the page of 'Rust Hack and Learn' has 2026-02-19, the list 2026-02-18; the page's is taken"
      ])
    #expect((event.sequence, event.modified) == (1, CivilDate("2026-02-12")))
  }

  @Test func movedEventKnowsItsDayBefore() throws {
    // Farther than a page is believed that does not say from when.
    let moved = Self.page("2026-06-19T19:00:00+02:00") {
      $0.previousStart = TimeText.time("2026-02-18T19:00:00+01:00")
    }
    let (event, messages) = Self.joined(try Self.listed(), [try Self.reading([moved])])
    #expect(Self.days(event) == "2026-06-19")
    #expect(event.previousDates?.first == CivilDate("2026-02-18"))
    #expect(messages.count == 1)
  }

  private static let absurd: [(start: String, fetched: String, name: String)] = [
    ("2027-02-18T19:00:00+01:00", "2026-02-12", "Hack & Learn"),
    ("2026-05-18T19:00:00+02:00", "2026-02-12", "Hack & Learn"),
    // The next meeting of a series, and the one before.
    ("2026-03-18T19:00:00+01:00", "2026-02-20", "Hack & Learn"),
    ("2026-02-04T19:00:00+01:00", "2026-02-12", "Hack & Learn"),
    ("2026-02-19T19:00:00+01:00", "2026-02-12", "Yoga in the park"),
  ]

  @Test(arguments: absurd.indices)
  func pageThatCannotBeOfTheEventIsLeftOut(index: Int) throws {
    let (start, fetched, name) = Self.absurd[index]
    let page = Self.page(start) {
      $0.name = Text(name)
      $0.venue = "Elsewhere"
      $0.status = .cancelled
    }
    let before = try Self.listed()
    let (event, messages) = Self.joined(before, [try Self.reading([page], on: fetched)])
    #expect(event == before)
    #expect(messages.count == 1 && messages[0].hasSuffix("is left out"))
  }

  @Test func seriesOfMonthsIsNoEvent() throws {
    let page = Self.page("2026-02-18T19:00:00+01:00", "2026-12-31T21:00:00+01:00")
    let before = try Self.listed()
    #expect(Self.joined(before, [try Self.reading([page])]).event == before)
  }

  // MARK: Which event

  @Test func sharedLinkJoinsOnlyWhereTheDayAgrees() throws {
    let before = try Self.listed()
    let other = try Self.reading([Self.page("2026-02-25T19:00:00+01:00")])
    let (event, messages) = Self.joined(before, [other], isOwn: false)
    #expect(event == before)
    #expect(messages.isEmpty)
    let same = try Self.reading([Self.page("2026-02-18T19:00:00+01:00")])
    #expect(
      Self.hours(Self.joined(before, [same], isOwn: false).event) == "2026-02-18T19:00:00+01:00")
  }

  @Test func ofManyEventsTheOneOnTheDayIsMeant() throws {
    let events = [
      Self.page("2026-02-18T10:00:00+01:00") { $0.name = "Python breakfast" },
      Self.page("2026-02-18T19:00:00+01:00"),
      Self.page("2026-02-25T19:00:00+01:00"),
    ]
    let (event, _) = Self.joined(try Self.listed(), [try Self.reading(events)])
    #expect(Self.hours(event) == "2026-02-18T19:00:00+01:00")
  }

  @Test func pageOfManyEventsMovesNone() throws {
    let events = ["2026-02-19T19:00:00+01:00", "2026-02-25T19:00:00+01:00"].map { Self.page($0) }
    let before = try Self.listed()
    let (event, messages) = Self.joined(before, [try Self.reading(events)])
    #expect(event == before)
    #expect(messages.isEmpty)
  }

  @Test func ofManyEventsTheOneWithTheAddressMayBeMoved() throws {
    let events = [
      Self.page("2026-02-19T19:00:00+01:00") { $0.url = "https://example.org/event" },
      Self.page("2026-02-25T19:00:00+01:00"),
    ]
    #expect(
      Self.days(Self.joined(try Self.listed(), [try Self.reading(events)]).event) == "2026-02-19")
  }

  @Test func pageWithoutEventChangesNothing() throws {
    let before = try Self.listed()
    #expect(Self.joined(before, [try Self.reading([])]).event == before)
  }

  // MARK: Place and status

  @Test func pageWinsWhereItHasAnotherCity() throws {
    let page = Self.page("2026-02-18T19:00:00") {
      $0.city = "San Francisco"
      $0.country = "United States"
      $0.venue = "Embarcadero 1"
    }
    let (event, messages) = Self.joined(try Self.listed(), [try Self.reading([page])])
    let place = try #require(event.details.places.first)
    #expect(
      (place.city, place.subdivision, place.country) == ("San Francisco", "CA", CountryCode("US")))
    #expect(event.details.regions == RegionSet(.northAmerica))
    #expect(event.page?.listedPlaces.map(\.city) == ["Berlin"])
    #expect(Self.hours(event) == "2026-02-18T19:00:00-08:00")
    #expect(messages.count == 1 && messages[0].contains("San Francisco, US, the list Berlin, DE"))
  }

  @Test(arguments: [
    "berlin", "Berlin-Mitte", "Berlín", "Berlin, Germany", "10999 Berlin", "Berlijn",
  ])
  func sameCityInOtherWordsIsNoContradiction(name: String) throws {
    let page = Self.page("2026-02-18T19:00:00") { $0.city = Text(name) }
    let (event, messages) = Self.joined(try Self.listed(), [try Self.reading([page])])
    #expect(event.details.places.map(\.city) == ["Berlin"])
    #expect(messages.isEmpty)
  }

  @Test func venueIsAPlaceInTheCity() throws {
    let page = Self.page("2026-02-18T19:00:00") {
      $0.venue = "c-base"
      $0.address = "Rungestraße 20, Berlin"
      $0.coordinates = Coordinates(latitude: 52_512_977, longitude: 13_420_106)
    }
    let event = try Self.listed {
      $0.places[0].coordinates = Coordinates(latitude: 52_520_000, longitude: 13_410_000)
    }
    let joined = Self.joined(event, [try Self.reading([page])]).event
    #expect(joined.page?.venue?.name == "c-base")
    #expect(joined.page?.venue?.coordinates?.latitude == 52_512_977)
    let far = Self.page("2026-02-18T19:00:00") {
      $0.venue = "Berlin"
      $0.coordinates = Coordinates(latitude: 1, longitude: 2)
    }
    // The city's name is no venue, and a point in the Gulf of Guinea not in Berlin.
    #expect(Self.joined(event, [try Self.reading([far])]).event.page?.venue == nil)
  }

  @Test func virtualEventHasNoVenueAndKeepsItsCity() throws {
    let page = Self.page("2026-02-18T19:00:00+01:00") {
      $0.venue = "Online event"
      $0.city = "Hamburg"
    }
    let event = try Self.listed { $0.mode = .virtual }
    let (joined, messages) = Self.joined(event, [try Self.reading([page])])
    #expect(joined.page?.venue == nil)
    #expect(joined.details.places.map(\.city) == ["Berlin"])
    #expect(messages.isEmpty)
  }

  @Test(arguments: EventStatus.allCases)
  func statusOfThePageCountsUnlessItIsTheUsualOne(status: EventStatus) throws {
    let page = Self.page("2026-02-18T19:00:00+01:00") { $0.status = status }
    let (event, _) = Self.joined(try Self.listed(), [try Self.reading([page])])
    #expect(event.details.status == status)
    let cancelled = try Self.listed { $0.status = .cancelled }
    let kept = Self.joined(cancelled, [try Self.reading([page])]).event.details.status
    #expect(kept == (status == .scheduled ? .cancelled : status))
  }

  // MARK: History

  @Test func readingsAreStepsOfTheHistory() throws {
    let first = Self.page("2026-02-18T19:00:00+01:00")
    let later = Self.page("2026-02-18T20:00:00+01:00")
    let described = Self.page("2026-02-18T20:00:00+01:00") { $0.description = "Bring a laptop" }
    let readings = [
      try Self.reading([described], on: "2026-02-15"), try Self.reading([first], on: "2026-02-12"),
      try Self.reading([later], on: "2026-02-14"), try Self.reading([described], on: "2026-02-16"),
      try Self.reading([], on: "2026-02-17"),
    ]
    let (event, _) = Self.joined(try Self.listed(), readings)
    #expect(Self.hours(event) == "2026-02-18T20:00:00+01:00")
    // Two readings changed the hours, a third one the description, and the others nothing.
    #expect((event.sequence, event.modified) == (2, CivilDate("2026-02-15")))
    #expect(event.page?.description == "Bring a laptop")
  }

  @Test func readingThatSaysNothingNewIsNoStep() throws {
    let before = try Self.listed()
    let (event, _) = Self.joined(before, [try Self.reading([Self.page("2026-02-18")])])
    #expect((event.sequence, event.modified) == (before.sequence, before.modified))
  }

  // MARK: Text

  @Test func readingReadsBackFromItsJSON() throws {
    var page = Self.page("2026-02-18T19:00:00+01:00", "2026-02-18T21:00:00")
    page.timeZone = "Europe/Berlin"
    page.mode = .hybrid
    page.status = .postponed
    page.previousStart = TimeText.time("2026-02-11")
    page.venue = "c\"base\\"
    page.address = "Rungestraße 20"
    page.city = "Berlin"
    page.country = "DE"
    page.coordinates = Coordinates(latitude: -52_512_977, longitude: 13_420_106)
    page.organizer = Organizer(name: "Rust Berlin", url: nil)
    page.url = "https://example.org/"
    page.description = "Two\nlines \u{1}"
    page.image = "https://example.org/a.png"
    page.isFree = false
    page.language = "de"
    page.formats = [.name: .jsonLD, .coordinates: .microdata, .isFree: .html]
    var summary = PageSummary()
    summary.title = "T"
    summary.description = "D"
    summary.canonical = "C"
    summary.siteName = "S"
    summary.language = "L"
    summary.image = "I"
    for reading in [
      PageReading(source: "-", url: nil, events: [], page: PageSummary()),
      PageReading(source: "a", url: "https://b", events: [page, PageEvent()], page: summary),
    ] {
      #expect(PageReading(json: Self.json(reading)) == reading)
    }
  }

  private static func json(_ reading: PageReading) -> [UInt8] {
    var buffer = OutputBuffer(capacity: 64)
    PageWriting.append(reading, to: &buffer)
    return buffer.bytes
  }

  @Test func damagedTextsAreNoReadingOrOne() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let reading = try Self.reading([Self.page("2026-02-18T19:00:00+01:00", "2026-02-19")]).reading
    let text = Self.json(reading)
    for _ in 0..<500 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      // It must not trap; what is read is joined like any other.
      guard let read = PageReading(json: bytes) else { continue }
      let dated = DatedReading(fetched: try Self.day("2026-02-12"), reading: read)
      _ = Self.joined(try Self.listed(), [dated])
    }
    #expect(PageReading(json: Array("[]".utf8)) == nil)
    #expect(PageReading(json: []) == nil)
  }
}
