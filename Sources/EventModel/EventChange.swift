/// What became of an event between two states of the ledger.
package struct EventChange: Hashable, Sendable {
  /// In what way it changed.
  package enum Kind: CaseIterable, Hashable, Sendable {
    /// No earlier state has it.
    case new
    /// It does not take place any more.
    case cancelled
    /// The issues no longer list it, although it is still ahead.
    case withdrawn
    /// It is listed again after it was withdrawn.
    case back
    /// Its days changed, or the hours that were known.
    case moved
    /// Its title changed.
    case renamed
    /// Anything else that an export shows changed.
    case updated
  }

  /// The event as it is now.
  package let event: Event
  /// The event as it was; nil for a new one.
  package let before: Event?
  /// In what ways it changed, in the order of the cases; at least one.
  package let kinds: [Kind]

  /// A change that was found by comparing.
  package init(event: Event, before: Event?, kinds: [Kind]) {
    self.event = event
    self.before = before
    self.kinds = kinds
  }
}

extension EventChange.Kind {
  /// The name in JSON and in the categories of a feed.
  package var name: StaticString {
    switch self {
    case .new: "new"
    case .cancelled: "cancelled"
    case .withdrawn: "withdrawn"
    case .back: "back"
    case .moved: "moved"
    case .renamed: "renamed"
    case .updated: "updated"
    }
  }
}
