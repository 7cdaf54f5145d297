import EventModel

/// The date field of a listing: which days, and where the field ends.
struct DateField {
  /// The event's days.
  var dates: EventDates
  /// The days of further events, where those named do not adjoin (`A & B`).
  var otherDates: [EventDates] = []
  /// The range of the field.
  var range: Range<Int>
  /// The day that a slip of the year was corrected to, if any.
  var correctedYear: CivilDate?
  /// A month's name that was read otherwise than written, if any.
  var misspelling: Range<Int>?
}

/// What stands where a listing's date is expected.
enum DateReading {
  /// No date.
  case none
  /// A date that the calendar does not have, or a range that ends before it begins.
  case invalid(Range<Int>)
  /// One or several days.
  case field(DateField)
}

/// Reads date fields: `2026-02-18`, `2026-02-18 - 2026-02-19`, `2024-01-27-28`, `2022-05-19 & 05-20`.
///
/// `-`, `–`, `—` and `*` (a slip for `-`) join the first and the last day; `&`, `,`, `and`, `+` and
/// `/` list days, which are one event where they adjoin. The second date may leave out what is the
/// same in the first.
struct DateGrammar {
  /// How the days of a field belong together.
  private enum Joiner { case through, and }

  /// The day of the issue, which tells slips of the year.
  let issueDate: CivilDate

  /// Reads the date that begins at `start`, if one does.
  func read(_ buffer: [UInt8], from start: Int, to end: Int) -> DateReading {
    guard let first = Self.scanDate(buffer, at: start, to: end) else { return .none }
    guard let written = first.civilDate else { return .invalid(start..<first.end) }
    let firstDay = YearRule.settle(written, issueDate: issueDate)
    let correctedYear = firstDay == written ? nil : firstDay
    // Nearly all fields are one day, and need no list of days.
    guard Self.scanJoiner(buffer, at: first.end, to: end) != nil else {
      return .field(
        DateField(
          dates: EventDates(firstDay), range: start..<first.end, correctedYear: correctedYear))
    }
    var days = [firstDay]
    var isRange = false
    var fieldEnd = first.end
    while let joiner = Self.scanJoiner(buffer, at: fieldEnd, to: end),
      let next = Self.scanPartialDate(
        buffer, at: joiner.end, to: end, following: days[days.count - 1])
    {
      guard let day = next.civilDate else { return .invalid(start..<next.end) }
      days.append(
        joiner.joiner == .through && day >= firstDay
          ? day : YearRule.settle(day, issueDate: issueDate))
      isRange = isRange || joiner.joiner == .through
      fieldEnd = next.end
      if isRange { break }
    }
    guard let dates = Self.combine(days, isRange: isRange) else {
      return .invalid(start..<fieldEnd)
    }
    return .field(
      DateField(
        dates: dates[0], otherDates: Array(dates.dropFirst()), range: start..<fieldEnd,
        correctedYear: correctedYear))
  }

  /// One event where it is a range or the days adjoin, else one for each day.
  static func combine(_ days: [CivilDate], isRange: Bool) -> [EventDates]? {
    if isRange {
      return EventDates(first: days[0], last: days[days.count - 1]).map { [$0] }
    }
    let sorted = Array(Set(days)).sorted()
    let adjoin = zip(sorted, sorted.dropFirst()).allSatisfy { $0.days(to: $1) == 1 }
    if adjoin { return EventDates(first: sorted[0], last: sorted[sorted.count - 1]).map { [$0] } }
    return sorted.map { EventDates($0) }
  }

  /// A date as written: its numbers may be no day of the calendar.
  private struct WrittenDate {
    var year: Int
    var month: Int
    var day: Int
    var end: Int
    var civilDate: CivilDate? { CivilDate(year: year, month: month, day: day) }
  }

  /// Whether a date with its year stands here: what makes a line a listing.
  static func hasDate(_ buffer: [UInt8], at start: Int, to end: Int) -> Bool {
    scanDate(buffer, at: start, to: end) != nil
  }

  private static func scanDate(_ buffer: [UInt8], at start: Int, to end: Int) -> WrittenDate? {
    guard let year = scanNumber(buffer, at: start, to: end, digits: 4...4),
      year.end < end, buffer[year.end] == ASCII.hyphen,
      let rest = scanMonthAndDay(buffer, at: year.end + 1, to: end)
    else { return nil }
    return WrittenDate(year: year.value, month: rest.month, day: rest.day, end: rest.end)
  }

  private static func scanMonthAndDay(
    _ buffer: [UInt8], at start: Int, to end: Int
  ) -> (month: Int, day: Int, end: Int)? {
    guard let month = scanNumber(buffer, at: start, to: end, digits: 1...2),
      month.end < end, buffer[month.end] == ASCII.hyphen,
      let day = scanNumber(buffer, at: month.end + 1, to: end, digits: 1...2)
    else { return nil }
    return (month.value, day.value, day.end)
  }

  /// A date that may leave out the year, or year and month, of the date before it.
  private static func scanPartialDate(
    _ buffer: [UInt8], at start: Int, to end: Int, following earlier: CivilDate
  ) -> WrittenDate? {
    if let date = scanDate(buffer, at: start, to: end) { return date }
    let (year, month, _) = earlier.components
    if let rest = scanMonthAndDay(buffer, at: start, to: end) {
      // Over the turn of the year: `2024-12-31 & 01-01`.
      let isNextYear = rest.month < month
      return WrittenDate(
        year: isNextYear ? year + 1 : year, month: rest.month, day: rest.day, end: rest.end)
    }
    guard let day = scanNumber(buffer, at: start, to: end, digits: 1...2) else { return nil }
    return WrittenDate(year: year, month: month, day: day.value, end: day.end)
  }

  /// A number of so many digits that no digit or letter follows.
  private static func scanNumber(
    _ buffer: [UInt8], at start: Int, to end: Int, digits: ClosedRange<Int>
  ) -> (value: Int, end: Int)? {
    var offset = start
    var value = 0
    // At most `digits.upperBound` digits are added up, so the sum stays small.
    while offset < end, offset - start < digits.upperBound, buffer[offset].isDigit {
      value = value * 10 + Int(buffer[offset] - 0x30)
      offset += 1
    }
    guard offset - start >= digits.lowerBound, offset >= end || !buffer[offset].isAlphanumeric
    else { return nil }
    return (value, offset)
  }

  private static func scanJoiner(
    _ buffer: [UInt8], at start: Int, to end: Int
  ) -> (joiner: Joiner, end: Int)? {
    let offset = buffer.skippingSpaces(from: start, to: end)
    // A bar, which stands there nearly always, ends the field.
    guard offset < end, buffer[offset] != ASCII.pipe else { return nil }
    for (spelling, joiner) in joiners where buffer.hasWord(spelling, at: offset, to: end) {
      return (joiner, buffer.skippingSpaces(from: offset + spelling.count, to: end))
    }
    return nil
  }

  private static let joiners: [(spelling: [UInt8], joiner: Joiner)] = [
    (word("-"), .through), (word("–"), .through), (word("—"), .through), (word("*"), .through),
    (word("to "), .through), (word("&"), .and), (word(","), .and), (word("and "), .and),
    (word("+"), .and), (word("/"), .and),
  ]
}
