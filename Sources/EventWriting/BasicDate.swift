import EventModel

/// A day in the eight digits of iCalendar, kept so that it can be written more than once.
struct BasicDate {
  /// The digits of `YYYYMMDD`, the first in the lowest byte.
  let digits: UInt64

  init(_ date: CivilDate) {
    let (year, month, day) = date.components
    digits =
      Self.pair(year / 100) | Self.pair(year % 100) << 16 | Self.pair(month) << 32
      | Self.pair(day) << 48
  }

  /// The two ASCII digits of a number from 0 to 99, the first in the lower byte.
  @inline(__always)
  private static func pair(_ number: Int) -> UInt64 {
    let small = UInt64(truncatingIfNeeded: number)
    return 0x3030 | small / 10 | (small % 10) << 8
  }
}

/// The digits of the days that were written last.
///
/// Events come in the order of their days and carry the days of few issues, so that nearly every
/// date was written shortly before; to make its digits anew takes several divisions.
struct RecentDates {
  /// The last date of each remainder of the day number, with its digits.
  private var entries: InlineArray<32, (date: CivilDate, digits: BasicDate)>

  init() {
    let first = CivilDate.distantPast
    entries = InlineArray(repeating: (first, BasicDate(first)))
  }

  /// The digits of a date.
  @inline(__always)
  mutating func digits(of date: CivilDate) -> BasicDate {
    let index = Int(date.dayNumber & 31)
    if entries[index].date == date { return entries[index].digits }
    let digits = BasicDate(date)
    entries[index] = (date, digits)
    return digits
  }
}
