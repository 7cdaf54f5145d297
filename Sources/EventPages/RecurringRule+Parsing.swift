extension RecurringRule {
  /// The rule that a TZ string states, or nil if it is none.
  init?(_ text: ArraySlice<UInt8>) {
    var scan = RuleScan(rest: text)
    guard scan.skipName(), let behind = scan.offset(limit: 24) else { return nil }
    standard = Int32(-behind)
    if scan.isAtEnd { return }
    guard scan.skipName() else { return nil }
    // An hour ahead of standard time, unless the string says otherwise.
    var ahead = Int32(-behind) + 3_600
    if scan.next != UInt8(ascii: ",") {
      guard let behind = scan.offset(limit: 24) else { return nil }
      ahead = Int32(-behind)
    }
    guard let start = scan.yearDay(), let end = scan.yearDay(), scan.isAtEnd else { return nil }
    summer = Summer(offset: ahead, start: start, end: end)
  }
}

/// A TZ string, read from left to right.
private struct RuleScan {
  var rest: ArraySlice<UInt8>

  var isAtEnd: Bool { rest.isEmpty }
  var next: UInt8? { rest.first }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  /// Skips the name of a zone: letters, or anything in angle brackets.
  mutating func skipName() -> Bool {
    if take("<") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[(end + 1)...]
      return true
    }
    let name = rest.prefix { 0x61...0x7A ~= $0 | 0x20 }
    rest = rest.dropFirst(name.count)
    return name.count >= 3
  }

  /// Takes a number of one to three digits that is at most a limit.
  mutating func number(upTo limit: Int) -> Int? {
    let digits = rest.prefix { 0x30...0x39 ~= $0 }
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return number <= limit ? number : nil
  }

  /// Takes `[+-]hh[:mm[:ss]]` as seconds.
  mutating func offset(limit: Int) -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard let hours = number(upTo: limit) else { return nil }
    var seconds = hours * 3_600
    if take(":") {
      guard let minutes = number(upTo: 59) else { return nil }
      seconds += minutes * 60
      if take(":") {
        guard let more = number(upTo: 59) else { return nil }
        seconds += more
      }
    }
    return isNegative ? -seconds : seconds
  }

  /// Takes `,Mm.w.d`, `,Jn` or `,n`, with or without `/time`.
  mutating func yearDay() -> RecurringRule.YearDay? {
    guard take(","), let day = day() else { return nil }
    guard take("/") else { return .init(day: day) }
    return offset(limit: 167).map { .init(day: day, second: $0) }
  }

  private mutating func day() -> RecurringRule.YearDay.Day? {
    if take("J") {
      return number(upTo: 365).flatMap { $0 >= 1 ? .julian($0) : nil }
    }
    guard take("M") else { return number(upTo: 365).map { .ordinal($0) } }
    guard let month = number(upTo: 12), month >= 1, take("."), let week = number(upTo: 5),
      week >= 1, take("."), let weekday = number(upTo: 6)
    else { return nil }
    return .weekday(month: month, week: week, weekday: weekday)
  }
}
