import EventModel

/// What a page shows of an event, picked from what its listings and its own page say.
enum PageContent {
  /// A place with the venue there, as far as either is known.
  struct VenuePlace {
    var place: Place?
    var venue: Venue?
  }

  /// Where people go; the venue belongs to the first place.
  static func venues(of event: Event) -> [VenuePlace] {
    let venue = event.page?.venue
    var venues = event.details.places.map { VenuePlace(place: $0, venue: nil) }
    if venues.isEmpty {
      return venue.map { [VenuePlace(place: nil, venue: $0)] } ?? []
    }
    venues[0].venue = venue
    return venues
  }

  /// The address where a virtual or hybrid event is attended: the meeting if its link is known, else
  /// the event's page.
  static func meeting(of details: EventDetails) -> String? {
    let addresses = [details.url].compactMap(\.self) + details.links.map(\.url)
    let links = addresses.map { WebAddress($0) }
    return links.first(where: MeetingHosts.holds)?.dataLink ?? links.first?.dataLink
  }

  /// What stands beside the links of the list and what the event's page says of it; nil for nothing.
  static func description(of event: Event) -> Text? {
    let listed = event.details.description
    let description = event.page.map { EventJSON.description($0, listed) } ?? listed
    return description.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The title as calendars have it: after the group where it names neither Rust nor the group.
  static func summary(of details: EventDetails) -> String {
    VisibleText.string {
      EventWording.appendSummary(of: details, groupFirst: true, to: &$0, as: PlainText.self)
    }
  }

  /// Where it takes place: `Nürnberg, DE`, `Virtual (Nürnberg, DE)`, `Dallas, TX, US (hybrid)`.
  static func location(of details: EventDetails) -> String {
    let place = VisibleText.string {
      EventWording.appendLocation(of: details, to: &$0, as: PlainText.self)
    }
    if details.mode != .hybrid { return place }
    return place.isEmpty ? "Hybrid" : place + " (hybrid)"
  }

  /// The days in words: `Thursday, 12 February 2026`, or two of them with a dash between.
  static func days(_ dates: EventDates) -> String {
    let first = DayName.full(dates.first)
    return dates.isRange ? "\(first) – \(DayName.full(dates.last))" : first
  }

  /// The facts in one sentence each, for search engines and previews.
  static func abstract(of event: Event) -> String {
    let details = event.details
    var parts = [days(details.dates), location(of: details)]
    if let mark = Mark(event) { parts.insert(mark.words, at: 0) }
    parts.append(
      details.organizers.map { VisibleText.string($0.name) }.joined(separator: ", "))
    if let description = description(of: event) {
      parts.append(VisibleText.beginning(of: description, atMost: 200))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: ". ")
  }
}

extension PageContent {
  /// What is unusual of an event, to be said before anything else.
  enum Mark: String {
    case cancelled, postponed, withdrawn, moved

    init?(_ event: Event) {
      switch event.details.status {
      case .cancelled: self = .cancelled
      case .postponed: self = .postponed
      case .scheduled:
        if event.withdrawnSince != nil {
          self = .withdrawn
        } else if event.previousDates != nil {
          self = .moved
        } else {
          return nil
        }
      }
    }

    /// The mark beside a title.
    var words: String {
      switch self {
      case .cancelled: "Cancelled"
      case .postponed: "Postponed"
      case .withdrawn: "No longer listed"
      case .moved: "New date"
      }
    }
  }
}

extension WebAddress {
  /// The address as data: as it was written where that is an IRI (RFC 3987 §2.2), else encoded; nil
  /// for what is no web page.
  var dataLink: String? {
    guard isWeb else { return nil }
    let isIRI = kind == .web && (0..<text.count).allSatisfy { !Self.isOutsideIRI(text[$0]) }
    return isIRI ? VisibleText.string(text) : link
  }

  private static func isOutsideIRI(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...ASCII.space, ASCII.quote, ASCII.backslash, ASCII.delete: true
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "`"): true
    case ASCII.leftBrace, UInt8(ascii: "|"), ASCII.rightBrace: true
    default: false
    }
  }
}
