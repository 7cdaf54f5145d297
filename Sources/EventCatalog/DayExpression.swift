package import EventModel

/// Days as options write them.
package enum DayExpression {
  /// The day that a text means, seen from `today`: `2026-02-18`, `today`, `tomorrow`, `yesterday`,
  /// `+4w`, `-30d`.
  ///
  /// An offset that leads out of the calendar means its first or last day.
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

  /// The days of an offset such as `+4w`, held at the ends of `Int`; nil where it is none.
  private static func offset(_ text: String) -> Int? {
    let unit: Int
    switch text.last {
    case "d", "D": unit = 1
    case "w", "W": unit = 7
    default: return nil
    }
    let number = text.dropLast()
    let digits = number.dropFirst()
    guard let sign = number.first, sign == "+" || sign == "-", !digits.isEmpty,
      digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 })
    else { return nil }
    let limit = sign == "+" ? Int.max : Int.min
    guard let count = Int(number) else { return limit }
    let (days, overflow) = count.multipliedReportingOverflow(by: unit)
    return overflow ? limit : days
  }
}
