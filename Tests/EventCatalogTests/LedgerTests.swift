import EventCatalog
import EventModel
import Testing

struct LedgerTests {
  @Test func keepsTheUIDOfAnEventThatStandsInTwoIssues() {
    let listing = Samples.listing(
      "2026-02-26", "Rust Berlin Talks",
      url: "https://www.meetup.com/rust-berlin/events/308455922/",
      group: "https://www.meetup.com/rust-berlin/")
    let ledger = Ledger.read([
      Samples.issue("2026-02-18", [listing]), Samples.issue("2026-02-11", [listing]),
    ])
    #expect(ledger.events.count == 1)
    #expect(
      ledger.events.first?.uid == "meetup.com-rust-berlin-events-308455922@twir-events")
    #expect(ledger.events.first?.created == Samples.day("2026-02-11"))
    #expect(ledger.events.first?.laterSources.count == 1)
  }
}
