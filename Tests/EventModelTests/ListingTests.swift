import EventModel
import Testing

struct ListingTests {
  @Test func locationsAreOrderedByLineThenColumn() {
    let locations = [(2, 1), (1, 9), (1, 2)].map { SourceLocation(line: $0.0, column: $0.1) }
    #expect(locations.sorted() == [locations[2], locations[1], locations[0]])
  }

  @Test func locationsAreHeldAtTheLimitsOfTheirNumbers() {
    let location = SourceLocation(line: .max, column: -1)
    #expect(location.line == .max)
    #expect(location.column == 0)
  }

  @Test func rawEventHasNoHistory() throws {
    let day = try #require(CivilDate("2026-02-12"))
    let issue = IssueReference(date: day.advanced(by: -1), number: 638, file: "a.md")
    let details = EventDetails(title: "Rust", dates: EventDates(day))
    let event = Event(
      raw: Listing(details: details, location: SourceLocation(line: 7)), of: issue)
    #expect(event.uid == nil)
    #expect(event.details == details)
    #expect(event.firstSource == SourceReference(issue: issue, line: 7))
    #expect(event.created == issue.date)
    #expect(event.modified == issue.date)
    #expect(event.laterSources.isEmpty)
  }
}
