package import EventModel

extension Ledger.Step {
  /// The issue that the step reads.
  package var issue: IssueReference { reference }
}

extension Ledger {
  /// The events as they were known on a day: after the steps up to and including it.
  package static func events(after steps: [Step], until day: CivilDate) -> [Event] {
    read(steps.filter { $0.day <= day }).events
  }

  /// The issues among the steps that say something of events, each once, in the order of their dates.
  package static func issues(of steps: [Step]) -> [IssueReference] {
    steps.filter(\.hasEventsSection).map(\.reference).sorted()
  }
}
