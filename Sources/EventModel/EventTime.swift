/// A moment, with the offset from UTC in which its source states it: RFC 3339 without fractions.
///
/// A value that exists is a moment whose local day is a ``CivilDate``.
package struct EventTime: Hashable, Sendable {
  /// The local day.
  package let day: CivilDate
  /// The seconds since the local midnight, 0..<86,400.
  package let secondOfDay: Int32
  /// How far the local time is ahead of UTC, in minutes; negative in the west, -1,439...1,439.
  package let offsetMinutes: Int16

  /// The moment, or nil if the second is none of a day or the offset is a day or more.
  package init?(day: CivilDate, secondOfDay: Int, offsetMinutes: Int) {
    guard (0..<86_400).contains(secondOfDay), (-1_439...1_439).contains(offsetMinutes) else {
      return nil
    }
    self.day = day
    self.secondOfDay = Int32(secondOfDay)
    self.offsetMinutes = Int16(offsetMinutes)
  }

  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  package var secondsSinceEpoch: Int64 {
    Int64(day.dayNumber) * 86_400 + Int64(secondOfDay) - Int64(offsetMinutes) * 60
  }

  /// The same moment with another offset; nil where its day is outside the calendar.
  package func moved(toOffsetMinutes offset: Int) -> EventTime? {
    guard (-1_439...1_439).contains(offset) else { return nil }
    let local = secondsSinceEpoch + Int64(offset) * 60
    let second = Int(local % 86_400 + 86_400) % 86_400
    guard let day = CivilDate(dayNumber: (Int(local) - second) / 86_400) else { return nil }
    return EventTime(day: day, secondOfDay: second, offsetMinutes: offset)
  }

  /// The hour (0...23), minute and second of the local time.
  package var clock: (hour: Int, minute: Int, second: Int) {
    let second = Int(secondOfDay)
    return (second / 3_600, second / 60 % 60, second % 60)
  }
}

extension EventTime: Comparable {
  /// The order of the moments, whatever their offsets; equal moments by their offset.
  package static func < (left: EventTime, right: EventTime) -> Bool {
    (left.secondsSinceEpoch, left.offsetMinutes) < (right.secondsSinceEpoch, right.offsetMinutes)
  }
}

extension EventTime: CustomStringConvertible {
  /// The moment as RFC 3339 has it: `2026-02-12T19:00:00+01:00`, with `Z` for UTC.
  package var description: String {
    let (hour, minute, second) = clock
    let local = "\(day)T\(Self.two(hour)):\(Self.two(minute)):\(Self.two(second))"
    if offsetMinutes == 0 { return local + "Z" }
    let offset = Int(offsetMinutes.magnitude)
    return local + (offsetMinutes < 0 ? "-" : "+")
      + "\(Self.two(offset / 60)):\(Self.two(offset % 60))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
