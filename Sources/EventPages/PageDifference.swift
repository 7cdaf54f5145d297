package import EventModel

/// A field in which an event's page says something else than its listing.
package enum PageDifference: Hashable, Sendable {
  /// The page's days.
  case dates(EventDates)
  /// The city that the page states.
  case place(Place)
  /// The page's title.
  case title(Text)
  /// Whether the page says that the event takes place.
  case status(EventStatus)
  /// The page states an event on a day so far off that it cannot be the listed one.
  case otherEvent(PageTime)
}

extension PageJoin {
  /// The fields in which a reading of an event's page differs from its listing.
  ///
  /// - Parameters:
  ///   - listed: what the listing says.
  ///   - reading: what the page states, and when it was fetched.
  ///   - link: how far the event's link is its own.
  /// - Returns: The differences; none where the page states nothing of the event.
  package mutating func differences(
    of listed: EventDetails, from reading: DatedReading, link: PageLink
  ) -> [PageDifference] {
    guard let match = match(listed, reading, link) else { return [] }
    guard match.isBelieved else {
      // On a page of many events another day is no contradiction.
      return link.isOwn ? match.event.start.map { [.otherEvent($0)] } ?? [] : []
    }
    var differences: [PageDifference] = []
    if let schedule = match.schedule, schedule.dates != listed.dates {
      differences.append(.dates(schedule.dates))
    }
    if let place = PagePlace(page: match.event, listed: listed).other {
      differences.append(.place(place))
    }
    if let status = match.event.status, status != listed.status {
      differences.append(.status(status))
    }
    if let name = match.event.name, Self.isOther(name, than: listed) {
      differences.append(.title(name))
    }
    return differences
  }

  /// Whether a page's title is another one, and not the listed one with a word more or less: editors
  /// shorten titles and leave the group out.
  private static func isOther(_ name: Text, than listed: EventDetails) -> Bool {
    let page = NameWords([name])
    let title = NameWords([listed.title])
    if page.words.isEmpty || title.words.isEmpty { return false }
    let group = NameWords(listed.organizers.map(\.name))
    return !page.holds(title) && !title.holds(page) && !group.holds(page)
  }
}
