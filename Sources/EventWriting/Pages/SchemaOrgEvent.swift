import EventModel

/// An event as JSON-LD in the words of schema.org, as search engines read it.
///
/// Nothing is made up: what no listing and no page says is left out, a day whose hour is not known
/// stays a date, and a city is never the name of a place.
enum SchemaOrgEvent {
  /// The event as an object with its context.
  static func text(of event: Event) -> String { object(of: event).text }

  private static func object(of event: Event) -> LinkedDataText {
    let details = event.details
    let page = event.page
    return .object([
      Member("@context", text: "https://schema.org"),
      Member("@type", text: "Event"),
      Member("name", text: details.title.string),
      Member("startDate", text: start(of: event)),
      Member("endDate", text: end(of: event)),
      Member("previousStartDate", text: event.previousDates?.first.description),
      Member("eventStatus", text: schema + status(of: event)),
      Member("eventAttendanceMode", text: details.mode.map { schema + name(of: $0) }),
      Member("location", location(of: event)),
      Member("organizer", single(details.organizers.map(organizer))),
      Member("url", text: details.url.flatMap { WebAddress($0).dataLink }),
      Member("description", text: PageContent.description(of: event)?.string),
      Member("image", text: page?.image.flatMap { WebAddress($0).dataLink }),
      Member("isAccessibleForFree", page?.isFree.map { .bool($0) }),
    ])
  }

  private typealias Member = LinkedDataText.Member

  private static let schema = "https://schema.org/"

  /// The moment where the hour is known, else the day.
  private static func start(of event: Event) -> String {
    event.page?.hours?.start.description ?? event.details.dates.first.description
  }

  /// When it ends; nil for one day whose hours are not known.
  private static func end(of event: Event) -> String? {
    if let end = event.page?.hours?.end { return end.description }
    return event.details.dates.isRange ? event.details.dates.last.description : nil
  }

  private static func status(of event: Event) -> String {
    switch event.details.status {
    case .cancelled: "EventCancelled"
    case .postponed: "EventPostponed"
    case .scheduled: event.previousDates == nil ? "EventScheduled" : "EventRescheduled"
    }
  }

  private static func name(of mode: AttendanceMode) -> String {
    switch mode {
    case .virtual: "OnlineEventAttendanceMode"
    case .hybrid: "MixedEventAttendanceMode"
    case .inPerson: "OfflineEventAttendanceMode"
    }
  }

  private static func organizer(_ group: Organizer) -> LinkedDataText {
    .object([
      Member("@type", text: "Organization"),
      Member("name", text: group.name.string),
      Member("url", text: group.url.flatMap { WebAddress($0).dataLink }),
    ])
  }

  /// One value alone, several as a list, none as nothing.
  private static func single(_ values: [LinkedDataText]) -> LinkedDataText? {
    values.count > 1 ? .list(values) : values.first
  }
}

// MARK: - Where

extension SchemaOrgEvent {
  /// Places to go to, and the address where it is attended from afar.
  ///
  /// The city of a virtual event is that of its group, and none of its own.
  private static func location(of event: Event) -> LinkedDataText? {
    let details = event.details
    var locations: [LinkedDataText] = []
    if details.mode != .virtual {
      locations += PageContent.venues(of: event).compactMap(place)
    }
    if details.mode == .virtual || details.mode == .hybrid,
      let url = PageContent.meeting(of: details)
    {
      locations.append(
        .object([Member("@type", text: "VirtualLocation"), Member("url", text: url)]))
    }
    return single(locations)
  }

  private static func place(_ venue: PageContent.VenuePlace) -> LinkedDataText? {
    let address = address(venue)
    let point = venue.venue?.coordinates
    guard address != nil || point != nil || venue.venue?.name != nil else { return nil }
    return .object([
      Member("@type", text: "Place"),
      Member("name", text: venue.venue?.name?.string),
      Member("address", address),
      Member("geo", point.map(coordinates)),
    ])
  }

  private static func coordinates(_ point: Coordinates) -> LinkedDataText {
    .object([
      Member("@type", text: "GeoCoordinates"),
      Member("latitude", .millionths(point.latitude)),
      Member("longitude", .millionths(point.longitude)),
    ])
  }

  private static func address(_ venue: PageContent.VenuePlace) -> LinkedDataText? {
    let place = venue.place
    let street = venue.venue?.address
    guard street != nil || place?.city != nil || place?.subdivision != nil || place?.country != nil
    else { return nil }
    return .object([
      Member("@type", text: "PostalAddress"),
      Member("streetAddress", text: street?.string),
      Member("addressLocality", text: place?.city?.string),
      Member("addressRegion", text: place?.subdivision?.string),
      Member("addressCountry", text: place?.country?.description),
    ])
  }
}
