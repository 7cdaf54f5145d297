internal import EventModel

// An issue that is mended after it was published is read again on the day on which its new body was
// fetched, and the news is what the new body says otherwise than the former one. Issues that came
// after it may know better, so the difference is applied as a patch to what is known:
//
// - A listing that both bodies have is no news. One that changed (it is found in the former body by
//   the rules by which listings are found in the issue before) changes a field of its event where
//   the two bodies differ and the event still has what the former one said; where no later issue
//   lists the event, whatever the event has.
// - A listing that only the new body has is one like any other. Of an event that a later issue
//   lists it says nothing new.
// - An event that only the former body has is withdrawn, if it is still ahead, the issue should list
//   it, and no later issue does. The guard against losing too many holds here too.
// - A mended issue ends no withdrawal, unless it is the newest: the newest does not list the event.
//
// A mend of the newest issue is an issue that comes again: there is nothing that could know better,
// and what it does not list is gone.

extension Ledger {
  /// What an issue said last.
  struct Body: Sendable {
    /// Its united listings.
    var units = IssueUnits([])
    /// The event of each unit.
    var events: [Int32] = []

    /// Gives the events new numbers.
    mutating func renumber(_ newNumbers: [Int32]) {
      for unit in events.indices { events[unit] = newNumbers[Int(events[unit])] }
    }
  }

  /// A mend of an issue.
  private struct Mend {
    let step: Step
    let units: IssueUnits
    let former: Body
    /// Whether no later issue was read.
    let isNewest: Bool
    /// The unit of the former body that a unit was; -1 for none.
    let formerUnits: Matching.Result
    /// Where open events stand in ``Ledger/open``.
    let positions: [Int32: Int]
    /// The events that later issues list.
    let laterEvents: Set<Int32>
  }

  /// Reads a later body of an issue.
  mutating func mend(_ step: Step, _ units: IssueUnits, former: Body) -> Body {
    close(before: step.day)
    let mend = Mend(
      step: step, units: units, former: former, isNewest: step.reference == newest,
      formerUnits: former.units.units(thatBecame: units),
      positions: Dictionary(
        open.indices.map { (open[$0].event, $0) }, uniquingKeysWith: { first, _ in first }),
      laterEvents: events(listedBehind: step.reference))
    notes.removeAll { $0.issue == step.reference && ($0.isOfListing || mend.isNewest) }
    note(units.slips, of: units, in: step.reference)
    let firstNew = storage.count
    var events = [Int32](repeating: -1, count: units.count)
    renewMended(by: mend, &events)
    matchAdded(by: mend, &events)
    let added = events.indices.filter { events[$0] < 0 }
    insert(added, of: units, from: step, &events)
    if !mend.isNewest {
      // As if it had been inserted when its issue was read: not in the issue before the next one.
      for position in open.indices.suffix(added.count) { open[position].lastStep = -1 }
    }
    recordLines(of: mend, events)
    withdrawRemoved(by: mend, events, firstNew: firstNew)
    var body = Body(units: units, events: events)
    body.units.dropIndices()
    return body
  }

  /// The events that an issue behind this one lists.
  private func events(listedBehind issue: IssueReference) -> Set<Int32> {
    var result: Set<Int32> = []
    if issue == newest { return result }
    for (number, event) in storage.enumerated()
    where event.firstSource.issue > issue
      || event.laterSources.contains(where: { $0.issue > issue })
    { result.insert(Int32(truncatingIfNeeded: number)) }
    for listing in laterListings where issues[Int(listing.issue)] > issue {
      result.insert(listing.event)
    }
    return result
  }

  /// Renews the events whose listings changed.
  private mutating func renewMended(by mend: Mend, _ events: inout [Int32]) {
    for unit in events.indices where mend.formerUnits.open[unit] >= 0 {
      let formerUnit = Int(mend.formerUnits.open[unit])
      let event = mend.former.events[formerUnit]
      events[unit] = event
      let position = mend.positions[event]
      if mend.isNewest, let position { open[position].lastStep = step }
      let former = mend.former.units.details(of: formerUnit)
      let details = mend.units.details(of: unit)
      if details == former { continue }
      decide(.mended, Int(event), details)
      renew(
        Int(event),
        with: details.mending(
          former, of: storage[Int(event)].details,
          isNewest: !mend.laterEvents.contains(event)),
        endsWithdrawal: mend.isNewest, on: mend.step.day, openAt: position)
      if position == nil { reopen(Int(event), on: mend.step.day) }
    }
  }

