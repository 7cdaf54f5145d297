import EventModel

/// A rule for the time after the last transition of zone data: the TZ string of POSIX.1-2017 §8.3 as
/// RFC 8536 §3.3 has it, such as `CET-1CEST,M3.5.0,M10.5.0/3` or `<+07>-7`.
struct RecurringRule: Hashable, Sendable {
  /// Seconds east of UTC outside of summer time.
  var standard: Int32
  /// What happens each year; nil where nothing does.
  var summer: Summer?

  /// Summer time: its offset, and the local times at which it begins and ends.
  struct Summer: Hashable, Sendable {
    var offset: Int32
    var start: YearDay
    var end: YearDay
  }

  /// A day of each year, and a time that may lie some days off.
  struct YearDay: Hashable, Sendable {
    enum Day: Hashable, Sendable {
      /// The day of the year from 1 on; 29 February is never counted.
      case julian(Int)
      /// The day of the year from 0 on, 29 February included.
      case ordinal(Int)
      /// A weekday (0 is Sunday) of a week (5 is the last one) of a month.
      case weekday(month: Int, week: Int, weekday: Int)
    }
    var day: Day
    /// Seconds after midnight: RFC 8536 §3.3.1 allows -167...167 hours.
    var second: Int = 7_200
  }

  /// The offset at a moment, seconds since 1970.
  func offset(at moment: Int64) -> Int32 {
    guard let summer, let year = Self.year(at: moment + Int64(standard)) else { return standard }
    guard let start = summer.start.localSecond(in: year),
      let end = summer.end.localSecond(in: year)
    else { return standard }
    let begins = start - Int64(standard)
    let ends = end - Int64(summer.offset)
    // In the south summer spans the turn of the year.
    let isSummer =
      begins <= ends
      ? begins <= moment && moment < ends : !(ends <= moment && moment < begins)
    return isSummer ? summer.offset : standard
  }

  private static func year(at local: Int64) -> Int? {
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    guard let number = Int(exactly: day) else { return nil }
    return CivilDate(dayNumber: number)?.components.year
  }
}

extension RecurringRule.YearDay {
  /// Seconds from 1970-01-01T00:00 local time to this day and time of a year.
  fileprivate func localSecond(in year: Int) -> Int64? {
    guard let newYear = CivilDate(year: year, month: 1, day: 1) else { return nil }
    let isLeap = CivilDate.dayCount(ofMonth: 2, year: year) == 29
    let number: Int
    switch day {
    case .julian(let day):
      number = Int(newYear.dayNumber) + day - 1 + (isLeap && day >= 60 ? 1 : 0)
    case .ordinal(let day): number = Int(newYear.dayNumber) + day
    case .weekday(let month, let week, let weekday):
      guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
      let toWeekday = (weekday - first.weekday % 7 + 7) % 7
      var offset = toWeekday + (week - 1) * 7
      if offset >= CivilDate.dayCount(ofMonth: month, year: year) { offset -= 7 }
      number = Int(first.dayNumber) + offset
    }
    return Int64(number) * 86_400 + Int64(second)
  }
}
