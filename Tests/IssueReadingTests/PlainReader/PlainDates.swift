import EventModel
import Foundation

/// Date fields: one date, and others that `-`, `&` and their like join to it.
enum PlainDates {
  private static let date = Pattern("^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?![\\dA-Za-z])")
  private static let monthAndDay = Pattern("^(\\d{1,2})-(\\d{1,2})(?![\\dA-Za-z])")
  private static let day = Pattern("^(\\d{1,2})(?![\\dA-Za-z])")
  private static let through = Pattern("^\\s*(?:[-–—*]|to\\s)\\s*", ignoringCase: true)
  private static let and = Pattern("^\\s*(?:[&,+/]|and\\s)\\s*", ignoringCase: true)

  static func beginsWithDate(_ text: String) -> Bool { date.matches(text) }

  /// The events' days and the text behind the field; nil where a day does not exist.
  static func read(
    _ text: String, issueDate: CivilDate
  ) -> (days: [EventDates], rest: String)? {
    guard let match = date.first(in: text),
      let first = CivilDate(match.text(0)).map({ settled($0, issueDate) })
    else { return nil }
    var days = [first]
    var rest = match.after
    while true {
      if let joiner = through.first(in: rest),
        let next = partialDate(joiner.after, after: days[days.count - 1])
      {
        guard let written = next.day else { return nil }
        let last = written >= first ? written : settled(written, issueDate)
        guard let range = EventDates(first: first, last: last) else { return nil }
        return ([range], next.rest)
      }
      guard let joiner = and.first(in: rest),
        let next = partialDate(joiner.after, after: days[days.count - 1])
      else { break }
      guard let written = next.day else { return nil }
      days.append(settled(written, issueDate))
      rest = next.rest
    }
    return (united(days), rest)
  }

  /// Days that adjoin as one event, others as one each.
  static func united(_ days: [CivilDate]) -> [EventDates] {
    let sorted = Set(days).sorted()
    let span = sorted[0].days(to: sorted[sorted.count - 1]) + 1
    if span == sorted.count, let range = EventDates(first: sorted[0], last: sorted[span - 1]) {
      return [range]
    }
    return sorted.map { EventDates($0) }
  }

  /// A date that may leave out what is the same in the one before it; `day` is nil where the
  /// calendar has none.
  private static func partialDate(
    _ text: String, after earlier: CivilDate
  ) -> (day: CivilDate?, rest: String)? {
    if let match = date.first(in: text) { return (CivilDate(match.text(0)), match.after) }
    let (year, month, _) = earlier.components
    if let match = monthAndDay.first(in: text) {
      let number = Int(match.text(1)) ?? 0
      let written = CivilDate(
        year: number < month ? year + 1 : year, month: number, day: Int(match.text(2)) ?? 0)
      return (written, match.after)
    }
    guard let match = day.first(in: text) else { return nil }
    return (CivilDate(year: year, month: month, day: Int(match.text(1)) ?? 0), match.after)
  }

  /// The year that is meant: another one only where the stated one is far off and it is near.
  static func settled(_ date: CivilDate, _ issueDate: CivilDate) -> CivilDate {
    if (-60...300).contains(issueDate.days(to: date)) { return date }
    let (_, month, day) = date.components
    let others = (1...9999).compactMap { CivilDate(year: $0, month: month, day: day) }
    return others.first { (0...60).contains(issueDate.days(to: $0)) } ?? date
  }
}
