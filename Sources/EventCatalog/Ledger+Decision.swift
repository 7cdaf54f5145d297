package import EventModel

extension Ledger {
  /// The rule by which a listing is known as one of an event.
  package enum Rule: UInt8, Sendable {
    /// The same URL and overlapping days.
    case url
    /// The same group, day and title.
    case title
    /// The same days and title, where one side has neither URL nor group.
    case bare
    /// The same group and day, where the event is gone otherwise.
    case renamed
    /// The same days, title and places, where the event is gone otherwise.
    case regrouped
    /// The same occurrence URL on another day.
    case movedOccurrence
    /// The same group and title on another day, where the event is gone otherwise.
    case movedSeries
    /// The same listing of the same issue before it was mended.
    case mended
  }

  /// What became of the listings of one event in a step.
  package struct Decision: Sendable {
    /// The event's UID.
    package var uid: Text
    /// By which rule it is known again; nil for a new event.
    package var rule: Rule?
    /// What was known of it before; nil for a new event.
    package var former: EventDetails?
    /// What the listings say together.
    package var listing: EventDetails
  }
}

extension EventDetails {
  /// Whether both are of one group, as the ledger knows groups.
  package func isOfSameGroup(as other: EventDetails) -> Bool { Sameness.groups(self, other) }

  /// Whether both have the same title but for the case of ASCII letters.
  package func hasSameTitle(as other: EventDetails) -> Bool { Sameness.titles(title, other.title) }

  /// Whether both have a URL, and the same one.
  package func hasSameURL(as other: EventDetails) -> Bool { Sameness.urls(url, other.url) }
}
