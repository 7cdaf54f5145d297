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
