import EventModel
import TestSupport
import Testing

@testable import EventWriting

struct ICalendarTests {
  private func calendar(
    of event: Event, _ change: (inout ICalendar.Options) -> Void = { _ in }
  ) -> String {
    var options = ICalendar.Options()
    change(&options)
    return FoldingTests.unfolded(written([event], by: ICalendar(options: options)))
  }

  private func value(_ name: String, in calendar: String) -> String? {
    let body = calendar.split(separator: "BEGIN:VEVENT").dropFirst().first ?? ""
    return body.split(separator: "\r\n").first { $0.hasPrefix(name) }
      .map { String($0.dropFirst(name.count)) }
  }

  @Test func endIsTheDayAfterTheLast() throws {
    let event = try Samples.event("Rust", on: "2024-02-28") {
      $0.details.dates = try Samples.days("2024-02-28", "2024-02-29")
    }
    #expect(value("DTEND;VALUE=DATE:", in: calendar(of: event)) == "20240301")
  }

  @Test func lastDayOfTheCalendarHasNoEnd() throws {
    let event = try Samples.event("Rust", on: "9999-12-31")
    #expect(value("DTSTART;VALUE=DATE:", in: calendar(of: event)) == "99991231")
    #expect(value("DTEND", in: calendar(of: event)) == nil)
  }

  private typealias Options = ICalendar.Options

  private static let cancelled: [(Options.CancelledStyle, String?, String?)] = [
    (.mark, "CANCELLED", "Rust"), (.title, "CONFIRMED", "Cancelled: Rust"), (.drop, nil, nil),
  ]

  private static let withdrawn: [(Options.WithdrawnStyle, String?)] = [
    (.keep, "CONFIRMED"), (.tentative, "TENTATIVE"), (.cancel, "CANCELLED"), (.drop, nil),
  ]

  @Test(arguments: cancelled)
  func cancelledEventsAreShownAsChosen(
    style: ICalendar.Options.CancelledStyle, status: String?, summary: String?
  ) throws {
    let event = try Samples.event("Rust") { $0.details.status = .cancelled }
    let calendar = calendar(of: event) { $0.cancelled = style }
    #expect(value("STATUS:", in: calendar) == status)
    #expect(value("SUMMARY:", in: calendar) == summary)
    #expect(calendar.contains("BEGIN:VTIMEZONE") == (style == .drop))
  }

  @Test(arguments: withdrawn)
  func withdrawnEventsAreShownAsChosen(
    style: ICalendar.Options.WithdrawnStyle, status: String?
  ) throws {
    let event = try Samples.event("Rust") { $0.withdrawnSince = try Samples.day("2026-02-18") }
    #expect(value("STATUS:", in: calendar(of: event) { $0.withdrawn = style }) == status)
  }

  @Test(arguments: ["CANCELLED: Talk", "Talk (canceled)", "Talk [Cancelled]"])
  func titleThatSaysItIsCancelledIsLeftAsItIs(title: String) throws {
    let event = try Samples.event(title) { $0.details.status = .cancelled }
    #expect(value("SUMMARY:", in: calendar(of: event) { $0.cancelled = .title }) == title)
    #expect(written([event], by: GoogleCSV()).contains("\r\n\(title),"))
  }

  @Test(arguments: ["Postponed: Talk", "On cancelledness"])
  func titleThatSaysSomethingElseIsMarked(title: String) throws {
    let event = try Samples.event(title) { $0.details.status = .cancelled }
    let calendar = calendar(of: event) { $0.cancelled = .title }
    #expect(value("SUMMARY:", in: calendar) == "Cancelled: \(title)")
    #expect(written([event], by: GoogleCSV()).contains("\r\nCancelled: \(title),"))
  }

  @Test(arguments: [("PT2H", "-PT2H"), ("P1D", "-P1D")])
  func remindersGoOffBeforeTheEvent(duration: String, trigger: String) throws {
    let calendar = calendar(of: try Samples.event("Rust")) { $0.reminder = Text(duration) }
    #expect(value("TRIGGER:", in: calendar) == trigger)
  }

  @Test(arguments: [
    "PT12H", "P1D", "P2W", "P1DT2H", "PT1H30M", "PT1H30M5S", "PT15M", "PT5S", "PT0S", "P999999D",
  ])
  func durationsAreKnown(text: String) {
    #expect(ICalendar.isDuration(Text(text)))
  }

  @Test(arguments: [
    "", "P", "PT", "12H", "PT12", "PH", "P1H", "PT1D", "P1W2D", "PT1H5S", "PT1M1H", "P-1D", "PT1H ",
    "pt1h", "P1DT", "P1.5D", "--P1D", "-PT15M", "+P1D", "P1000000D", "PT0000001S",
  ])
  func otherTextsAreNoDurations(text: String) {
    #expect(!ICalendar.isDuration(Text(text)))
  }

  @Test(arguments: [
    ("PT12H", true), ("P0DT1M", true), ("P9W", true), ("PT0S", false), ("P0D", false),
    ("P00W", false), ("-PT1H", false), ("1", false),
  ])
  func refreshIntervalsAreMoreThanNothing(text: String, isPositive: Bool) {
    #expect(ICalendar.isPositiveDuration(Text(text)) == isPositive)
  }

