import EventModel
import IssueChecking
import TestSupport
import Testing

/// The issues as they were published, which lie beside the checkout and are no part of it.
struct ArchiveTests {
  /// How often each rule speaks from the first issue of the form with bars on.
  ///
  /// A change of a number is a change of what editors see: look at the findings that came or went.
  private static let counts = [
    "broken-link": 8, "city-order": 97, "country": 3, "date-form": 19, "date-order": 9,
    "duplicate": 4, "fields": 74, "group-mismatch": 120, "heading": 13, "hybrid-mismatch": 67,
    "mode-form": 188, "mode-region": 17, "near-duplicate": 13, "past": 10, "place-code": 13,
    "place-variant": 5, "region": 9, "subline": 66, "title-date": 5, "title-placeholder": 45,
    "url-locale": 143, "url-redirect": 10, "url-tracking": 46, "url-two-dates": 12,
    "white-space": 40, "window": 8, "year": 6,
  ]

  @Test(.enabled(if: SharedFolder.archive.isThere, "\(SharedFolder.archive.absence)"))
  func eachRuleSpeaksAsOftenAsWasLookedAt() throws {
    var counts: [String: Int] = [:]
    var check = IssueCheck()
    for name in SharedFolder.archive.issues(from: "2022-03-02") {
      let bytes = try SharedFolder.archive.bytes(name)
      let result = try check.check(bytes, file: Text(name))
      #expect(result.omittedCount == 0, "\(name)")
      for finding in result.findings { counts[finding.code.name, default: 0] += 1 }
    }
    #expect(counts == Self.counts)
  }
}
