/// A day of the proleptic Gregorian calendar, without time or zone: ISO 8601 `YYYY-MM-DD`.
///
/// A value that exists is a day that exists, from 0001-01-01 to 9999-12-31.
package struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01; negative before.
  package let dayNumber: Int32

  /// The last day of the calendar that can be written with four digits of the year.
  package static let distantFuture = CivilDate(uncheckedDayNumber: 2_932_896)
  /// 0001-01-01.
  package static let distantPast = CivilDate(uncheckedDayNumber: -719_162)

  private init(uncheckedDayNumber: Int32) { dayNumber = uncheckedDayNumber }

  /// The day so many days after 1970-01-01, or nil outside the years 1 to 9999.
  package init?(dayNumber: Int) {
    guard
      dayNumber >= Int(Self.distantPast.dayNumber), dayNumber <= Int(Self.distantFuture.dayNumber)
    else { return nil }
    self.dayNumber = Int32(dayNumber)
  }

  /// The day with these numbers, or nil if the calendar has no such day (2023-02-30).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.dayCount(ofMonth: month, year: year)
    else { return nil }
    // Days from civil: years begin in March, so that the leap day is the last of its year; 400
    // years are 146,097 days. All values stay far below Int's limits.
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The year, month (1...12) and day of the month.
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The day of the week, ISO 8601: 1 is Monday, 7 is Sunday.
  package var weekday: Int {
    let sinceMonday = (Int(dayNumber) + 3) % 7
    return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
  }

  /// The day `days` later (earlier where negative), held at the ends of the calendar.
  package func advanced(by days: Int) -> CivilDate {
    let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
    if overflow { return days > 0 ? .distantFuture : .distantPast }
    return CivilDate(dayNumber: sum) ?? (days > 0 ? .distantFuture : .distantPast)
  }

  /// The days from this day to another; negative if that one is earlier.
  package func days(to other: CivilDate) -> Int { Int(other.dayNumber) - Int(dayNumber) }

  /// How many days a month has.
  package static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate: Comparable {
  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

extension CivilDate: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = components
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The day written as `YYYY-MM-DD`, with one or two digits for month and day.
  package init?(_ string: String) {
    let parts = string.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2,
      let numbers = Self.numbers(parts)
    else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func numbers(_ parts: [Substring.UTF8View]) -> [Int]? {
    var numbers: [Int] = []
    for part in parts {
      var number = 0
      for byte in part {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
      }
      if part.isEmpty { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
