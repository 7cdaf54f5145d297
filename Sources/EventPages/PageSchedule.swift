internal import EventModel

/// The days and hours that a page states of an event.
struct PageSchedule: Hashable {
  /// Its days, as they are called where it takes place.
  var dates: EventDates
  /// Its hours; nil where the page states none, or where they are not known of every day.
  var hours: EventHours?

  /// More days than this are no event but a series, or a slip.
  private static let mostDays = 31

  /// The schedule of an event; nil where the page states no day, or days that cannot be.
  ///
  /// - Parameters:
  ///   - page: what the page states.
  ///   - rules: the time zone of the place; nil where it is not known.
  ///   - listed: the days that the list has.
  init?(of page: PageEvent, in rules: TimeZoneRules?, listed: EventDates) {
    guard let start = page.start else { return nil }
    let clock = Clock(rules: rules)
    if Self.isWholeDay(start, page.end) {
      dates = Self.wholeDays(from: start.date, to: page.end, listed)
    } else if let begin = clock.time(start) {
      let hours = EventHours(start: begin, end: page.end.flatMap(clock.time))
      dates = Self.days(of: hours, page.end, listed)
      // The end of several days is not known: the hours of the first one are not those of all.
      self.hours = hours.end == nil && dates.isRange ? nil : hours
      if clock.mayBeADayOff(start), abs(dates.first.days(to: listed.first)) == 1 { dates = listed }
    } else {
      dates = Self.wholeDays(from: start.date, to: page.end, listed)
    }
    guard dates == listed || dates.first.days(to: dates.last) < Self.mostDays else { return nil }
  }

  /// Whether a page that writes midnight means the day: nobody begins then, and many pages cannot
  /// write a day without a time.
  private static func isWholeDay(_ start: PageTime, _ end: PageTime?) -> Bool {
    guard start.secondOfDay == 0 else { return start.secondOfDay == nil }
    guard let second = end?.secondOfDay else { return true }
    return second == 0 || second >= 86_340
  }

  private static func wholeDays(
    from first: CivilDate, to end: PageTime?, _ listed: EventDates
  ) -> EventDates {
    guard let end, end.date > first else {
      return end == nil && first == listed.first ? listed : EventDates(first)
    }
    // A time before noon of the next day ends the evening before; midnight ends the day before.
    let isNight = end.secondOfDay.map { $0 == 0 || $0 < 43_200 && first.days(to: end.date) == 1 }
    let last = isNight ?? false ? end.date.advanced(by: -1) : end.date
    return EventDates(first: first, last: last) ?? EventDates(first)
  }

  private static func days(
    of hours: EventHours, _ end: PageTime?, _ listed: EventDates
  ) -> EventDates {
    if hours.end != nil { return hours.dates }
    let isOnlyDay = end.map { $0.secondOfDay == nil } ?? true
    return isOnlyDay ? wholeDays(from: hours.start.day, to: end, listed) : hours.dates
  }

  /// Makes moments of what a page states.
  private struct Clock {
    let rules: TimeZoneRules?

    /// The moment of a time, with the offset of the place; nil for a day, and for a time without
    /// offset where the time zone is not known.
    func time(_ stated: PageTime) -> EventTime? {
      guard let second = stated.secondOfDay.map(Int.init) else { return nil }
      guard let offset = stated.offset.map(Int.init) else {
        return rules?.time(on: stated.date, secondOfDay: second)
      }
      let time = EventTime(day: stated.date, secondOfDay: second, offsetMinutes: offset)
      // UTC is how a program writes a time; it does not say what clocks show at the place.
      return offset == 0 ? time.flatMap { rules?.moved($0) } ?? time : time
    }

    /// Whether the day of a time may be the day before or after at the place.
    func mayBeADayOff(_ stated: PageTime) -> Bool { stated.offset == 0 && rules == nil }
  }
}
