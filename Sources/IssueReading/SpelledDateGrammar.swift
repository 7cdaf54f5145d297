import EventModel

/// Reads date fields as people write them: `Jan 22`, `Aug 18-19`, `Oct 19 & 20`, `Sep 30 - Oct 1`,
/// `2/4 - 2/5`, `May 30/31`, `July 27 - August 2, 2021`, and those that ``DateGrammar`` reads.
///
/// What joins days means the same as there. A number alone is a further day only where a mark
/// follows it (`Oct 12 - 18.`), for a title may begin with a number (`Jan 12 - 3 talks`).
struct SpelledDateGrammar {
  /// The day of the issue, which decides the year where none is stated.
  let issueDate: CivilDate

  /// The years that a number behind a date may mean.
  private var years: ClosedRange<Int> {
    let year = issueDate.components.year
    return year - 3...year + 3
  }

  /// Reads the date that begins at `start`, if one does.
  func read(_ buffer: [UInt8], from start: Int, to end: Int) -> DateReading {
    if DateGrammar.hasDate(buffer, at: start, to: end) {
      return DateGrammar(issueDate: issueDate).read(buffer, from: start, to: end)
    }
    let dateStart = MonthNames.skippingWeekday(buffer, from: start, to: end)
    if let reading = readDaysBeforeMonth(buffer, at: dateStart, to: end, from: start) {
      return reading
    }
    guard let first = SpelledDate(buffer, at: dateStart, to: end, years: years) else {
      return .none
    }
    guard first.isPlausible else { return .invalid(start..<first.end) }
    var dates = [first]
    var isRange = false
    while !isRange, let joiner = Self.scanJoiner(buffer, at: dates[dates.count - 1].end, to: end),
      let next = scanNext(buffer, behind: joiner, to: end, after: dates[dates.count - 1])
    {
      dates.append(next)
      isRange = joiner.isThrough
    }
    return reading(of: dates, isRange: isRange, start..<dates[dates.count - 1].end)
  }

  /// `29-30 May`, `29 & 30 May`: the month stands behind the last day.
  ///
  /// The field begins before the day, where a weekday does.
  private func readDaysBeforeMonth(
    _ buffer: [UInt8], at start: Int, to end: Int, from fieldStart: Int
  ) -> DateReading? {
    guard start < end, buffer[start].isDigit,
      let day = SpelledDate.scanDay(buffer, at: start, to: end),
      let joiner = Self.scanJoiner(buffer, at: day.end, to: end),
      let last = SpelledDate(buffer, at: joiner.end, to: end, years: years), last.isDayFirst
    else { return nil }
    var first = last
    first.day = day.value
    return reading(of: [first, last], isRange: joiner.isThrough, fieldStart..<last.end)
  }

  /// What dates mean together.
  private func reading(
    of dates: [SpelledDate], isRange: Bool, _ range: Range<Int>
  ) -> DateReading {
    guard let days = days(of: dates), let combined = DateGrammar.combine(days, isRange: isRange)
    else { return .invalid(range) }
    let isCorrected = dates[0].year.map { $0 != days[0].components.year } ?? false
    return .field(
      DateField(
        dates: combined[0], otherDates: Array(combined.dropFirst()), range: range,
        correctedYear: isCorrected ? days[0] : nil,
        misspelling: dates[0].misspelling))
  }

  /// Whether a date begins at an offset.
  static func hasDate(_ buffer: [UInt8], at start: Int, to end: Int) -> Bool {
    if DateGrammar.hasDate(buffer, at: start, to: end) { return true }
    let dateStart = MonthNames.skippingWeekday(buffer, from: start, to: end)
    if SpelledDate(buffer, at: dateStart, to: end, years: 0...0)?.isPlausible ?? false {
      return true
    }
    return Self(issueDate: .distantPast)
      .readDaysBeforeMonth(buffer, at: dateStart, to: end, from: start) != nil
  }

  // MARK: Further days

  private struct Joiner {
    var isThrough: Bool
    var end: Int
  }

  private static func scanJoiner(_ buffer: [UInt8], at start: Int, to end: Int) -> Joiner? {
    let offset = buffer.skippingSpaces(from: start, to: end)
    for (spelling, isThrough) in joiners where buffer.hasWord(spelling, at: offset, to: end) {
      return Joiner(
        isThrough: isThrough,
        end: buffer.skippingSpaces(from: offset + spelling.count, to: end))
    }
    return nil
  }

  /// The date behind a joiner, which may leave out the month.
  private func scanNext(
    _ buffer: [UInt8], behind joiner: Joiner, to end: Int, after earlier: SpelledDate
  ) -> SpelledDate? {
    let start = MonthNames.skippingWeekday(buffer, from: joiner.end, to: end)
    if let date = SpelledDate(buffer, at: start, to: end, years: years), date.isPlausible,
      date.misspelling == nil
    {
      return date
    }
    guard let day = SpelledDate.scanDay(buffer, at: joiner.end, to: end) else { return nil }
    let year = SpelledDate.scanYear(buffer, at: day.end, to: end, years)
    guard year != nil || Self.endsDate(buffer, at: day.end, to: end) else { return nil }
    var date = earlier
    date.day = day.value
    date.year = year?.value
    date.end = year?.end ?? day.end
    return date
  }

