import EventCatalog
import EventModel
import Testing

struct CallLedgerTests {
  @Test func takesALaterClosingDateForAChangeOfTheSameCall() {
    let calls = read([
      ("2025-12-10", [call(closes: "2025-12-31")]), ("2025-12-17", [call(closes: "2025-12-31")]),
      ("2026-01-07", [call(closes: "2026-01-18")]),
    ])
    #expect(calls.count == 1)
    #expect(calls.first?.details.closes == Samples.day("2026-01-18"))
    #expect(calls.first?.sequence == 1)
    #expect(calls.first?.created == Samples.day("2025-12-10"))
    #expect(calls.first?.modified == Samples.day("2026-01-07"))
    #expect(calls.first?.laterSources.count == 2)
    #expect(calls.first?.uid == "cfp-2026-sessionize.com-rustweek@twir-events")
  }

  @Test(arguments: [
    "http://www.sessionize.com/rustweek", "https://sessionize.com/rustweek/?utm_source=twir",
    "https://SESSIONIZE.com/rustweek#top",
  ])
  func knowsACallAgainByItsURLHoweverItIsWritten(url: String) {
    let calls = read([("2025-12-10", [call()]), ("2025-12-17", [call(url: url)])])
    #expect(calls.count == 1, "\(url)")
    #expect(calls.first?.sequence == 0, "\(url)")
    #expect(calls.first?.modified == Samples.day("2025-12-17"), "\(url)")
  }

  @Test func keepsTheCallsOfTwoYearsApart() {
    let calls = read([
      ("2024-04-03", [call(closes: "2024-04-14", event: "2024-09-09")]),
      ("2025-04-02", [call(closes: "2025-04-27", event: "2025-09-22")]),
    ])
    #expect(
      calls.map(\.uid) == [
        "cfp-2024-sessionize.com-rustweek@twir-events",
        "cfp-2025-sessionize.com-rustweek@twir-events",
      ])
    #expect(calls.map(\.sequence) == [0, 0])
  }

  @Test func knowsACallAgainWhoseEventHasNoDayYet() {
    let calls = read([
      ("2025-12-10", [call(closes: "2025-12-31", event: nil)]),
      ("2025-12-17", [call(closes: "2025-12-31", event: "2026-05-19")]),
      ("2025-12-24", [call(closes: "2025-12-31", event: nil)]),
    ])
    #expect(calls.count == 1)
    #expect(calls.first?.details.eventDates == Samples.dates("2026-05-19"))
    #expect(calls.first?.sequence == 1)
    #expect(calls.first?.uid == "cfp-2025-sessionize.com-rustweek@twir-events")
  }

  @Test func knowsACallWithoutURLAgainByItsTitle() {
    let calls = read([
      ("2025-12-10", [call("RustWeek", url: nil)]),
      ("2025-12-17", [call("Rustweek", url: nil), call("RustConf", url: nil)]),
    ])
    #expect(calls.map(\.details.title) == ["RustConf", "Rustweek"])
    #expect(calls.map(\.uid) == ["cfp-2026-rustconf@twir-events", "cfp-2026-rustweek@twir-events"])
  }

  @Test func unitesACallThatStandsTwiceInAnIssue() {
    let calls = read([("2025-12-10", [call(), call("Rust Week", event: nil)])])
    #expect(calls.map(\.details.title) == ["RustWeek"])
    #expect(calls.first?.sequence == 0)
    #expect(calls.first?.laterSources.count == 1)
  }

  @Test func givesEqualUIDsNumbers() {
    let urls = ["https://a.org/f?id=1", "https://a.org/f?id=2", "https://a.org/f?id=3"]
    let calls = read([("2025-12-10", urls.map { call(url: $0) })])
    #expect(
      Set(calls.map(\.uid)) == [
        "cfp-2026-a.org-f@twir-events", "cfp-2026-a.org-f-2@twir-events",
        "cfp-2026-a.org-f-3@twir-events",
      ])
  }

  @Test func cutsALongUID() throws {
    let long = "https://docs.google.com/forms/d/e/\(String(repeating: "Ab1", count: 60))/viewform"
    let call = try #require(read([("2025-12-10", [call(url: long)])]).first)
    let local = try #require(call.uid.string.split(separator: "@").first)
    #expect(local.utf8.count == 100)
    #expect(local.hasPrefix("cfp-2026-docs.google.com-forms-d-e-ab1"))
  }

  @Test func readsTheIssuesInTheOrderOfTheirDates() {
    let issues: [(String, [CallForPapers])] = [
      ("2026-01-07", [call(closes: "2026-01-18")]), ("2025-12-10", [call(closes: "2025-12-31")]),
    ]
    #expect(read(issues) == read(issues.reversed()))
    #expect(read(issues).first?.details.closes == Samples.day("2026-01-18"))
  }

  // MARK: Calls

  private func read(_ issues: [(date: String, calls: [CallForPapers])]) -> [CallRecord] {
    CallLedger.read(
      issues.map { date, calls in
        var issue = Samples.issue(date, [])
        issue.calls = calls
        return issue
      }
    ).calls
  }

  private func call(
    _ title: String = "RustWeek", url: String? = "https://sessionize.com/rustweek/",
    closes: String = "2026-01-18", event: String? = "2026-05-19"
  ) -> CallForPapers {
    CallForPapers(
      details: CallDetails(
        title: Text(title), url: url.map { Text($0) }, closes: Samples.day(closes),
        eventDates: event.map { Samples.dates($0) }),
      location: SourceLocation(line: 100))
  }
}
