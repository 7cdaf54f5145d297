import EventModel

/// Finds the days in the fields of a call: `2026-04-27`, `2026-10-14 - 2026-10-17`,
/// `2025-05-13 & 05-14`, `1 December 2024`, `September 8-11, 2026`.
///
/// Unlike the date of a listing they stand anywhere in a text, and words stand around them.
struct CallDates {
  /// A day as it is written: what is left out follows from the day beside it, or from the issue.
  private struct Day {
    var year: Int?
    var month: Int?
    var day: Int
    var end: Int
  }

  /// The days found in a text.
  struct Found {
    /// The days; nil where the calendar has no such day, or the last is before the first.
    var dates: EventDates?
    /// Whether a word or dash that means "to" joins the days.
    var isRange: Bool
    /// Where they stand.
    var range: Range<Int>
  }

  let buffer: [UInt8]
  /// A day without year is in the year that puts it nearest to this day.
  var reference: CivilDate

  /// The first days in a range.
  func first(in range: Range<Int>) -> Found? {
    for offset in range where buffer[offset].isAlphanumeric {
      let isStart = offset == range.lowerBound || !buffer[offset - 1].isAlphanumeric
      if isStart, let found = read(at: offset, to: range.upperBound) { return found }
    }
    return nil
  }

  private func read(at start: Int, to end: Int) -> Found? {
    guard let first = day(at: start, to: end) ?? bareDay(at: start, to: end) else { return nil }
    var days = [first]
    var isRange = false
    while let joiner = joiner(at: days[days.count - 1].end, to: end) {
      let next =
        day(at: joiner.end, to: end)
        ?? (joiner.mayShorten ? shortDay(at: joiner.end, to: end, after: days[0]) : nil)
      guard let next else { break }
      days.append(next)
      isRange = isRange || joiner.isRange
    }
    // `14` alone is no day; before `- 17 October` it is one.
    guard days.contains(where: { $0.month != nil }) else { return nil }
    return Found(
      dates: settle(days), isRange: isRange, range: start..<days[days.count - 1].end)
  }

  /// From the first to the last of the days, each filled in from those beside it.
  private func settle(_ days: [Day]) -> EventDates? {
    var month = days.lazy.compactMap(\.month).first
    var year = days.lazy.compactMap(\.year).first
    var settled: [CivilDate] = []
    for day in days {
      if let earlier = month, let own = day.month, own < earlier, day.year == nil, !settled.isEmpty
      {
        year = year.map { $0 + 1 }  // `December 30 - January 2`
      }
      month = day.month ?? month
      year = day.year ?? year
      guard let month, let date = civilDate(year, month, day.day) else { return nil }
      settled.append(date)
    }
    guard let first = settled.first, let last = settled.max() else { return nil }
    return settled.contains { $0 < first } ? nil : EventDates(first: first, last: last)
  }

  /// Without a year it is the one from 31 days before the reference to 334 days after.
  private func civilDate(_ year: Int?, _ month: Int, _ day: Int) -> CivilDate? {
    if let year { return CivilDate(year: year, month: month, day: day) }
    let referenceYear = reference.components.year
    for year in referenceYear - 1...referenceYear + 1 {
      guard let date = CivilDate(year: year, month: month, day: day) else { continue }
      if (-31...334).contains(reference.days(to: date)) { return date }
    }
    return CivilDate(year: referenceYear, month: month, day: day)
  }

  // MARK: Days

  /// A day with its month at least.
  private func day(at start: Int, to end: Int) -> Day? {
    isoDay(at: start, to: end) ?? dayAndMonth(at: start, to: end)
      ?? monthAndDay(at: start, to: end)
  }

  /// `2026-04-27`, `2026/4/27`.
  private func isoDay(at start: Int, to end: Int) -> Day? {
    guard let year = number(at: start, to: end, digits: 4...4), year.end < end,
      buffer[year.end] == ASCII.hyphen || buffer[year.end] == ASCII.solidus,
      let month = number(at: year.end + 1, to: end, digits: 1...2), month.end < end,
      buffer[month.end] == buffer[year.end],
      let day = number(at: month.end + 1, to: end, digits: 1...2)
    else { return nil }
    return Day(year: year.value, month: month.value, day: day.value, end: day.end)
  }

  /// `1 December 2024`, `1st of December`.
  private func dayAndMonth(at start: Int, to end: Int) -> Day? {
    guard let day = number(at: start, to: end, digits: 1...2) else { return nil }
    var offset = buffer.skippingSpaces(from: day.end, to: end)
    if buffer.hasWord(Self.of, at: offset, to: end) {
      offset = buffer.skippingSpaces(from: offset + 2, to: end)
    }
    guard let month = month(at: offset, to: end) else { return nil }
    let year = year(at: month.end, to: end)
    return Day(
      year: year?.value, month: month.value, day: day.value, end: year?.end ?? month.end)
  }

