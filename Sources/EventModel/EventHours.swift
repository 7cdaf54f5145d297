/// When an event begins and ends to the second: what its page adds to the days of the list.
package struct EventHours: Hashable, Sendable {
  /// When it begins.
  package let start: EventTime
  /// When it ends, after ``start``; nil where nothing says.
  package let end: EventTime?

  /// The hours; an end that is not after the start says nothing and is left out.
  package init(start: EventTime, end: EventTime? = nil) {
    self.start = start
    self.end = end.flatMap { $0.secondsSinceEpoch > start.secondsSinceEpoch ? $0 : nil }
  }

  /// The local days from the first hour to the last; an end at midnight or before noon of the next
  /// day is still part of the evening before.
  package var dates: EventDates {
    guard let end, end.day > start.day else { return EventDates(start.day) }
    let isNight = start.day.days(to: end.day) == 1 && end.secondOfDay < 43_200
    let ends = isNight ? start.day : end.secondOfDay == 0 ? end.day.advanced(by: -1) : end.day
    return EventDates(first: start.day, last: ends) ?? EventDates(start.day)
  }
}
