package import EventModel

/// How far an event's link can be trusted to be the page of this event alone.
package struct PageLink: Hashable, Sendable {
  /// Whether no other event and no group has the same link, so that a page without the event's day
  /// means that the event was moved.
  package var isOwn: Bool

  /// What is known of a link.
  package init(isOwn: Bool) { self.isOwn = isOwn }
}

/// A reading of a page and the day on which the page was fetched.
package struct DatedReading: Hashable, Sendable {
  /// When the page was fetched.
  package var fetched: CivilDate
  /// What it stated.
  package var reading: PageReading

  package init(fetched: CivilDate, reading: PageReading) {
    self.fetched = fetched
    self.reading = reading
  }
}
