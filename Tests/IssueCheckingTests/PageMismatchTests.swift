import EventCatalog
import EventModel
import IssueChecking
import Testing

@testable import EventPages

/// Listings against the pages of their events.
struct PageMismatchTests {
  private static let address = "https://example.org/rust-berlin/tell"
  private static let draft = """
    Title: This Week in Rust 638
    Number: 638
    Date: 2026-02-11

    ## Upcoming Events

    ### Europe
    * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
        * [**Rust and Tell**](https://example.org/rust-berlin/tell)

    """
  private static let recurring =
    draft + """
      * 2026-02-25 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)

      """

  private static func event(
    _ start: String = "2026-02-18T19:00", _ change: (inout PageEvent) -> Void = { _ in }
  ) -> PageEvent {
    var event = PageEvent()
    event.name = "Rust and Tell"
    event.start = TimeText.time(start)
    change(&event)
    return event
  }

  private static func messages(
    _ events: [PageEvent], isGone: Bool = false, draft: String = draft
  ) throws -> [String] {
    let rule = try #require(CheckRule.rule(named: "page-mismatch"))
    let key = try #require(AddressKey(url: Text(address)))
    let reading = PageReading(
      source: Text(address), url: nil, events: events, page: PageSummary())
    let fetched = try #require(CivilDate("2026-02-12"))
    let page = EventPageKnowledge.Page(
      reading: events.isEmpty ? nil : DatedReading(fetched: fetched, reading: reading),
      isGone: isGone)
    let pages = EventPageKnowledge([key: page]) { TimeZones { _ in nil } }
    var check = IssueCheck([rule], pages: pages)
    let result = try check.check(Array(draft.utf8), file: "2026-02-11-this-week-in-rust.md")
    return result.findings.map(\.message)
  }

  @Test func isSilentWhereThePageSaysTheSame() throws {
    #expect(try Self.messages([Self.event()]).isEmpty)
  }

  @Test func tellsAnotherDay() throws {
    #expect(
      try Self.messages([Self.event("2026-02-19T19:00")])
        == ["the event's page says 2026-02-19, the listing 2026-02-18"])
  }

  @Test func tellsAnotherCity() throws {
    #expect(
      try Self.messages([
        Self.event {
          $0.city = "Potsdam"
          $0.country = "DE"
        }
      ]) == ["the event's page says Potsdam, DE, the listing Berlin, DE"])
  }

  @Test func tellsACancelledEvent() throws {
    #expect(
      try Self.messages([Self.event { $0.status = .cancelled }])
        == ["the event's page says cancelled, the listing scheduled"])
  }

  @Test func tellsAnotherTitle() throws {
    #expect(
      try Self.messages([Self.event { $0.name = "Embedded Evening" }])
        == ["the event's page has the title 'Embedded Evening', the listing 'Rust and Tell'"])
  }

  @Test func isSilentAboutAWordMoreInTheTitle() throws {
    #expect(try Self.messages([Self.event { $0.name = "Rust and Tell: February" }]).isEmpty)
  }

  @Test func tellsAPageThatIsGone() throws {
    #expect(try Self.messages([], isGone: true) == ["the event's page is gone"])
  }

  @Test func isSilentAboutOtherEventsOfAPageOfMany() throws {
    let events = ["2026-01-18", "2026-02-18", "2026-03-18"].map { Self.event($0 + "T19:00") }
    #expect(try Self.messages(events).isEmpty)
  }

  @Test func isSilentAboutALinkOfManyListings() throws {
    #expect(
      try Self.messages([Self.event("2026-03-25T19:00")], draft: Self.recurring).isEmpty)
  }
}
