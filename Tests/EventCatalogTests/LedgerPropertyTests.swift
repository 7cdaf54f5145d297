import EventCatalog
import EventModel
import TestSupport
import Testing

/// What must hold of every ledger, whatever the issues say.
struct LedgerPropertyTests {
  @Test(arguments: 0..<20)
  func neverGivesOneUIDTwice(seed: UInt64) {
    var generator = LedgerGenerator(seed: seed)
    let events = Ledger.read(generator.issues(20)).events
    #expect(Set(events.map(\.uid)).count == events.count, "seed \(seed)")
  }

  @Test(arguments: 0..<20)
  func doesNotDependOnTheOrderOfTheFiles(seed: UInt64) {
    var generator = LedgerGenerator(seed: seed)
    var steps = generator.steps(8)
    let read = Ledger.read(steps.map(\.ledgerStep))
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3 {
      steps.shuffle(using: &random)
      let other = Ledger.read(steps.map(\.ledgerStep))
      #expect(read.events == other.events, "seed \(seed)")
      #expect(read.notes == other.notes, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<20)
  func filesOfOneNameCountInNoOrderOfTheirOwn(seed: UInt64) {
    var generator = LedgerGenerator(seed: seed)
    var issues = generator.issues(5)
    for index in issues.indices { issues[index].reference = issues[0].reference }
    #expect(Ledger.read(issues).events == Ledger.read(issues.reversed()).events, "seed \(seed)")
  }

  @Test(arguments: 0..<15)
  func aLedgerThatGrowsIsTheOneThatReadsAllAtOnce(seed: UInt64) {
    var generator = LedgerGenerator(seed: seed)
    let steps = generator.steps(8)
    var growing = Ledger()
    var settled = Ledger.read([Ledger.Step]())
    for (index, step) in steps.enumerated() {
      growing.add(step.ledgerStep)
      settled.add(step.ledgerStep)
      let read = Ledger.read(steps[...index].map(\.ledgerStep))
      #expect(growing.events == read.events, "seed \(seed), step \(index)")
      #expect(settled.events == read.events, "seed \(seed), step \(index)")
      #expect(growing.notes == read.notes, "seed \(seed), step \(index)")
    }
  }

  @Test(arguments: 0..<30)
  func aCalendarChangesOnlyWhereAnEventDoes(seed: UInt64) throws {
    var generator = LedgerGenerator(seed: seed)
    var ledger = Ledger()
    var before: [Text: Event] = [:]
    for step in generator.steps(12) {
      ledger.add(step.ledgerStep)
      let after = ledger.events
      let name: Comment = "seed \(seed), \(step.day)"
      for event in after {
        guard let uid = event.uid, let former = before.removeValue(forKey: uid) else { continue }
        expectHistory(of: event, after: former, on: step.day, name)
      }
      #expect(before.isEmpty, name)
      before = Dictionary(
        try after.map { (try #require($0.uid), $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private func expectHistory(
    of event: Event, after former: Event, on day: CivilDate, _ name: Comment
  ) {
    #expect(event.created == former.created, name)
    #expect(event.firstSource.issue == former.firstSource.issue, name)
    #expect((former.sequence...former.sequence + 1).contains(event.sequence), name)
    let isSame =
      event.details == former.details && event.withdrawnSince == former.withdrawnSince
      && event.previousDates == former.previousDates
    #expect(isSame || event.modified == day, name)
    if event.details.dates != former.details.dates
      || event.details.title != former.details.title
      || event.details.places != former.details.places
      || event.details.status != former.details.status
      || (event.withdrawnSince == nil) != (former.withdrawnSince == nil)
    {
      #expect(event.sequence == former.sequence + 1, name)
    } else {
      #expect(event.sequence == former.sequence, name)
    }
    if event.details.dates != former.details.dates {
      #expect(event.previousDates == former.details.dates, name)
    }
    let sources = [event.firstSource] + event.laterSources
    #expect(Set(sources).count == sources.count, name)
  }
}
