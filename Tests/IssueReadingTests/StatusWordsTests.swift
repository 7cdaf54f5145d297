import EventModel
import Testing

@testable import IssueReading

struct StatusWordsTests {
  @Test(arguments: [
    ("Cancelled", EventStatus.cancelled), ("[Cancelled] Rust Night", .cancelled),
    ("CANCELLED: Rust Night", .cancelled), ("Rust Night (cancelled)", .cancelled),
    ("Rust Night - CANCELED", .cancelled), ("CANCELED", .cancelled), ("canceled!", .cancelled),
    ("[Postponed] Rust", .postponed), ("POSTPONED Rust", .postponed), ("postponed", .postponed),
    ("[Postponed].", .postponed), ("*CANCELLED*", .cancelled),
    ("A very long title of a night about Rust [cancelled]", .cancelled),
  ])
  func emphaticWordsTellTheStatus(text: String, status: EventStatus) {
    #expect(StatusWords.status(of: Text(text)) == status)
  }

  @Test(arguments: [
    "Rust Night", "How we cancelled our futures", "Cancelled futures and how to drop them",
    "[Rescheduled] Rust", "Moved to June", "Postponed work in async Rust", "PRECANCELLED",
    "Structured Cancellation (async)", "", "CANCEL", "[cancel] safety",
  ])
  func otherTextTellsNone(text: String) {
    #expect(StatusWords.status(of: Text(text)) == nil)
  }

  @Test(arguments: [
    ("Cancelled", true), ("[Cancelled]", true), ("**POSTPONED!**", true), ("- Canceled -", true),
    ("Cancelled Rust", false), ("", false), ("Ünpostponed", false), ("🦀 Cancelled", false),
    ("2018; CANCELLED", false), ("2/3 Cancelled", false),
  ])
  func wholeTextIsNoTitle(text: String, isWhole: Bool) {
    #expect(StatusWords.isWholeText(Text(text)) == isWhole)
  }
}
