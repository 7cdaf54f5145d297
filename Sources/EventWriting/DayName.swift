import EventModel

/// Days as people read them, in English and without regard to the locale.
enum DayName {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The day as `Wed 11 Feb 2026`.
  static func long(_ date: CivilDate) -> String { "\(short(date)) \(date.components.year)" }

  /// The day as `Fri 13 Feb`, with the year if it is another than that of the day before it.
  static func short(_ date: CivilDate, after first: CivilDate) -> String {
    date.components.year == first.components.year ? short(date) : long(date)
  }

  private static func short(_ date: CivilDate) -> String {
    let (_, month, day) = date.components
    return "\(weekdays[date.weekday - 1]) \(day) \(months[month - 1])"
  }
}
