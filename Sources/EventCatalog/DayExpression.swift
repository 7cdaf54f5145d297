package import EventModel

/// Days as options write them.
package enum DayExpression {
  /// The day that a text means, seen from `today`: `2026-02-18`, `today`, `tomorrow`, `yesterday`,
  /// `+4w`, `-30d`.
  ///
  /// - Throws: ``SelectionError/invalidDate(_:)``.
  package static func parse(
    _ text: String, today: CivilDate
  ) throws(SelectionError) -> CivilDate {
    switch text.lowercased() {
    case "today": return today
    case "tomorrow": return today.advanced(by: 1)
    case "yesterday": return today.advanced(by: -1)
    default:
      guard let day = CivilDate(text) ?? offset(text).map(today.advanced(by:)) else {
        throw .invalidDate(text)
      }
      return day
    }
  }

  /// The days of an offset such as `+4w`, nil where it is none.
  private static func offset(_ text: String) -> Int? {
    let unit: Int
    switch text.last {
    case "d", "D": unit = 1
    case "w", "W": unit = 7
    default: return nil
    }
    let number = text.dropLast()
    guard let sign = number.first, sign == "+" || sign == "-",
      number.dropFirst().first?.isNumber == true, let count = Int(number)
    else { return nil }
    let (days, overflow) = count.multipliedReportingOverflow(by: unit)
    return overflow ? nil : days
  }
}
