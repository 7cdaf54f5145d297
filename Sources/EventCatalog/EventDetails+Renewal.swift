package import EventModel

extension EventDetails {
  /// What a newer listing changed.
  package struct Changes: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Days, place, title or status: what counts for RFC 5545 SEQUENCE.
    package static let essential = Self(rawValue: 1)
    /// Any other field that is exported.
    package static let other = Self(rawValue: 2)
  }

  /// Takes what a newer listing says; where that says nothing, the former value stays.
  ///
  /// A listing that states its mode has stated its places too: `Virtual` alone takes the place
  /// away. A cancelled or postponed one whose title is only its group's name keeps the title.
  package mutating func renew(with newer: EventDetails) -> Changes {
    var changes: Changes = []
    if dates != newer.dates {
      dates = newer.dates
      changes.insert(.essential)
    }
    if !newer.lacksTitle, title != newer.title {
      title = newer.title
      changes.insert(.essential)
    }
    if status != newer.status {
      status = newer.status
      changes.insert(.essential)
    }
    if newer.mode != nil || !newer.places.isEmpty, places != newer.places {
      places = newer.places
      changes.insert(.essential)
    }
    if renewRest(with: newer) { changes.insert(.other) }
    return changes
  }

  private mutating func renewRest(with newer: EventDetails) -> Bool {
    var hasChanged = false
    if newer.mode != nil, mode != newer.mode {
      mode = newer.mode
      hasChanged = true
    }
    if !newer.regions.isEmpty, regions != newer.regions {
      regions = newer.regions
      hasChanged = true
    }
    if !newer.organizers.isEmpty, organizers != newer.organizers {
      organizers = newer.organizers
      hasChanged = true
    }
    if newer.url != nil, url != newer.url {
      url = newer.url
      hasChanged = true
    }
    if !newer.links.isEmpty, links != newer.links {
      links = newer.links
      hasChanged = true
    }
    if newer.description != nil, description != newer.description {
      description = newer.description
      hasChanged = true
    }
    return hasChanged
  }

  /// Whether the title is missing, or gave way to a word such as `Cancelled`.
  private var lacksTitle: Bool {
    title.isEmpty
      || (status != .scheduled && organizers.contains { Sameness.titles($0.name, title) })
  }
}
