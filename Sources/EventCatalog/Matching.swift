internal import EventModel

/// One event that a step may still match, with its keys.
struct OpenEvent {
  /// The number of the event.
  var event: Int32
  /// The last step that listed it.
  var lastStep: Int32
  /// Its keys.
  var identity: Identity
}

/// Decides which units of an issue are which of the events known so far.
///
/// In each pass, the pairs that fulfil its condition are settled in the order of preference: the
/// same title first, then the nearest day, then the order in the file; a unit or event that a
/// pass has matched is out of the later ones. The oracle in the tests lists every pair.
struct Matching {
  /// A pair that a pass allows.
  struct Candidate {
    var unit: Int32
    var open: Int32
    /// 0 for the same title, else 1; then the days between them.
    var preference: Int64
  }

  /// What came of it.
  struct Result {
    /// The position in ``Matching/open`` of the event that a unit is, -1 for a new one.
    var open: [Int32]
    /// By which rule.
    var rules: [Ledger.Rule]
  }

  let units: IssueUnits
  let open: [OpenEvent]
  let events: [Event]
  /// The day of the issue.
  let day: Int32
  /// The number of the step.
  let step: Int32
  /// The position in ``open`` of the event that a unit is, -1 for a new one.
  private(set) var openOfUnit: [Int32]
  /// The unit that an open event is, -1 for none.
  private(set) var unitOfOpen: [Int32]
  /// The rule by which a unit is what it is, for matched ones.
  private var ruleOfUnit: [Ledger.Rule]
  /// The rule of the pass that runs.
  private var rule = Ledger.Rule.mended
  private var candidates: [Candidate] = []

  init(units: IssueUnits, open: [OpenEvent], events: [Event], day: Int32, step: Int32) {
    self.units = units
    self.open = open
    self.events = events
    self.day = day
    self.step = step
    openOfUnit = Array(repeating: -1, count: units.count)
    unitOfOpen = Array(repeating: -1, count: open.count)
    ruleOfUnit = Array(repeating: .mended, count: units.count)
  }

  /// Leaves units and events out that are known to be one.
  mutating func leaveOut(units isUnitOut: (Int) -> Bool, open isOpenOut: (Int) -> Bool) {
    for unit in openOfUnit.indices where isUnitOut(unit) { openOfUnit[unit] = .max }
    for position in unitOfOpen.indices where isOpenOut(position) { unitOfOpen[position] = .max }
  }

  /// Runs all passes.
  mutating func run(knownSeries: KeySet) -> Result {
    if !open.isEmpty, units.count > 0 {
      pass(.url) { $0.matchURLs() }
      pass(.title) { $0.matchTitles() }
      pass(.bare) { $0.matchBare() }
      pass(.renamed) { $0.matchRenamed(sparingOccurrences: true) }
      pass(.regrouped) { $0.matchRegrouped() }
      pass(.movedOccurrence) { $0.matchMovedOccurrences() }
      pass(.renamed) { $0.matchRenamed(sparingOccurrences: false) }
      pass(.movedSeries) { $0.matchMovedSeries(knownSeries) }
    }
    return Result(open: openOfUnit, rules: ruleOfUnit)
  }

  private mutating func pass(_ rule: Ledger.Rule, _ match: (inout Matching) -> Void) {
    self.rule = rule
    match(&self)
  }

  func details(of open: Int) -> EventDetails { events[Int(self.open[open].event)].details }

  /// Whether the event stood in the issue before and has not been found in this one.
  func isGone(_ position: Int) -> Bool {
    isAhead(position) && unitOfOpen[position] < 0 && open[position].lastStep == step - 1
  }

  /// Whether the event's last day has not passed.
  func isAhead(_ position: Int) -> Bool { open[position].identity.last >= day }

  /// Whether a unit can be an event at all: nothing is matched to a past one but a listing that
  /// begins before its issue, which editors sometimes leave in the next issue or mend late.
  func isTimely(_ unit: Int, for position: Int) -> Bool {
    isAhead(position) || units.identities[unit].first < day
  }

  func isFree(unit: Int) -> Bool { openOfUnit[unit] < 0 }
  func isFree(open: Int) -> Bool { unitOfOpen[open] < 0 }

  mutating func propose(unit: Int, open position: Int) {
    let left = units.identities[unit]
    let right = open[position].identity
    let distance = Int64(left.first) - Int64(right.first)
    candidates.append(
      Candidate(
        unit: Int32(truncatingIfNeeded: unit), open: Int32(truncatingIfNeeded: position),
        preference: (left.title == right.title ? 0 : 1 << 40) + distance.magnitude64))
  }

  mutating func settle(unit: Int, open position: Int) {
    openOfUnit[unit] = Int32(truncatingIfNeeded: position)
    unitOfOpen[position] = Int32(truncatingIfNeeded: unit)
    ruleOfUnit[unit] = rule
  }

  /// Settles the proposed pairs in the order of preference.
  mutating func settleCandidates() {
    if !settleWithoutConflict() {
      candidates.sort {
        ($0.preference, $0.unit, $0.open) < ($1.preference, $1.unit, $1.open)
      }
      for candidate in candidates {
        let (unit, position) = (Int(candidate.unit), Int(candidate.open))
        if isFree(unit: unit), isFree(open: position) { settle(unit: unit, open: position) }
      }
    }
    candidates.removeAll(keepingCapacity: true)
  }

  /// Settles pairs none of which has a rival, which are nearly all; undoes it at the first rival.
  private mutating func settleWithoutConflict() -> Bool {
    for (index, candidate) in candidates.enumerated() {
      let (unit, position) = (Int(candidate.unit), Int(candidate.open))
      guard isFree(unit: unit), isFree(open: position) else {
        for settled in candidates[..<index] {
          openOfUnit[Int(settled.unit)] = -1
          unitOfOpen[Int(settled.open)] = -1
        }
        return false
      }
      settle(unit: unit, open: position)
    }
    return true
  }
}

extension Int64 {
  /// The magnitude of a difference of two 32-bit numbers, which always fits.
  fileprivate var magnitude64: Int64 { self < 0 ? -self : self }
}
