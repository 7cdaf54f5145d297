import EventModel

/// A case in which another reader of the issue might decide otherwise.
struct Doubt {
  /// What makes it doubtful.
  enum Kind: String, CaseIterable {
    /// An event still ahead is no longer listed.
    case vanished
    /// An event is first listed while its group has one on that day.
    case sameDay = "first listed on a day of its group"
    /// An event is first listed while one of its group and title is gone, at most 21 days off.
    case sameTitle = "first listed with a title that is gone"
    /// An event is known again on another day.
    case moved
    /// An event is known again by its group and day alone, or by its title and places.
    case renamed
    /// Two events still ahead look like one.
    case double = "stands twice"
  }

  var kind: Kind
  /// The day of the issue.
  var day: CivilDate
  /// The event.
  var event: String
  /// What was decided, and why.
  var decision: String

  /// An event in one line: day, title, group, URL.
  static func line(_ details: EventDetails) -> String {
    let days =
      details.dates.isRange
      ? "\(details.dates.first)..\(details.dates.last)" : "\(details.dates.first)"
    let group = details.organizers.first?.name.string ?? "-"
    let place = details.places.first?.city?.string ?? details.mode.map { "\($0.name)" } ?? "-"
    return "\(days) '\(details.title)' (\(group); \(place)) \(details.url?.string ?? "-")"
  }
}