  /// Lets an event be matched again that a mend moved into the days that are not closed.
  private mutating func reopen(_ event: Int, on day: CivilDate) {
    let identity = Identity(storage[event].details)
    guard identity.last >= day.dayNumber - Self.lateDays else { return }
    open.append(
      OpenEvent(event: Int32(truncatingIfNeeded: event), lastStep: -1, identity: identity))
  }

  /// Finds the events that are known otherwise of the listings that the former body does not have.
  private mutating func matchAdded(by mend: Mend, _ events: inout [Int32]) {
    guard events.contains(where: { $0 < 0 }) else { return }
    var matching = Matching(
      units: mend.units, open: open, events: storage, day: mend.step.day.dayNumber,
      // What stood in the issue before an older one is long known.
      step: mend.isNewest ? step : .max)
    let taken = Set(events)
    matching.leaveOut(units: { events[$0] >= 0 }, open: { taken.contains(open[$0].event) })
    let matches = matching.run(knownSeries: series)
    for unit in events.indices where events[unit] < 0 && matches.open[unit] >= 0 {
      let position = Int(matches.open[unit])
      let event = open[position].event
      events[unit] = event
      decide(matches.rules[unit], Int(event), mend.units.details(of: unit))
      if mend.laterEvents.contains(event) { continue }
      if mend.isNewest { open[position].lastStep = step }
      renew(
        Int(event), with: mend.units.details(of: unit), endsWithdrawal: mend.isNewest,
        on: mend.step.day, openAt: position)
    }
  }

  /// Withdraws the events that are no longer listed.
  private mutating func withdrawRemoved(by mend: Mend, _ events: [Int32], firstNew: Int) {
    let listed = Set(events)
    let formerly = Set(mend.former.events)
    if mend.isNewest {
      for position in open.indices
      where open[position].lastStep == step && !listed.contains(open[position].event) {
        open[position].lastStep = step - 1
      }
      withdraw(by: mend.step, firstNew: firstNew)
      return
    }
    let expected = open.filter {
      formerly.contains($0.event) && isExpected($0, by: mend.step)
    }
    let removed = expected.filter {
      !listed.contains($0.event) && !mend.laterEvents.contains($0.event)
    }
    withdraw(removed.map { Int($0.event) }, of: expected.count, by: mend.step)
  }

  /// Puts the lines of the new body in the place of those of the former one; where an event that it
  /// no longer lists stood stays known.
  private mutating func recordLines(of mend: Mend, _ events: [Int32]) {
    let issue = mend.step.reference
    let number = Int32(truncatingIfNeeded: issues.firstIndex(of: issue) ?? issues.count)
    if Int(number) == issues.count { issues.append(issue) }
    let listed = Set(events)
    laterListings.removeAll { $0.issue == number && listed.contains($0.event) }
    for event in listed { storage[Int(event)].laterSources.removeAll { $0.issue == issue } }
    var hasFirst: Set<Int32> = []
    mend.units.forEachListing(of: events) { listing, event, _ in
      let line = mend.units.listings[listing].location.line
      if storage[Int(event)].firstSource.issue == issue, hasFirst.insert(event).inserted {
        storage[Int(event)].firstSource.line = line
      } else {
        laterListings.append(LaterListing(event: event, issue: number, line: line))
      }
    }
    hasLateSources = true
  }
}

extension IssueUnits {
  /// Which of these units became which units of a later body of the issue: `open` holds for each
  /// of those its former self.
  fileprivate func units(thatBecame later: IssueUnits) -> Matching.Result {
    var known: [OpenEvent] = []
    var events: [Event] = []
    let reference = IssueReference(date: .distantPast, number: nil, file: "")
    for unit in 0..<count {
      known.append(
        OpenEvent(event: Int32(truncatingIfNeeded: unit), lastStep: 0, identity: identities[unit]))
      events.append(Event(raw: listings[Int(units[unit])], of: reference))
    }
    // Before all days, so that nothing of the former body has passed.
    var matching = Matching(units: later, open: known, events: events, day: .min, step: 1)
    var unchanged = Dictionary(
      grouping: (0..<count).reversed(), by: { details(of: $0) })
    for unit in 0..<later.count {
      if let former = unchanged[later.details(of: unit)]?.popLast() {
        matching.settle(unit: unit, open: former)
      }
    }
    return matching.run(knownSeries: KeySet())
  }
}
