internal import EventModel

extension Ledger {
  /// Renews the events that units matched and makes events of the others.
  ///
  /// - Returns: the event of each unit.
  mutating func apply(
    _ units: IssueUnits, _ matches: Matching.Result, from step: Step
  ) -> [Int32] {
    let newUnits = matches.open.indices.filter { matches.open[$0] < 0 }
    let firstNew = storage.count
    reserve(newUnits.count)
    var events = matches.open
    for unit in events.indices where matches.open[unit] >= 0 {
      let position = Int(matches.open[unit])
      events[unit] = open[position].event
      decide(matches.rules[unit], Int(events[unit]), units.details(of: unit))
      renew(
        Int(events[unit]), with: units.details(of: unit), endsWithdrawal: true, on: step.day,
        openAt: position)
      open[position].lastStep = self.step
    }
    insert(newUnits, of: units, from: step, &events)
    recordLines(units, events, firstNew: firstNew)
    return events
  }

  private mutating func reserve(_ newCount: Int) {
    let needed = storage.count + newCount
    if needed > storage.capacity { storage.reserveCapacity(max(needed, storage.capacity * 3 / 2)) }
    if open.count + newCount > open.capacity {
      open.reserveCapacity(max(open.count + newCount, open.capacity * 3 / 2))
    }
  }

  /// Makes events of units, whose UIDs share one buffer.
  mutating func insert(
    _ newUnits: [Int], of units: IssueUnits, from step: Step, _ events: inout [Int32]
  ) {
    var uids: [UInt8] = []
    uids.reserveCapacity(newUnits.count * 64)
    var ends: [Int] = [0]
    ends.reserveCapacity(newUnits.count + 1)
    let firstNew = storage.count
    for unit in newUnits {
      events[unit] = Int32(truncatingIfNeeded: storage.count)
      insert(unit, of: units, from: step, &uids, firstNew: firstNew, ends)
      ends.append(uids.count)
    }
    for offset in newUnits.indices {
      storage[firstNew + offset].uid = Text(slicing: uids, ends[offset]..<ends[offset + 1])
      decide(nil, firstNew + offset, storage[firstNew + offset].details)
    }
  }

  /// Makes an event of a unit; its UID is written behind those of the step's other new events,
  /// which end at `ends`.
  private mutating func insert(
    _ unit: Int, of units: IssueUnits, from step: Step, _ uids: inout [UInt8],
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
    storage.append(Event(raw: listing, of: step.reference))
    if step.isMend {
      storage[number].created = step.day
      storage[number].modified = step.day
    }
    open.append(
      OpenEvent(event: Int32(truncatingIfNeeded: number), lastStep: self.step, identity: identity))
    if identity.series != 0 { series.insert(Matching.meeting(identity.series, on: identity.first)) }
  }

  /// Lets an event take what a listing says.
  ///
  /// - Parameters:
  ///   - event: the event's number.
  ///   - details: what the listing says.
  ///   - endsWithdrawal: whether the event is no longer withdrawn, if it was.
  ///   - day: the day of the step.
  ///   - position: where the event stands in ``open``; nil if it does not.
  mutating func renew(
    _ event: Int, with details: EventDetails, endsWithdrawal: Bool, on day: CivilDate,
    openAt position: Int?
  ) {
    let dates = storage[event].details.dates
    var changes = storage[event].details.renew(with: details)
    if endsWithdrawal, storage[event].withdrawnSince != nil {
      storage[event].withdrawnSince = nil
      changes.insert(.essential)
    }
    if changes.isEmpty { return }
    if storage[event].details.dates != dates { storage[event].previousDates = dates }
    storage[event].modified = day
    if changes.contains(.essential) {
      storage[event].sequence = storage[event].sequence.next
    }
    // The event may have kept what the listing leaves out, so its own keys count.
    let renewed = Identity(storage[event].details)
    let former = position.map { open[$0].identity }
    if renewed.first != former?.first || renewed.series != former?.series, renewed.series != 0 {
      series.insert(Matching.meeting(renewed.series, on: renewed.first))
    }
    if let position { open[position].identity = renewed }
  }

  /// Records where the events are listed, but for the first listing of a new one.
  private mutating func recordLines(_ units: IssueUnits, _ events: [Int32], firstNew: Int) {
    units.forEachListing(of: events) { listing, event, isFirst in
      if isFirst, Int(event) >= firstNew { return }
      laterListings.append(
        LaterListing(
          event: event, issue: step - 1, line: units.listings[listing].location.line))
    }
  }

  /// Keeps a decision, where they are wanted.
  mutating func decide(_ rule: Rule?, _ event: Int, _ listing: EventDetails) {
    guard keepsDecisions, let uid = storage[event].uid else { return }
    decisions.append(
      Decision(
        uid: uid, rule: rule, former: rule == nil ? nil : storage[event].details,
        listing: listing))
  }
}

extension UInt32 {
  /// The next number, held at the last.
  var next: UInt32 { self == .max ? self : self + 1 }
}

extension Span<UInt8> {
  /// Whether both hold the same bytes.
  fileprivate func isEqual(to other: Span<UInt8>) -> Bool {
    equals(indices, other, other.indices, ignoringCase: false)
  }
}
