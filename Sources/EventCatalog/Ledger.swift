package import EventModel

/// Knows each event of the issues read so far, from its first listing to its last.
///
/// Issues are added in the order of their dates; ``read(_:)`` sees to that. An event keeps its UID
/// for ever, and the newest listing wins field by field. Identity is decided by hashed keys that a
/// comparison confirms (``Identity``, ``DayIndex``), in the passes of ``Matching``.
package struct Ledger: Sendable {
  /// A listing of an event that is known from an earlier one.
  private struct LaterListing {
    var event: Int32
    var issue: Int32
    var line: UInt32?
  }

  private var storage: [Event] = []
  /// The events whose last day has not passed, in the order in which they came.
  private var open: [OpenEvent] = []
  /// The issues that ``laterListings`` speak of.
  private var issues: [IssueReference] = []
  private var laterListings: [LaterListing] = []
  private var register = UIDRegister()
  /// Group, title and day of every event, for the rhythm of meetings.
  private var series = KeySet()
  private var step: Int32 = 0
  private var isSettled = true
  /// What is odd about the issues, in the order of their steps.
  package private(set) var notes: [Note] = []

  package init() {}

  /// The ledger of all issues, whatever order they were given in: read by date, then number, then
  /// file.
  package static func read(_ issues: consuming [Issue]) -> Ledger {
    var ledger = Ledger()
    issues.sort { left, right in
      let (left, right) = (left.reference, right.reference)
      if left.date != right.date { return left.date < right.date }
      if left.number != right.number { return left.number ?? 0 < right.number ?? 0 }
      return left.file < right.file
    }
    // From the back, so that each issue's listings are the ledger's alone once it has them.
    issues.reverse()
    while let issue = issues.popLast() { ledger.add(issue) }
    ledger.settle()
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
    guard issue.hasEventsSection || !issue.listings.isEmpty else { return }
    step += 1
    isSettled = false
    let reference = issue.reference
    issues.append(reference)
    open.removeAll { $0.identity.last < reference.date.dayNumber }
    let units = IssueUnits(issue.listings)
    note(units.slips, of: units, in: reference)
    let matches = matches(of: units)
    let firstNew = storage.count
    apply(units, matches, from: reference)
    withdraw(by: reference, firstNew: firstNew)
  }

  private func matches(of units: IssueUnits) -> [Int32] {
    var matching = Matching(units: units, open: open, events: storage, step: step)
    matching.run(knownSeries: series)
    return matching.openOfUnit
  }
}

// MARK: - What a step changes

extension Ledger {
  /// Renews the events that units matched and makes events of the others.
  private mutating func apply(
    _ units: IssueUnits, _ matches: [Int32], from issue: IssueReference
  ) {
    let newCount = matches.count { $0 < 0 }
    reserve(newCount)
    var uids: [UInt8] = []
    uids.reserveCapacity(newCount * 64)
    var ranges: [Range<Int>] = []
    let firstNew = storage.count
    var eventOfUnit = matches
    for unit in 0..<units.count {
      if matches[unit] >= 0 {
        let position = Int(matches[unit])
        renew(at: position, with: units.details(of: unit), units.identities[unit], by: issue)
        eventOfUnit[unit] = open[position].event
      } else {
        eventOfUnit[unit] = Int32(truncatingIfNeeded: storage.count)
        ranges.append(insert(unit, of: units, from: issue, &uids, firstNew: firstNew, ranges))
      }
    }
    for (offset, range) in ranges.enumerated() {
      storage[firstNew + offset].uid = Text(slicing: uids, range)
    }
    recordLines(units, eventOfUnit, firstNew: firstNew)
  }

  private mutating func reserve(_ newCount: Int) {
    let needed = storage.count + newCount
    if needed > storage.capacity { storage.reserveCapacity(max(needed, storage.capacity * 3 / 2)) }
    if open.count + newCount > open.capacity {
      open.reserveCapacity(max(open.count + newCount, open.capacity * 3 / 2))
    }
  }

  private mutating func insert(
    _ unit: Int, of units: IssueUnits, from issue: IssueReference, _ uids: inout [UInt8],
    firstNew: Int, _ ranges: [Range<Int>]
  ) -> Range<Int> {
    let listing = units.listings[Int(units.units[unit])]
    let identity = units.identities[unit]
    let number = storage.count
    let range = register.add(
      listing.details, isOccurrence: identity.isOccurrence, event: number, to: &uids
    ) { [storage] taker, range, bytes in
      if taker < firstNew {
        return storage[taker].uid.map { $0.isEqual(to: bytes, range) } ?? false
      }
      return bytes[ranges[taker - firstNew]] == bytes[range]
    }
    storage.append(Event(raw: listing, of: issue))
    open.append(
      OpenEvent(event: Int32(truncatingIfNeeded: number), lastStep: step, identity: identity))
    if identity.series != 0 { series.insert(Matching.meeting(identity.series, on: identity.first)) }
    return range
  }

  private mutating func renew(
    at position: Int, with details: EventDetails, _ identity: Identity, by issue: IssueReference
  ) {
    let event = Int(open[position].event)
    open[position].lastStep = step
    var changes = storage[event].details.renew(with: details)
    if storage[event].withdrawnSince != nil {
      storage[event].withdrawnSince = nil
      changes.insert(.essential)
    }
    if changes.isEmpty { return }
    storage[event].modified = issue.date
    if changes.contains(.essential) {
      storage[event].sequence = storage[event].sequence.next
    }
    // The event may have kept what the listing leaves out, so its own keys count.
    let renewed = Identity(storage[event].details)
    if renewed.first != open[position].identity.first
      || renewed.series != open[position].identity.series, renewed.series != 0
    {
      series.insert(Matching.meeting(renewed.series, on: renewed.first))
    }
    open[position].identity = renewed
  }

