package import EventModel

/// Knows each event of the issues read so far, from its first listing to its last.
///
/// Issues are added in the order of their dates; ``read(_:)`` sees to that. An event keeps its UID
/// for ever, and the newest listing wins field by field. Identity is decided by hashed keys that a
/// comparison confirms (``Identity``, ``DayIndex``), in the passes of ``Matching``.
package struct Ledger: Sendable {
  /// A listing of an event that is known from an earlier one.
  struct LaterListing {
    var event: Int32
    var issue: Int32
    var line: UInt32?
  }

  /// The events; in their order while ``isSettled``.
  var storage: [Event] = []
  /// The events that a listing may still be of, in the order in which they came: those whose last
  /// day has not passed, and those that a late listing may repeat.
  var open: [OpenEvent] = []
  /// For so many days after an event a listing of those past days is still known as its own.
  static let lateDays: Int32 = 60
  /// The issues that ``laterListings`` speak of.
  var issues: [IssueReference] = []
  /// Where events are listed again, as far as the events themselves do not hold it yet.
  var laterListings: [LaterListing] = []
  /// Whether an older issue's mend may have put them out of order.
  var hasLateSources = false
  /// The UIDs that are taken.
  var register = UIDRegister()
  /// Group, title and day of every event, for the rhythm of meetings.
  var series = KeySet()
  /// How many issues were read; a mended one counts once.
  var step: Int32 = 0
  /// The newest of them.
  var newest: IssueReference?
  /// What the issues said last, as far as they may be mended.
  var bodies: [IssueReference: Body] = [:]
  /// The issues that will be mended; nil where any may be.
  private var mendedIssues: Set<IssueReference>?
  /// Whether the events are in their order and have their sources.
  var isSettled = true
  /// What is odd about the issues, in the order of their steps.
  package internal(set) var notes: [Note] = []
  /// Whether ``decisions`` are kept, for who wants to see them.
  package var keepsDecisions = false
  /// What became of the listings of the last step, matched ones first; empty unless they are kept.
  package internal(set) var decisions: [Decision] = []

  package init() {}

  /// The ledger of all issues, whatever order they were given in: read by date, then number, then
  /// file.
  package static func read(_ issues: consuming [Issue]) -> Ledger {
    // From the back, so that each issue's listings are the step's alone once it has them.
    issues.reverse()
    var steps: [Step] = []
    steps.reserveCapacity(issues.count)
    while var issue = issues.popLast() { steps.append(Step(taking: &issue)) }
    return read(steps)
  }

  /// The ledger of all steps, whatever order they were given in.
  package static func read(_ steps: consuming [Step]) -> Ledger {
    var ledger = Ledger()
    steps.sort { $0.precedes($1) }
    ledger.mendedIssues = mendedIssues(of: steps)
    // From the back, so that each step's listings are the ledger's alone once it has them.
    steps.reverse()
    while var step = steps.popLast() { ledger.take(&step) }
    ledger.settle()
    // Whoever adds further steps may mend any issue that he adds.
    ledger.mendedIssues = nil
    return ledger
  }

  /// The events in the order of start, then title, then UID.
  package var events: [Event] {
    if isSettled { return storage }
    var copy = self
    copy.settle()
    return copy.storage
  }

  /// Reads the next issue, whose date is not before that of the last one.
  ///
  /// One without events section says nothing of events, so it changes nothing.
  package mutating func add(_ issue: consuming Issue) {
    var next = Step(taking: &issue)
    take(&next)
  }

  /// Reads the next step, whose day is not before that of the last one.
  package mutating func add(_ step: consuming Step) { take(&step) }

  /// The issues that have more than one step.
  private static func mendedIssues(of steps: [Step]) -> Set<IssueReference> {
    var mended: Set<IssueReference> = []
    for (index, step) in steps.enumerated() {
      if step.isMend || (index > 0 && steps[index - 1].reference == step.reference) {
        mended.insert(step.reference)
      }
    }
    return mended
  }

  /// Reads a step, and lets go of what it held.
  private mutating func take(_ next: inout Step) {
    decisions = []
    guard next.hasEventsSection, let units = next.takeUnits() else { return }
    isSettled = false
    let former = bodies.removeValue(forKey: next.reference)
    let isLate = next.isMend && newest.map { next.reference < $0 } ?? false
    let body =
      former != nil || isLate
      ? mend(next, units, former: former ?? Body())
      : take(next, units)
    if mendedIssues?.contains(next.reference) ?? true { bodies[next.reference] = body }
  }

  /// Reads an issue's first body.
  private mutating func take(_ next: Step, _ units: consuming IssueUnits) -> Body {
    step += 1
    newest = next.reference
    issues.append(next.reference)
    close(before: next.day)
    note(units.slips, of: units, in: next.reference)
    let matches = matches(of: units, on: next.day)
    // In a great issue the indices take as much memory as the events' keys.
    units.dropIndices()
    let firstNew = storage.count
    let events = apply(units, matches, from: next)
    withdraw(by: next, firstNew: firstNew)
    return Body(units: units, events: events)
  }

  /// Lets go of the events that no listing of a day can be of.
  mutating func close(before day: CivilDate) {
    open.removeAll { $0.identity.last < day.dayNumber - Self.lateDays }
  }

  private func matches(of units: IssueUnits, on day: CivilDate) -> Matching.Result {
    var matching = Matching(
      units: units, open: open, events: storage, day: day.dayNumber, step: step)
    return matching.run(knownSeries: series)
  }
}
