import EventCatalog
import EventModel

/// The issues of many years read one after the other, with the calendar written after each.
struct Replay {
  /// What became of events, counted.
  struct Tally {
    var issues = 0
    var listings = 0
    var carriedOver = 0
    var moved = 0
    var renamed = 0
    var newURL = 0
    var merged = 0
    var new = 0
    var withdrawn = 0
    var returned = 0
    var uidChanges = 0
    var numberedUIDs = 0
  }

  private let since: CivilDate
  private var ledger = Ledger()
  private var calendar = CalendarHistory()
  /// The events after the last issue.
  private var events: [Text: Event] = [:]
  /// The events that the last issue lists.
  private var listed: Set<Text> = []
  /// What became of the events, by year.
  private(set) var tallies: [Int: Tally] = [:]
  /// The doubtful cases, with what was decided.
  private(set) var doubts: [Doubt] = []
  private var doubles: Set<[Text?]> = []
  /// The promises that the calendar broke.
  private(set) var broken: [String] = []
  /// How many VEVENTs were written as before, and how many otherwise.
  var writtenCounts: (unchanged: Int, changed: Int) {
    (calendar.unchangedCount, calendar.changedCount)
  }

  init(since: CivilDate) {
    self.since = since
    ledger.keepsDecisions = true
  }

  /// Reads the next issue and writes the calendar.
  mutating func add(_ issue: Issue) {
    let noteCount = ledger.notes.count
    ledger.add(issue)
    guard !ledger.decisions.isEmpty else { return }
    let after = ledger.events
    if issue.reference.date >= since {
      let week = ReplayWeek(
        issue: issue, before: events, listedBefore: listed, after: after,
        decisions: ledger.decisions,
        lostTooMany: ledger.notes.dropFirst(noteCount).contains {
          if case .massLoss = $0.problem { true } else { false }
        })
      week.count(into: &tallies[issue.reference.date.components.year, default: Tally()])
      doubts += week.doubts
      // They are seen again each week.
      for (pair, doubt) in week.doubles where doubles.insert(pair).inserted { doubts.append(doubt) }
      broken += calendar.write(after, on: issue.reference.date)
    } else {
      _ = calendar.write(after, on: issue.reference.date)
    }
    events = Dictionary(
      after.compactMap { event in event.uid.map { ($0, event) } },
      uniquingKeysWith: { first, _ in first })
    listed = Set(ledger.decisions.map(\.uid))
  }
}
