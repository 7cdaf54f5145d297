/// A date as people write it, without the marks around it: `Jan 22`, `Feb. 9`, `December 18th`,
/// `12/18`, `9 March`, each with or without year.
struct SpelledDate {
  /// The month, 1...12, or what stands in its place in `13/45`.
  var month: Int
  /// The day as written, which the month may not have.
  var day: Int
  /// The year, where one is stated.
  var year: Int?
  /// The offset behind it.
  var end: Int
  /// Whether the month's name stands behind the day.
  var isDayFirst = false
  /// The month's name where it is misspelt (`Dex  6`).
  var misspelling: Range<Int>?

  /// Reads the date that begins at an offset; nil where none does.
  ///
  /// `years` are those that a number may mean: `Jan 5, 2048 in Rust` states none.
  init?(_ buffer: [UInt8], at start: Int, to end: Int, years: ClosedRange<Int>) {
    guard start < end else { return nil }
    let written =
      buffer[start].isDigit
      ? Self.scanNumbers(buffer, at: start, to: end, years)
      : Self.scanMonthFirst(buffer, at: start, to: end)
    guard let written else { return nil }
    self = written
    if year == nil, let stated = Self.scanYear(buffer, at: self.end, to: end, years) {
      year = stated.value
      self.end = stated.end
    }
  }

  private init(month: Int, day: Int, year: Int? = nil, end: Int, misspelling: Range<Int>? = nil) {
    self.month = month
    self.day = day
    self.year = year
    self.end = end
    self.misspelling = misspelling
  }

  /// Whether month and day are numbers that some date has.
  var isPlausible: Bool { (1...12).contains(month) && (1...31).contains(day) }

  // MARK: Month and day

  /// `Jan 22`, `Feb. 9`, `December 18th`.
  private static func scanMonthFirst(_ buffer: [UInt8], at start: Int, to end: Int) -> SpelledDate?
  {
    guard let month = MonthNames.scan(buffer, at: start, to: end) else { return nil }
    let dayStart = buffer.skippingSpaces(from: month.end, to: end)
    guard let day = scanDay(buffer, at: dayStart, to: end) else { return nil }
    return SpelledDate(
      month: month.number, day: day.value, end: day.end,
      misspelling: month.isMisspelt ? start..<month.end : nil)
  }

  /// `12/18`, `12/18/2014`, `9 March`, `9th of March`.
  private static func scanNumbers(
    _ buffer: [UInt8], at start: Int, to end: Int, _ years: ClosedRange<Int>
  ) -> SpelledDate? {
    guard let first = scanNumber(buffer, at: start, to: end) else { return nil }
    if first.end < end, buffer[first.end] == ASCII.solidus {
      guard let day = scanNumber(buffer, at: first.end + 1, to: end),
        day.end >= end || !buffer[day.end].isAlphanumeric
      else { return nil }
      let year = scanSlashYear(buffer, at: day.end, to: end, years)
      return SpelledDate(
        month: first.value, day: day.value, year: year?.value, end: year?.end ?? day.end)
    }
    guard let day = scanDay(buffer, at: start, to: end) else { return nil }
    var offset = buffer.skippingSpaces(from: day.end, to: end)
    if buffer.hasWord(of, at: offset, to: end) {
      offset = buffer.skippingSpaces(from: offset + of.count, to: end)
    }
    guard offset > day.end, let month = MonthNames.scan(buffer, at: offset, to: end),
      !month.isMisspelt
    else { return nil }
    var date = SpelledDate(month: month.number, day: day.value, end: month.end)
    date.isDayFirst = true
    return date
  }

  /// A day of the month with or without ordinal ending, which neither letter nor digit follows.
  static func scanDay(_ buffer: [UInt8], at start: Int, to end: Int) -> (value: Int, end: Int)? {
    guard let number = scanNumber(buffer, at: start, to: end), (1...31).contains(number.value)
    else { return nil }
    var offset = number.end
    if let ending = ordinals.first(where: { buffer.hasWord($0, at: offset, to: end) }) {
      offset += ending.count
    }
    guard offset >= end || !buffer[offset].isAlphanumeric else { return nil }
    return (number.value, offset)
  }

  /// One or two digits that no digit follows.
  private static func scanNumber(
    _ buffer: [UInt8], at start: Int, to end: Int
  ) -> (value: Int, end: Int)? {
    var offset = start
    var value = 0
    // Two digits at most are added up, so the sum stays small.
    while offset < end, offset - start < 2, buffer[offset].isDigit {
      value = value * 10 + Int(buffer[offset] - 0x30)
      offset += 1
    }
    guard offset > start, offset >= end || !buffer[offset].isDigit else { return nil }
    return (value, offset)
  }

  // MARK: The year

  /// `, 2021`, ` 2021`, `. 2021,`: behind a full stop the year needs a mark of its own, for there
  /// a title may begin with it (`Feb 7. 2018 Roadmap`).
  static func scanYear(
    _ buffer: [UInt8], at start: Int, to end: Int, _ years: ClosedRange<Int>
  ) -> (value: Int, end: Int)? {
    var offset = start
    let isStopped = offset < end && buffer[offset] == ASCII.fullStop
    if isStopped || (offset < end && buffer[offset] == ASCII.comma) { offset += 1 }
    let digits = buffer.skippingSpaces(from: offset, to: end)
    guard digits > start, let year = scanFourDigits(buffer, at: digits, to: end),
      years.contains(year.value)
    else { return nil }
    let next = buffer.skippingSpaces(from: year.end, to: end)
    let isMarked = next >= end || (buffer[next].isPunctuation && !opening.contains(buffer[next]))
    return isStopped && !isMarked ? nil : year
  }

  /// `/2014`, `/14`.
  private static func scanSlashYear(
    _ buffer: [UInt8], at start: Int, to end: Int, _ years: ClosedRange<Int>
  ) -> (value: Int, end: Int)? {
    guard start < end, buffer[start] == ASCII.solidus else { return nil }
    if let year = scanFourDigits(buffer, at: start + 1, to: end) {
      return years.contains(year.value) ? year : nil
    }
    guard let short = scanNumber(buffer, at: start + 1, to: end), short.end == start + 3,
      years.contains(2000 + short.value), short.end >= end || !buffer[short.end].isAlphanumeric
    else { return nil }
    return (2000 + short.value, short.end)
  }

  private static func scanFourDigits(
    _ buffer: [UInt8], at start: Int, to end: Int
  ) -> (value: Int, end: Int)? {
    guard start + 4 <= end, start + 4 == end || !buffer[start + 4].isAlphanumeric else {
      return nil
    }
    var value = 0
    for offset in start..<start + 4 {
      guard buffer[offset].isDigit else { return nil }
      value = value * 10 + Int(buffer[offset] - 0x30)
    }
    return (value, start + 4)
  }

  private static let of = word("of ")
  private static let ordinals = ["st", "nd", "rd", "th"].map(word)
  private static let opening = [
    ASCII.leftParenthesis, ASCII.leftBracket, ASCII.quotationMark, ASCII.numberSign,
    ASCII.asterisk, ASCII.backtick,
  ]
}
