/// The types of schema.org that are events which people attend.
enum EventTypes {
  /// Whether a type is an event: one of schema.org's, or one that its site made up after them.
  static func isEvent(_ type: String) -> Bool {
    if others.contains(type) { return true }
    return type.hasSuffix("Event") && !notAttended.contains(type) && !type.contains(":")
  }

  /// Events whose names do not end in `Event`.
  private static let others = [
    "Festival", "Hackathon", "EventSeries", "CourseInstance", microformat,
  ]

  /// Events that nobody attends: parcels, publications and films on demand; and user actions.
  private static let notAttended = ["DeliveryEvent", "PublicationEvent", "OnDemandEvent"]

  /// Series: without a date of their own they are no event but what holds some together.
  static let series = "EventSeries"

  /// The type that `h-event` and `vevent` have here.
  static let microformat = "h-event"

  /// What stands somewhere in every block that names a type of event.
  static let hints = ["Event", "Festival", "Hackathon", "CourseInstance"].map { Array($0.utf8) }
}
