import EventModel

/// Dates as people spell them: `Jan 22`, `6/29`, `9 March`, `Aug 18-19`, `Sep 30 - Oct 1, 2017`.
struct PlainSpelledDates {
  /// The day of the issue, which tells the year.
  let issueDate: CivilDate

  /// What stands where a date is expected.
  enum Reading {
    /// A date that the calendar has not.
    case invalid
    /// The days of each event, and the text before and behind the date.
    case days([EventDates], before: String, rest: String)
  }

  /// One date as written.
  private struct Written {
    var month: Int
    var day: Int
    var year: Int?
    var isDayFirst = false
    var rest: String
  }

  // MARK: Patterns

  private static let month =
    // The last two are slips, as is `Februar`.
    "(?=[A-Z])((?i:jan(?:uary)?|feb(?:ruary?)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    + "|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|dex|octover))(?![A-Za-z])\\.?"
  private static let ordinal = "(0?[1-9]|[12][0-9]|3[01])(?i:st|nd|rd|th)?(?![A-Za-z0-9])"
  private static let weekday =
    "(?i:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?[.,]*\\s+)?"

  private static let monthFirst = Pattern("^\(weekday)\(month)\\s*\(ordinal)")
  private static let dayFirst = Pattern("^\(weekday)\(ordinal)\\s+(?i:of\\s+)?\(month)")
  private static let numbers = Pattern(
    "^\(weekday)(\\d{1,2})/(\\d{1,2})(?![A-Za-z0-9])(?:/(\\d{4}|\\d{2})(?![A-Za-z0-9]))?")
  private static let year = Pattern(
    "^(?:,\\s*|\\s+|\\.\\s*(?=\\d{4}\\s*(?:$|[^\\sA-Za-z0-9(\\[\"#*`])))(\\d{4})(?![A-Za-z0-9])")
  private static let firstDay = Pattern("^\(weekday)\(ordinal)")
  private static let dayAlone = Pattern("^\(ordinal)")
  private static let through = Pattern("^\\s*(?:[-–—]|(?:to|through)\\s)\\s*", ignoringCase: true)
  private static let and = Pattern("^\\s*(?:[&,+/]|and\\s)\\s*", ignoringCase: true)
  /// What must stand behind a number for it to be a day, where no month does.
  private static let dayEnd = Pattern(
    "^\\s*(?:$|[.,:](?!\\d)|[|)\\]*]|[-–—&+/]|(?:to|through|and)\\s)", ignoringCase: true)
  /// A date anywhere in a text; numbers only behind a separator.
  private static let inText = Pattern(
    "(?<![A-Za-z0-9\\u0080-\\uFFFF/#.-])(?:\\d{4}-\\d{1,2}-\\d{1,2}(?![0-9A-Za-z])"
      + "|\(weekday)\(month)\\s*\(ordinal)|\(weekday)\(ordinal)\\s+(?i:of\\s+)?\(month)"
      + "|\(weekday)\(ordinal)\\s*(?:[-–—&,+/]|(?i:to|through|and)\\s)\\s*"
      + "\(ordinal)\\s+(?i:of\\s+)?\(month)"
      + "|(?:^|(?<=^\\s|[,:(|;\\[\\]-]|[,:(|;\\[\\]-]\\s|\\bon\\s|\\bat\\s))"
      + "(?:0?[1-9]|1[0-2])/\(ordinal))")

  // MARK: Reading

  /// Whether a listing begins here: a date, behind emphasis and the bracket of a link.
  static func beginsListing(_ text: String) -> Bool {
    let text = PlainOlderText.withoutOpeningMarks(text)
    if PlainDates.beginsWithDate(text) { return true }
    if let date = date(text, years: 0...0) {
      return (1...12).contains(date.month) && (1...31).contains(date.day)
    }
    return daysBeforeMonth(text, years: 0...0) != nil
  }

  /// The first date of a text, wherever it stands; nil where none does.
  func first(in text: String) -> Reading? {
    guard let match = Self.inText.first(in: text) else { return nil }
    let reading = read(match.text(0) + match.after)
    guard case .days(let days, _, let rest) = reading else { return reading }
    return .days(days, before: match.before, rest: rest)
  }

  /// The date that a text begins with; nil where it begins with none.
  func read(_ text: String) -> Reading? {
    if PlainDates.beginsWithDate(text) {
      guard let (days, rest) = PlainDates.read(text, issueDate: issueDate) else { return .invalid }
      return .days(days, before: "", rest: rest)
    }
    let issueYear = issueDate.components.year
    let years = issueYear - 3...issueYear + 3
    if let (dates, isRange) = Self.daysBeforeMonth(text, years: years) {
      return meaning(of: dates, isRange: isRange)
    }
    guard let first = Self.date(text, years: years) else { return nil }
    var dates = [first]
    while true {
      let last = dates[dates.count - 1]
      if let joiner = Self.through.first(in: last.rest),
        let next = Self.further(joiner.after, behind: last, years)
      {
        return meaning(of: dates + [next], isRange: true)
      }
      guard let joiner = Self.and.first(in: last.rest),
        let next = Self.further(joiner.after, behind: last, years)
      else { return meaning(of: dates, isRange: false) }
      dates.append(next)
    }
  }

  private static func date(_ text: String, years: ClosedRange<Int>) -> Written? {
    if let match = numbers.first(in: text) {
      var date = Written(
        month: Int(match.text(1)) ?? 0, day: Int(match.text(2)) ?? 0, rest: match.after)
      if let stated = Int(match.text(3)) {
        date.year = stated < 100 ? 2000 + stated : stated
        if let year = date.year, !years.contains(year) {
          date.year = nil
          date.rest = "/" + match.text(3) + match.after
        }
      } else {
        addYear(to: &date, years)
      }
      return date
    }
    var date: Written
    if let match = monthFirst.first(in: text) {
      date = Written(
        month: number(match.text(1)), day: Int(match.text(2)) ?? 0, rest: match.after)
    } else if let match = dayFirst.first(in: text) {
      date = Written(
        month: number(match.text(2)), day: Int(match.text(1)) ?? 0, isDayFirst: true,
        rest: match.after)
    } else {
      return nil
    }
    addYear(to: &date, years)
    return date
  }

  private static func addYear(to date: inout Written, _ years: ClosedRange<Int>) {
    guard let match = year.first(in: date.rest), let stated = Int(match.text(1)),
      years.contains(stated)
    else { return }
    date.year = stated
    date.rest = match.after
  }

  /// `29-30 May`: the month stands behind the last day.
  private static func daysBeforeMonth(
    _ text: String, years: ClosedRange<Int>
  ) -> (dates: [Written], isRange: Bool)? {
    guard let day = firstDay.first(in: text) else { return nil }
    let range = through.first(in: day.after)
    guard let joiner = range ?? and.first(in: day.after),
      let last = date(joiner.after, years: years), last.isDayFirst
    else { return nil }
    var first = last
    first.day = Int(day.text(1)) ?? 0
    return ([first, last], range != nil)
  }

  /// A further date, which may leave out the month where something says that it is one.
  private static func further(
    _ text: String, behind earlier: Written, _ years: ClosedRange<Int>
  ) -> Written? {
    if let date = date(text, years: years), (1...12).contains(date.month),
      (1...31).contains(date.day)
    {
      return date
    }
    guard let match = dayAlone.first(in: text) else { return nil }
    var date = Written(month: earlier.month, day: Int(match.text(1)) ?? 0, rest: match.after)
    addYear(to: &date, years)
    return date.year != nil || dayEnd.matches(match.after) ? date : nil
  }

  private static func number(_ name: String) -> Int {
    if name == "Dex" { return 12 }
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return (names.firstIndex(of: String(name.lowercased().prefix(3))) ?? 0) + 1
  }

  // MARK: What dates mean

  private func meaning(of dates: [Written], isRange: Bool) -> Reading {
    let rest = dates[dates.count - 1].rest
    guard let first = firstDay(of: dates) else { return .invalid }
    var days = [first]
    for date in dates.dropFirst() {
      let year = first.components.year + (date.month < dates[0].month ? 1 : 0)
      guard let day = CivilDate(year: date.year ?? year, month: date.month, day: date.day) else {
        return .invalid
      }
      days.append(date.year == nil ? day : PlainDates.settled(day, issueDate))
    }
    if isRange {
      guard let range = EventDates(first: first, last: days[days.count - 1]) else {
        return .invalid
      }
      return .days([range], before: "", rest: rest)
    }
    return .days(PlainDates.united(days), before: "", rest: rest)
  }

  private func firstDay(of dates: [Written]) -> CivilDate? {
    let first = dates[0]
    if let stated = dates.compactMap(\.year).last {
      let turns = first.year == nil && first.month > dates[dates.count - 1].month
      let year = first.year ?? (turns ? stated - 1 : stated)
      return CivilDate(year: year, month: first.month, day: first.day)
        .map { PlainDates.settled($0, issueDate) }
    }
    // Of each day in a year from 31 days before the issue the one with this month and day.
    return (-31...334).map { issueDate.advanced(by: $0) }
      .filter { $0.components.month == first.month && $0.components.day == first.day }
      .min { abs(issueDate.days(to: $0)) < abs(issueDate.days(to: $1)) }
  }
}