  @Test(arguments: [
    ("sienna", true), ("aliceblue", true), ("YellowGreen", true), ("lightgoldenrodyellow", true),
    ("foo", false), ("", false), ("transparent", false), ("aqua aquamarine", false),
    ("#fff", false),
  ])
  func colorsAreThoseOfCSS(text: String, isKnown: Bool) {
    #expect(ICalendar.isColorName(text) == isKnown)
  }

  @Test(arguments: [
    ("https://example.org/rust.ics", true), ("www.example.org/rust.ics", true),
    ("httpfoo", false), ("http:", false), ("webcal://example.org/", false),
  ])
  func feedIsWhereAWebAddressLeads(text: String, isLeft: Bool) throws {
    #expect(ICalendar.isWebAddress(Text(text)) == isLeft)
    let calendar = calendar(of: try Samples.event("Rust")) { $0.feedURL = Text(text) }
    #expect(calendar.contains("SOURCE;VALUE=URI:") == isLeft)
  }

  @Test func listingWithoutUIDIsKnownByItsLine() throws {
    let event = try Samples.event("Rust") { $0.uid = nil }
    #expect(value("UID:", in: calendar(of: event)) == "2026-02-11-230@twir-events")
  }

  @Test func onlyWhoAttendsFromAfarHasAConference() throws {
    for (mode, expected) in [(AttendanceMode.virtual, "https://zoom.us/j/1"), (.inPerson, nil)] {
      let event = try Samples.event("Rust") {
        $0.details.mode = mode
        $0.details.url = "https://zoom.us/j/1"
      }
      let value = value("CONFERENCE;VALUE=URI;FEATURE=VIDEO:", in: calendar(of: event))
      #expect(value == expected)
    }
  }

  @Test func targetThatIsNoAddressGoesToTheDescription() throws {
    let event = try Samples.event("Rust") { $0.details.url = "eurorust" }
    let calendar = calendar(of: event)
    #expect(value("URL", in: calendar) == nil)
    #expect(value("DESCRIPTION:", in: calendar)?.hasPrefix("Link: eurorust\\n") == true)
  }

  @Test func emptyTextsLeaveNoProperty() throws {
    let event = try Samples.event(" \u{2028}") {
      $0.details.organizers = [Organizer(name: "", url: nil)]
      $0.details.places = [Place(city: nil), Place(city: " ")]
      $0.details.description = "\u{1}"
      $0.details.links = [Link(title: "x", url: "javascript:y")]
    }
    let calendar = calendar(of: event)
    #expect(value("SUMMARY", in: calendar) == nil)
    #expect(value("LOCATION", in: calendar) == nil)
    #expect(value("CONTACT", in: calendar) == nil)
    #expect(value("DESCRIPTION:", in: calendar) == "First listed in This Week in Rust 638")
  }

  @Test func hostileTextsMakeNoFurtherLines() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let event = try Samples.hostile(using: &generator)
      let output = FoldingTests.unfolded(written([event], by: ICalendar()))
      let lines = output.split(separator: "\r\n", omittingEmptySubsequences: false)
      #expect(lines.last?.isEmpty == true, "seed \(seed)")
      for line in lines.dropLast() {
        let name = line.prefix { $0 != ":" && $0 != ";" }
        #expect(Self.names.contains(String(name)), "seed \(seed): \(line.debugDescription)")
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 }, "seed \(seed)")
      }
      #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 1, "seed \(seed)")
    }
  }

  private static let names: Set<String> = [
    "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "DESCRIPTION",
    "X-WR-CALDESC", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "COLOR", "UID", "DTSTAMP", "CREATED",
    "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS",
    "GEO", "X-APPLE-STRUCTURED-LOCATION", "IMAGE", "SUMMARY", "LOCATION", "URL", "CONFERENCE",
    "CONTACT", "CATEGORIES", "STATUS",
  ]

  @Test func sameEventsGiveTheSameBytes() throws {
    let events = try Samples.all()
    #expect(written(events, by: ICalendar()) == written(events, by: ICalendar()))
    #expect(
      written(events, by: TerminalCounts(by: .city))
        == written(events, by: TerminalCounts(by: .city)))
  }
}

extension Samples {
  /// An event whose every text is made of what formats stumble over.
  static func hostile(using generator: inout SeededGenerator) throws -> Event {
    func text() -> Text {
      Text(HostileText.make(using: &generator, pieces: Int.random(in: 0...30, using: &generator)))
    }
    return try event("", uid: text()) {
      $0.details.title = text()
      $0.details.mode = AttendanceMode.allCases.randomElement(using: &generator)
      $0.details.places = [Place(city: text(), otherNames: [text()], subdivision: text())]
      $0.details.organizers = [
        Organizer(name: text(), url: text()), Organizer(name: text(), url: nil),
      ]
      $0.details.url = Text("https://zoom.us/" + text().string)
      $0.details.links = [Link(title: text(), url: text())]
      $0.details.description = text()
    }
  }
}
