package import EventModel

extension EventChange {
  /// The change from one state of an event to another; nil where no export shows a difference.
  package init?(from before: Event?, to event: Event) {
    let kinds = Self.kinds(from: before, to: event)
    if kinds.isEmpty { return nil }
    self.init(event: event, before: before, kinds: kinds)
  }

  private static func kinds(from before: Event?, to event: Event) -> [Kind] {
    guard let before else { return kinds(ofNew: event) }
    var kinds: Set<Kind> = []
    // What is left different once all that has a kind of its own is put aside.
    var rest = before
    if before.details.status != event.details.status, event.details.status == .cancelled {
      kinds.insert(.cancelled)
      rest.details.status = event.details.status
    }
    if (before.withdrawnSince == nil) != (event.withdrawnSince == nil) {
      kinds.insert(event.withdrawnSince == nil ? .back : .withdrawn)
      rest.withdrawnSince = event.withdrawnSince
    }
    if before.details.dates != event.details.dates || hasOtherHours(before, event) {
      kinds.insert(.moved)
      rest.details.dates = event.details.dates
      rest.page?.hours = event.page?.hours
    }
    if before.details.title != event.details.title {
      kinds.insert(.renamed)
      rest.details.title = event.details.title
    }
    if !looksTheSame(rest, event) { kinds.insert(.updated) }
    // Each step that changed something counts, also where a later one took it back.
    if kinds.isEmpty, before.sequence != event.sequence || before.modified != event.modified {
      kinds.insert(.updated)
    }
    return Kind.allCases.filter(kinds.contains)
  }

  private static func kinds(ofNew event: Event) -> [Kind] {
    var kinds = [Kind.new]
    if event.details.status == .cancelled { kinds.append(.cancelled) }
    if event.withdrawnSince != nil { kinds.append(.withdrawn) }
    return kinds
  }

  /// Whether hours that were known are others now; hours that become known move nothing.
  private static func hasOtherHours(_ before: Event, _ event: Event) -> Bool {
    guard let old = before.page?.hours, let new = event.page?.hours else { return false }
    return old != new
  }

  private static func looksTheSame(_ event: Event, _ other: Event) -> Bool {
    event.details == other.details && event.page == other.page
      && event.withdrawnSince == other.withdrawnSince
  }
}

extension EventChange {
  /// The changes that lead from one state of the ledger to a later one, in the order of the later
  /// events.
  package static func changes(from before: [Event], to after: [Event]) -> [EventChange] {
    // Through spans the events are lent; only those that changed are copied.
    let earlier = before.span
    var numbers: [Text: Int] = [:]
    numbers.reserveCapacity(earlier.count)
    for number in earlier.indices {
      if let uid = earlier[number].uid { numbers[uid] = number }
    }
    let later = after.span
    var changes: [EventChange] = []
    for number in later.indices {
      let old = later[number].uid.flatMap { numbers[$0] }
      if let old, isSame(earlier[old], later[number]) { continue }
      let change = EventChange(from: old.map { before[$0] }, to: after[number])
      if let change { changes.append(change) }
    }
    return changes
  }

  private static func isSame(_ event: Event, _ other: Event) -> Bool {
    event.modified == other.modified && event.sequence == other.sequence
      && looksTheSame(event, other)
  }
}