  /// `December 1, 2024`, `Dec. 1st`.
  private func monthAndDay(at start: Int, to end: Int) -> Day? {
    guard let month = month(at: start, to: end),
      let day = number(
        at: buffer.skippingSpaces(from: month.end, to: end), to: end, digits: 1...2)
    else { return nil }
    // `September 8-11, 2026`: the year stands behind the last day.
    let year = year(at: day.end, to: end)
    return Day(
      year: year?.value, month: month.value, day: day.value, end: year?.end ?? day.end)
  }

  /// `10-14` behind a day in digits, `14` behind any; what is a time of the day is none.
  private func shortDay(at start: Int, to end: Int, after first: Day) -> Day? {
    guard let number = number(at: start, to: end, digits: 1...2) else { return nil }
    if number.end < end, buffer[number.end] == ASCII.hyphen,
      let day = self.number(at: number.end + 1, to: end, digits: 1...2)
    {
      return Day(year: nil, month: number.value, day: day.value, end: day.end)
    }
    let next = buffer.skippingSpaces(from: number.end, to: end)
    if next < end, buffer[next] == ASCII.colon || buffer[next].isLetter { return nil }
    let year = first.year == nil ? year(at: number.end, to: end) : nil
    return Day(year: year?.value, month: nil, day: number.value, end: year?.end ?? number.end)
  }

  /// `8` before `- 11 September`.
  private func bareDay(at start: Int, to end: Int) -> Day? {
    guard let number = number(at: start, to: end, digits: 1...2),
      let joiner = joiner(at: number.end, to: end), joiner.mayShorten,
      dayAndMonth(at: joiner.end, to: end) != nil
    else { return nil }
    return Day(year: nil, month: nil, day: number.value, end: number.end)
  }

  // MARK: Parts of days

  /// A number of so many digits, with an ordinal's letters, that no digit or letter follows.
  private func number(
    at start: Int, to end: Int, digits: ClosedRange<Int>
  ) -> (value: Int, end: Int)? {
    var offset = start
    var value = 0
    // At most four digits are added up, so the sum stays small.
    while offset < end, offset - start < digits.upperBound, buffer[offset].isDigit {
      value = value * 10 + Int(buffer[offset] - 0x30)
      offset += 1
    }
    guard offset - start >= digits.lowerBound else { return nil }
    if Self.ordinals.contains(where: { buffer.hasWord($0, at: offset, to: end) }) { offset += 2 }
    return offset >= end || !buffer[offset].isAlphanumeric ? (value, offset) : nil
  }

  /// A year behind a day and perhaps a comma.
  private func year(at start: Int, to end: Int) -> (value: Int, end: Int)? {
    var offset = buffer.skippingSpaces(from: start, to: end)
    if offset < end, buffer[offset] == ASCII.comma {
      offset = buffer.skippingSpaces(from: offset + 1, to: end)
    }
    guard let year = number(at: offset, to: end, digits: 4...4) else { return nil }
    // `December 1, 2024-12-05` are two days.
    return year.end < end && buffer[year.end] == ASCII.hyphen && isoDay(at: offset, to: end) != nil
      ? nil : year
  }

  private func month(at start: Int, to end: Int) -> (value: Int, end: Int)? {
    MonthNames.scan(buffer, at: start, to: end).map { ($0.number, $0.end) }
  }

  private func joiner(
    at start: Int, to end: Int
  ) -> (isRange: Bool, mayShorten: Bool, end: Int)? {
    let offset = buffer.skippingSpaces(from: start, to: end)
    for joiner in Self.joiners where buffer.hasWord(joiner.spelling, at: offset, to: end) {
      return (
        joiner.isRange, joiner.mayShorten,
        buffer.skippingSpaces(from: offset + joiner.spelling.count, to: end)
      )
    }
    return nil
  }

  private static let joiners: [(spelling: [UInt8], isRange: Bool, mayShorten: Bool)] = [
    (word("-"), true, true), (word("–"), true, true), (word("—"), true, true),
    (word("*"), true, true), (word("to "), true, true), (word("until "), true, true),
    (word("through "), true, true), (word("&"), false, true), (word("and "), false, true),
    (word("+"), false, true), (word("/"), false, true), (word(","), false, false),
  ]
  private static let ordinals = ["st", "nd", "rd", "th"].map(word)
  private static let of = word("of ")
}
