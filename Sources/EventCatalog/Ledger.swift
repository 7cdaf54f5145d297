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
  /// The events that a listing may still be of, in the order in which they came: those whose last
  /// day has not passed, and those that a late listing may repeat.
  private var open: [OpenEvent] = []
  /// For so many days after an event a listing of those past days is still known as its own.
  private static let lateDays: Int32 = 60
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
    steps.sort { $0.reference < $1.reference }
    // From the back, so that each step's listings are the ledger's alone once it has them.
    steps.reverse()
    while var step = steps.popLast() { ledger.add(&step) }
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
    var next = Step(taking: &issue)
    add(&next)
  }

  private mutating func add(_ next: inout Step) {
    guard next.hasEventsSection, var units = next.takeUnits() else { return }
    step += 1
    isSettled = false
    let reference = next.reference
    issues.append(reference)
    open.removeAll { $0.identity.last < reference.date.dayNumber - Self.lateDays }
    note(units.slips, of: units, in: reference)
    let matches = matches(of: units, on: reference.date)
    // In a great issue the indices take as much memory as the events' keys.
    units.dropIndices()
    let firstNew = storage.count
    apply(units, matches, from: reference)
    withdraw(by: reference, firstNew: firstNew)
  }

  private func matches(of units: IssueUnits, on day: CivilDate) -> [Int32] {
    var matching = Matching(
      units: units, open: open, events: storage, day: day.dayNumber, step: step)
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
    var ends: [Int] = [0]
    ends.reserveCapacity(newCount + 1)
    let firstNew = storage.count
    var eventOfUnit = matches
    for unit in 0..<units.count {
      if matches[unit] >= 0 {
        let position = Int(matches[unit])
        renew(at: position, with: units.details(of: unit), units.identities[unit], by: issue)
        eventOfUnit[unit] = open[position].event
      } else {
        eventOfUnit[unit] = Int32(truncatingIfNeeded: storage.count)
        insert(unit, of: units, from: issue, &uids, firstNew: firstNew, ends)
        ends.append(uids.count)
      }
    }
    for offset in 0..<newCount {
      storage[firstNew + offset].uid = Text(slicing: uids, ends[offset]..<ends[offset + 1])
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

  /// Makes an event of a unit; its UID is written behind those of the step's other new events,
  /// which end at `ends`.
  private mutating func insert(
    _ unit: Int, of units: IssueUnits, from issue: IssueReference, _ uids: inout [UInt8],
    firstNew: Int, _ ends: [Int]
  ) {
    let listing = units.listings[Int(units.units[unit])]
    let identity = units.identities[unit]
    let number = storage.count
    register.add(
      listing.details, isOccurrence: identity.isOccurrence, event: number, to: &uids
    ) { [storage] taker, uid, uids in
      if taker < firstNew {
        return storage[taker].uid.map { $0.withSpan { $0.isEqual(to: uid) } } ?? false
      }
      let range = ends[taker - firstNew]..<ends[taker - firstNew + 1]
      return uids.span.extracting(range).isEqual(to: uid)
    }
    storage.append(Event(raw: listing, of: issue))
    open.append(
      OpenEvent(event: Int32(truncatingIfNeeded: number), lastStep: step, identity: identity))
    if identity.series != 0 { series.insert(Matching.meeting(identity.series, on: identity.first)) }
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
    var unit = 0
    for listing in units.listings.indices {
      let event: Int32
      var isFirst = false
      if unit < units.count, Int(units.units[unit]) == listing {
        event = events[unit]
        isFirst = true
        unit += 1
      } else {
        event = events[units.unit(startingAt: units.root(of: listing))]
      }
      if isFirst, Int(event) >= firstNew { continue }
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
    let events = storage.span
    for number in events.indices {
      ranks.append(
        Rank(
          events[number].details.title, on: events[number].details.dates.first, number: number))
    }
    ranks.sort { left, right in
      left.precedes(right) ?? precedes(left.number, right.number, in: events)
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
    var counts = [Int32](repeating: 0, count: storage.count)
    for listing in laterListings { counts[Int(listing.event)] += 1 }
    for listing in laterListings {
      let event = Int(listing.event)
      if counts[event] > 0 {
        let total = storage[event].laterSources.count + Int(counts[event])
        storage[event].laterSources.reserveCapacity(total)
        counts[event] = 0
      }
      storage[event].laterSources.append(
        SourceReference(issue: issues[Int(listing.issue)], line: listing.line))
    }
    laterListings = []
  }
}

/// What decides the order of nearly all pairs of events: the first day and the first bytes of the
/// title.
private struct Rank {
  var day: Int32
  var number: Int32
  var first: UInt64
  var second: UInt64
  var third: UInt64

  init(_ title: Text, on day: CivilDate, number: Int) {
    self.day = day.dayNumber
    self.number = Int32(truncatingIfNeeded: number)
    (first, second, third) = title.withSpan {
      (Self.word($0, at: 0), Self.word($0, at: 8), Self.word($0, at: 16))
    }
  }

  /// Eight bytes, the first one highest, so that their order is that of the numbers.
  private static func word(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    if bytes.count - offset >= 8 {
      return EventCatalog.word(of: bytes, at: offset).bigEndian
    }
    var word: UInt64 = 0
    for index in offset..<offset + 8 {
      word = word << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0)
    }
    return word
  }

  /// Whether this one comes first; nil where only the events themselves can tell.
  @inline(__always)
  func precedes(_ other: Rank) -> Bool? {
    if day != other.day { return day < other.day }
    if first != other.first { return first < other.first }
    if second != other.second { return second < other.second }
    if third != other.third { return third < other.third }
    return nil
  }
}

/// The order of title, UID among events of one day.
private func precedes(_ left: Int32, _ right: Int32, in events: Span<Event>) -> Bool {
  let (left, right) = (Int(left), Int(right))
  if events[left].details.title != events[right].details.title {
    return events[left].details.title < events[right].details.title
  }
  guard let uid = events[left].uid, let otherUID = events[right].uid else { return false }
  return uid < otherUID
}

extension UInt32 {
  /// The next number, held at the last.
  fileprivate var next: UInt32 { self == .max ? self : self + 1 }
}

extension Span<UInt8> {
  /// Whether both hold the same bytes.
  fileprivate func isEqual(to other: Span<UInt8>) -> Bool {
    equals(indices, other, other.indices, ignoringCase: false)
  }
}
