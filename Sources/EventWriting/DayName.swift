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

  /// The day as `Thursday, 12 February 2026`.
  static func full(_ date: CivilDate) -> String {
    "\(fullWeekdays[date.weekday - 1]), \(date.components.day) \(month(of: date))"
  }

  /// The month of a day as `February 2026`.
  static func month(of date: CivilDate) -> String {
    let (year, month, _) = date.components
    return "\(fullMonths[month - 1]) \(year)"
  }

  /// The day as `Thu 12`, below the name of its month.
  static func inMonth(_ date: CivilDate) -> String {
    "\(weekdays[date.weekday - 1]) \(date.components.day)"
  }

  /// The month of a day as `Feb`.
  static func shortMonth(of date: CivilDate) -> String { months[date.components.month - 1] }

  private static let fullWeekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let fullMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func short(_ date: CivilDate) -> String {
    let (_, month, day) = date.components
    return "\(weekdays[date.weekday - 1]) \(day) \(months[month - 1])"
  }
}
