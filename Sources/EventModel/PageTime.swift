/// When something begins or ends, as an event's page states it: a day, a day and a time of the place,
/// or a day and a time with its offset from UTC.
///
/// Nothing is made up: a day stays a day, and a time without offset has none.
package struct PageTime: Hashable, Sendable {
  /// The day.
  package let date: CivilDate
  /// The time of day in seconds since midnight, 0...86399; nil where only the day is stated.
  package let secondOfDay: Int32?
  /// The offset from UTC in minutes, east is positive, -1439...1439; nil where it is not stated.
  package let offset: Int16?

  /// A day.
  package init(_ date: CivilDate) {
    self.date = date
    secondOfDay = nil
    offset = nil
  }

  /// A day and a time, or nil if there is no such time or offset.
  package init?(_ date: CivilDate, secondOfDay: Int, offset: Int? = nil) {
    guard (0..<86_400).contains(secondOfDay), (-1_439...1_439).contains(offset ?? 0) else {
      return nil
    }
    self.date = date
    self.secondOfDay = Int32(secondOfDay)
    self.offset = offset.map { Int16($0) }
  }

  /// Seconds since 1970-01-01T00:00Z; nil without time or offset.
  package var instant: Int? {
    guard let secondOfDay, let offset else { return nil }
    return Int(date.dayNumber) * 86_400 + Int(secondOfDay) - Int(offset) * 60
  }
}

extension PageTime: CustomStringConvertible {
  /// ISO 8601: `2026-02-12`, `2026-02-12T19:00:00` or `2026-02-12T19:00:00+01:00`.
  package var description: String {
    guard let secondOfDay else { return date.description }
    let second = Int(secondOfDay)
    let time =
      "\(date)T\(padded(second / 3_600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
    guard let offset else { return time }
    let minutes = Int(offset.magnitude)
    return time + (offset < 0 ? "-" : "+") + "\(padded(minutes / 60)):\(padded(minutes % 60))"
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
