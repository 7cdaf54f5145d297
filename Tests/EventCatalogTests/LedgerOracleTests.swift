import EventCatalog
import EventModel
import Testing

struct LedgerOracleTests {
  @Test(arguments: 0..<40)
  func decidesAsTheComparisonOfEveryPairDoes(seed: UInt64) {
    var generator = LedgerGenerator(seed: seed)
    let issues = generator.issues(12)
    var oracle = LedgerOracle(addresses: generator.addresses)
    for issue in issues { oracle.add(issue) }
    Self.compare(Ledger.read(issues), oracle, "seed \(seed)")
  }

  @Test(arguments: 0..<30)
  func decidesTheSameOfMendedIssues(seed: UInt64) {
    var generator = LedgerGenerator(seed: seed)
    let steps = generator.steps(8)
    var oracle = LedgerOracle(addresses: generator.addresses)
    for step in steps {
      if step.fetched == nil {
        oracle.add(step.issue)
      } else {
        oracle.mend(step.issue, on: step.day)
      }
    }
    Self.compare(Ledger.read(steps.map(\.ledgerStep)), oracle, "seed \(seed)")
  }

  private static func compare(_ ledger: Ledger, _ oracle: LedgerOracle, _ name: String) {
    let found = ledger.events.map(describe).sorted()
    let expected = oracle.known.map(describe).sorted()
    for (found, expected) in zip(found, expected) where found != expected {
      Testing.Issue.record("\(name):\n  found    \(found)\n  expected \(expected)")
      return
    }
    #expect(found.count == expected.count, "\(name)")
  }

  private static func describe(_ event: Event) -> String {
    let sources = ([event.firstSource] + event.laterSources).map {
      "\($0.issue.date):\($0.line ?? 0)"
    }
    return describe(
      sources, event.details, event.withdrawnSince, Int(event.sequence), event.modified,
      event.previousDates)
  }

  private static func describe(_ event: LedgerOracle.Known) -> String {
    let first = event.firstIssue
    // The first issue that was read comes first, though a mend may add an earlier one.
    let sources = event.sources.sorted {
      ($0.issue == first ? 0 : 1, $0.issue, $0.line) < (
        $1.issue == first ? 0 : 1, $1.issue, $1.line
      )
    }
    return describe(
      sources.map { "\($0.issue):\($0.line)" }, event.details, event.withdrawn, event.sequence,
      event.modified, event.previousDates)
  }

  private static func describe(
    _ sources: [String], _ details: EventDetails, _ withdrawn: CivilDate?, _ sequence: Int,
    _ modified: CivilDate, _ previous: EventDates?
  ) -> String {
    "\(sources) \(details.dates.first) \(details.title) \(details.url?.string ?? "-") "
      + "\(withdrawn?.description ?? "-") \(sequence) \(modified) "
      + "\(previous.map { "\($0.first)" } ?? "-")"
  }
}