  /// Whether what stands behind a number says that it was a day.
  private static func endsDate(_ buffer: [UInt8], at start: Int, to end: Int) -> Bool {
    let offset = buffer.skippingSpaces(from: start, to: end)
    guard offset < end else { return true }
    switch buffer[offset] {
    case ASCII.fullStop, ASCII.comma, ASCII.colon:
      // `Jan 5 - 18:30`, `Jan 5 - 2.0 is here`: no days.
      return offset + 1 >= end || !buffer[offset + 1].isDigit
    case ASCII.pipe, ASCII.rightParenthesis, ASCII.rightBracket, ASCII.asterisk: return true
    default: return scanJoiner(buffer, at: offset, to: end) != nil
    }
  }

  // MARK: Years

  /// The days of the calendar that are meant; nil where one of them does not exist.
  private func days(of dates: [SpelledDate]) -> [CivilDate]? {
    guard let first = firstDay(of: dates) else { return nil }
    var days = [first]
    for date in dates.dropFirst() {
      let year = first.components.year
      guard let day = CivilDate(year: date.year ?? year, month: date.month, day: date.day)
      else { return nil }
      if date.year != nil {
        days.append(YearRule.settle(day, issueDate: issueDate))
      } else if date.month < dates[0].month {
        // Over the turn of the year: `Dec 31 - Jan 1`.
        guard let next = CivilDate(year: year + 1, month: date.month, day: date.day) else {
          return nil
        }
        days.append(next)
      } else {
        days.append(day)
      }
    }
    return days
  }

  private func firstDay(of dates: [SpelledDate]) -> CivilDate? {
    let first = dates[0]
    guard let last = dates.last(where: { $0.year != nil }), let stated = last.year else {
      return YearRule.nearest(month: first.month, day: first.day, issueDate: issueDate)
    }
    // `Dec 31 - Jan 1, 2021`: the year is that of the second.
    let year = first.year ?? (first.month > last.month ? stated - 1 : stated)
    return CivilDate(year: year, month: first.month, day: first.day).map {
      YearRule.settle($0, issueDate: issueDate)
    }
  }

  private static let joiners: [(spelling: [UInt8], isThrough: Bool)] = [
    (word("-"), true), (word("–"), true), (word("—"), true), (word("to "), true),
    (word("through "), true), (word("&"), false), (word(","), false), (word("and "), false),
    (word("+"), false), (word("/"), false),
  ]
}

// MARK: - Where dates stand

extension SpelledDateGrammar {
  /// The first offset of a line's text that is none of the marks that may stand before it: emphasis
  /// and the bracket of a link.
  static func textStart(_ buffer: [UInt8], _ content: Range<Int>) -> Int {
    var offset = content.lowerBound
    while offset < content.upperBound,
      openingMarks.contains(buffer[offset]) || buffer[offset].isSpace
    {
      offset += 1
    }
    return offset
  }

  /// Whether a line begins with a date, or with a link whose text does: then it is a listing.
  static func beginsListing(_ buffer: [UInt8], _ content: Range<Int>) -> Bool {
    hasDate(buffer, at: textStart(buffer, content), to: content.upperBound)
  }

  /// The first date in a range, wherever it stands.
  ///
  /// Two numbers with a slash count only behind a separator, `on` or `at` (`part 1/2` is no date).
  static func firstOffset(of range: Range<Int>, in buffer: [UInt8]) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let isStart = offset == range.lowerBound || !isWordByte(buffer[offset - 1])
      if isStart, isDateInText(buffer, at: offset, in: range) { return offset }
      offset += 1
    }
    return nil
  }

  private static func isDateInText(_ buffer: [UInt8], at offset: Int, in range: Range<Int>) -> Bool
  {
    guard buffer[offset].isDigit || buffer[offset].isLetter,
      hasDate(buffer, at: offset, to: range.upperBound)
    else { return false }
    if DateGrammar.hasDate(buffer, at: offset, to: range.upperBound) { return true }
    guard
      let date = SpelledDate(buffer, at: offset, to: range.upperBound, years: 0...0)
    else { return true }
    if date.misspelling != nil { return false }
    guard buffer[offset..<date.end].contains(ASCII.solidus) else { return true }
    // Only backwards over the spaces, so that a long text costs no more.
    var end = offset
    while end > range.lowerBound, buffer[end - 1].isSpace { end -= 1 }
    guard end > range.lowerBound else { return true }
    if separators.contains(buffer[end - 1]) { return true }
    return prepositions.contains { word in
      let start = end - word.count
      return start >= range.lowerBound && buffer.hasWord(word, at: start, to: end)
        && (start == range.lowerBound || buffer[start - 1].isSpace)
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0x80 || byte == ASCII.solidus || byte == ASCII.hyphen
      || byte == ASCII.numberSign || byte == ASCII.fullStop
  }

  private static let openingMarks = [
    ASCII.asterisk, ASCII.underscore, ASCII.leftBracket, ASCII.dollar,
  ]
  private static let separators = [
    ASCII.comma, ASCII.colon, ASCII.hyphen, ASCII.leftParenthesis, ASCII.pipe, ASCII.semicolon,
    ASCII.leftBracket, ASCII.rightBracket,
  ]
  private static let prepositions = [word("on"), word("at")]
}
