package import EventModel

extension Ledger.Step {
  /// The issue that the step reads.
  package var issue: IssueReference { reference }
}

extension Ledger {
  /// The changes that the steps after a day make to the events of those up to it.
  ///
  /// - Parameters:
  ///   - steps: the steps, in any order.
  ///   - day: the day of the issue that the changes are counted from; its own step is not among
  ///     those that make changes.
  ///   - events: the events after all steps.
  /// - Returns: the changes, in the order of `events`.
  package static func changes(
    in steps: [Step], since day: CivilDate, to events: [Event]
  ) -> [EventChange] {
    let earlier = read(steps.filter { $0.reference.date <= day })
    return EventChange.changes(from: earlier.events, to: events)
  }

  /// The issues among the steps that say something of events, each once, in the order of their dates.
  package static func issues(of steps: [Step]) -> [IssueReference] {
    steps.filter(\.hasEventsSection).map(\.reference).sorted()
  }
}