  /// Records where the events are listed, but for the first listing of a new one.
  private mutating func recordLines(_ units: IssueUnits, _ events: [Int32], firstNew: Int) {
    var unitOfListing: [Int32: Int32] = [:]
    for unit in 0..<units.count { unitOfListing[units.units[unit]] = events[unit] }
    for listing in units.listings.indices {
      let first = units.root(of: listing)
      guard let event = unitOfListing[Int32(truncatingIfNeeded: first)] else { continue }
      if first == listing, Int(event) >= firstNew { continue }
      laterListings.append(
        LaterListing(
          event: event, issue: step - 1, line: units.listings[listing].location.line))
    }
  }
}

// MARK: - What is gone

extension Ledger {
  /// How many days after its own an issue is expected to list.
  private static let window: Int32 = 28

  /// Withdraws the events still ahead that the issue no longer lists, unless it lost too many.
  private mutating func withdraw(by issue: IssueReference, firstNew: Int) {
    let day = issue.date.dayNumber
    var ahead = 0
    var lost: [Int32] = []
    for event in open
    where event.identity.first >= day && event.identity.first <= day + Self.window
      && storage[Int(event.event)].withdrawnSince == nil
    {
      if event.lastStep == step {
        if Int(event.event) < firstNew { ahead += 1 }
      } else {
        ahead += 1
        lost.append(event.event)
      }
    }
    if lost.count * 3 > ahead {
      notes.append(Note(issue: issue, problem: .massLoss(lost: lost.count, ahead: ahead)))
      return
    }
    for event in lost {
      storage[Int(event)].withdrawnSince = issue.date
      storage[Int(event)].modified = issue.date
      storage[Int(event)].sequence = storage[Int(event)].sequence.next
    }
  }

  private mutating func note(
    _ slips: [IssueUnits.Slip], of units: IssueUnits, in issue: IssueReference
  ) {
    for slip in slips {
      let dropped = units.listings[Int(slip.dropped)]
      let kept = units.listings[Int(slip.kept)]
      notes.append(
        Note(
          issue: issue,
          problem: .urlTwoDates(
            at: dropped.location, day: slip.day, kept: kept.details.dates.first,
            keptLine: kept.location.line)))
    }
  }
}

// MARK: - The order of events

extension Ledger {
  /// Puts the events in their order and gives each its sources.
  private mutating func settle() {
    if isSettled { return }
    isSettled = true
    attachSources()
    let newNumbers = newNumbers()
    for position in open.indices { open[position].event = newNumbers[Int(open[position].event)] }
    register.renumber(newNumbers)
    move(to: newNumbers)
  }

  /// The place of each event in the order of events.
  private func newNumbers() -> [Int32] {
    var ranks: [Rank] = []
    ranks.reserveCapacity(storage.count)
    for number in storage.indices { ranks.append(Rank(storage[number], number: number)) }
    ranks.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return storage[Int(left.number)].precedes(storage[Int(right.number)])
    }
    var newNumbers = [Int32](repeating: 0, count: ranks.count)
    for (new, rank) in ranks.enumerated() {
      newNumbers[Int(rank.number)] = Int32(truncatingIfNeeded: new)
    }
    return newNumbers
  }

  /// Moves each event to its new place along the cycles of the permutation, without a second array.
  private mutating func move(to newNumbers: [Int32]) {
    var targets = newNumbers
    for position in targets.indices {
      while Int(targets[position]) != position {
        let target = Int(targets[position])
        storage.swapAt(position, target)
        targets.swapAt(position, target)
      }
    }
  }

  private mutating func attachSources() {
    for listing in laterListings {
      storage[Int(listing.event)].laterSources.append(
        SourceReference(issue: issues[Int(listing.issue)], line: listing.line))
    }
    laterListings.removeAll()
  }
}

/// What decides between nearly all pairs of events: the first day and the first bytes of the title.
private struct Rank {
  var prefix: UInt64
  var number: Int32

  init(_ event: Event, number: Int) {
    let day = Int64(event.details.dates.first.dayNumber) - Int64(CivilDate.distantPast.dayNumber)
    prefix = UInt64(truncatingIfNeeded: day)
    let title = event.details.title
    for offset in 0..<4 {
      prefix = prefix << 8 | (offset < title.count ? UInt64(title[offset]) : 0)
    }
    self.number = Int32(truncatingIfNeeded: number)
  }
}

extension Event {
  /// The order of start, title, UID.
  fileprivate func precedes(_ other: Event) -> Bool {
    if details.dates.first != other.details.dates.first {
      return details.dates.first < other.details.dates.first
    }
    if details.title != other.details.title { return details.title < other.details.title }
    switch (uid, other.uid) {
    case (let uid?, let otherUID?): return uid < otherUID
    default: return uid == nil && other.uid != nil
    }
  }
}

extension UInt32 {
  /// The next number, held at the last.
  fileprivate var next: UInt32 { self == .max ? self : self + 1 }
}

extension Text {
  /// Whether these are the bytes of a range.
  fileprivate func isEqual(to bytes: [UInt8], _ range: Range<Int>) -> Bool {
    self == Text(slicing: bytes, range)
  }
}
