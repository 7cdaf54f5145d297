import EventModel

/// How old the newest issue may be: `10d`, `36h`, `2w`.
struct AgeLimit: Hashable {
  /// The limit as it was written.
  let text: String
  private let hours: Int
  /// Whether whole days are counted.
  private let isOfDays: Bool

  /// The limit that an option writes: a number and `h`, `d` or `w`; nil for what is none.
  init?(_ text: String) {
    guard let unit = text.last.flatMap({ Self.units[$0] }),
      text.dropLast().utf8.allSatisfy({ $0 &- 0x30 < 10 }), let count = Int(text.dropLast())
    else { return nil }
    let (hours, overflow) = count.multipliedReportingOverflow(by: unit)
    if overflow { return nil }
    self.text = text
    self.hours = hours
    isOfDays = unit > 1
  }

  private static let units: [Character: Int] = ["h": 1, "d": 24, "w": 7 * 24]

  /// Whether an issue of a day is older.
  ///
  /// An issue has a day and no hour. So days and weeks count from day to day, and hours from the
  /// beginning of the day.
  func isExceeded(by date: CivilDate, today: CivilDate, hour: Int) -> Bool {
    date.days(to: today) * 24 + (isOfDays ? 0 : hour) > hours
  }
}
