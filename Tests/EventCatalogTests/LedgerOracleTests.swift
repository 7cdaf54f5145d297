import EventCatalog
import EventModel
import Testing

struct LedgerOracleTests {
  @Test(arguments: 0..<60)
  func decidesAsTheComparisonOfEveryPairDoes(seed: UInt64) {
    var generator = LedgerGenerator(seed: seed)
    let issues = generator.issues(12)
    var oracle = LedgerOracle(addresses: generator.addresses)
    for issue in issues { oracle.add(issue) }
    let found = Ledger.read(issues).events.map(Self.describe).sorted()
    let expected = oracle.known.map(Self.describe).sorted()
    for (found, expected) in zip(found, expected) where found != expected {
      Testing.Issue.record("seed \(seed):\n  found    \(found)\n  expected \(expected)")
      return
    }
    #expect(found.count == expected.count, "seed \(seed)")
  }

  @Test(arguments: 0..<20)
  func neverGivesOneUIDTwice(seed: UInt64) {
    var generator = LedgerGenerator(seed: seed)
    let events = Ledger.read(generator.issues(20)).events
    #expect(Set(events.map(\.uid)).count == events.count, "seed \(seed)")
  }

  @Test(arguments: 0..<20)
  func doesNotDependOnTheOrderOfTheFiles(seed: UInt64) {
    var generator = LedgerGenerator(seed: seed)
    let issues = generator.issues(10)
    #expect(Ledger.read(issues).events == Ledger.read(issues.reversed()).events, "seed \(seed)")
  }

  private static func describe(_ event: Event) -> String {
    let sources = ([event.firstSource] + event.laterSources).map {
      "\($0.issue.date):\($0.line ?? 0)"
    }
    return describe(
      sources, event.details, event.withdrawnSince, Int(event.sequence))
  }

  private static func describe(_ event: LedgerOracle.Known) -> String {
    describe(event.sources, event.details, event.withdrawn, event.sequence)
  }

  private static func describe(
    _ sources: [String], _ details: EventDetails, _ withdrawn: CivilDate?, _ sequence: Int
  ) -> String {
    "\(sources) \(details.dates.first) \(details.title) \(details.url?.string ?? "-") "
      + "\(String(describing: withdrawn)) \(sequence)"
  }
}
