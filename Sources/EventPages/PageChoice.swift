internal import EventModel

/// Which of the events on a page is an event of the list.
struct PageChoice {
  /// What the page states of it.
  let event: PageEvent
  /// Whether the page is about this event alone, so that another day on it means a move.
  let mayMove: Bool

  /// More events than this are not looked at.
  static let mostEvents = 500

  /// Chooses among the events of a page; nil where none is the one that is meant.
  ///
  /// A page of one event is that event's. On a page of several (a group's, a calendar) it is the one
  /// on the same day with the same address or a title that fits; an event on another day only
  /// where its address is the event's own.
  init?(
    of reading: PageReading, for listed: EventDetails, link: PageLink,
    isOnDay: (PageEvent) -> Bool, isSameAddress: (Text, Text) -> Bool
  ) {
    let events = reading.events.prefix(Self.mostEvents)
    if events.count == 1 {
      event = events[0]
      mayMove = link.isOwn && Self.fits(event, listed)
      return
    }
    let hasAddress = { (event: PageEvent) -> Bool in
      guard let url = event.url, let own = listed.url else { return false }
      return isSameAddress(url, own)
    }
    let onDay = events.filter(isOnDay)
    let found = Self.only(onDay.filter(hasAddress)) ?? Self.best(of: onDay, for: listed)
    if let found {
      event = found
      mayMove = false
    } else if onDay.isEmpty, link.isOwn, let own = Self.only(events.filter(hasAddress)) {
      event = own
      mayMove = true
    } else {
      return nil
    }
  }

  /// Whether a page's event can be the listed one by its words: those of a title or a group.
  private static func fits(_ event: PageEvent, _ listed: EventDetails) -> Bool {
    if event.name == nil { return true }
    return NameWords([event.name, event.organizer?.name])
      .meets(NameWords([listed.title] + listed.organizers.map(\.name)))
  }

  /// The only event whose words fit; of several the one whose title is the same.
  private static func best(of events: [PageEvent], for listed: EventDetails) -> PageEvent? {
    let fitting = events.filter { fits($0, listed) }
    if fitting.count <= 1 { return fitting.first }
    let title = NameWords([listed.title])
    return only(fitting.filter { NameWords([$0.name]) == title })
  }

  private static func only(_ events: [PageEvent]) -> PageEvent? {
    events.count == 1 ? events[0] : nil
  }
}
