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
    // Each is replaced, whatever became of the others.
    let changes = [
      Self.replace(&mode, by: newer.mode, if: newer.mode != nil),
      Self.replace(&regions, by: newer.regions, if: !newer.regions.isEmpty),
      Self.replace(&organizers, by: newer.organizers, if: !newer.organizers.isEmpty),
      Self.replace(&url, by: newer.url, if: newer.url != nil),
      Self.replace(&links, by: newer.links, if: !newer.links.isEmpty),
      Self.replace(&description, by: newer.description, if: newer.description != nil),
    ]
    return changes.contains(true)
  }

  /// Replaces a value by one that is stated and differs; returns whether it did.
  private static func replace<Value: Equatable>(
    _ value: inout Value, by newer: Value, if isStated: Bool
  ) -> Bool {
    guard isStated, value != newer else { return false }
    value = newer
    return true
  }

  /// Whether the title is missing, or gave way to a word such as `Cancelled`.
  private var lacksTitle: Bool {
    title.isEmpty
      || (status != .scheduled && organizers.contains { Sameness.titles($0.name, title) })
  }
}
