import EventModel

/// Dates and times as pages write them for programs: ISO 8601 and its common slips.
///
/// Read are `2026-02-12`, `20260212`, `2026-043`, `12.02.2026`, and `19/06/2026` where the day
/// cannot be the month; times as `T19:00`, ` 19:00:00.000`, `T190000`, `7pm`; offsets as `Z`,
/// `+01:00`, `+0100`, `+1`, ` UTC`. Other texts, a month or a year alone among them, are no time.
struct TimeText {
  private let bytes: [UInt8]
  private var position = 0

  private init(_ text: String) { bytes = Array(text.utf8.prefix(80)) }

  /// The time that a text states.
  static func time(_ text: String) -> PageTime? {
    var reader = TimeText(text)
    reader.skipSpaces()
    guard let date = reader.readDate() else { return nil }
    reader.skipSeparator()
    if reader.isAtEnd { return PageTime(date) }
    guard let time = reader.readTimeAndOffset() else { return nil }
    return time.pageTime(on: date)
  }

  /// The time that a text states, which may be one of a day that is stated elsewhere.
  static func time(_ text: String, on date: CivilDate?) -> PageTime? {
    if let time = time(text) { return time }
    guard let date, let time = clock(text) else { return nil }
    return time.pageTime(on: date)
  }

  /// The time of day that a text states, without a date.
  static func clock(_ text: String) -> Clock? {
    var reader = TimeText(text)
    reader.skipSeparator()
    return reader.readTimeAndOffset()
  }

  /// The day that a text states, without a time.
  static func date(_ text: String) -> CivilDate? {
    guard let time = time(text), time.secondOfDay == nil else { return nil }
    return time.date
  }

  /// A time of day; 86400 is the end of it.
  struct Clock: Hashable {
    var second: Int
    var offset: Int?

    func pageTime(on date: CivilDate) -> PageTime? {
      guard second == 86_400 else { return PageTime(date, secondOfDay: second, offset: offset) }
      return PageTime(date.advanced(by: 1), secondOfDay: 0, offset: offset)
    }
  }

  // MARK: Bytes

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }
  private var isAtEnd: Bool { position == bytes.count }

  private mutating func skipSpaces() {
    while let byte = current, byte <= 0x20 { position += 1 }
  }

  /// Skips what stands between a date and a time.
  private mutating func skipSeparator() {
    skipSpaces()
    if current.map({ $0 | 0x20 }) == UInt8(ascii: "t") { position += 1 }
    skipSpaces()
  }

  private mutating func skip(_ byte: Character) -> Bool {
    guard current == byte.asciiValue else { return false }
    position += 1
    return true
  }

  /// A run of digits as number and length; nil without one or with more than eight.
  private mutating func readDigits() -> (value: Int, count: Int)? {
    var value = 0
    let start = position
    while let byte = current, byte &- 0x30 < 10 {
      guard position - start < 8 else { return nil }
      value = value * 10 + Int(byte &- 0x30)
      position += 1
    }
    return position > start ? (value, position - start) : nil
  }

  // MARK: Dates

  private mutating func readDate() -> CivilDate? {
    guard let first = readDigits() else { return nil }
    if first.count == 8 {
      return CivilDate(
        year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
    }
    guard let separator = current, "-/.".utf8.contains(separator) else { return nil }
    position += 1
    guard let second = readDigits() else { return nil }
    guard current == separator else {
      // ISO 8601 ordinal date: the day of the year.
      guard first.count == 4, second.count == 3, separator == UInt8(ascii: "-") else { return nil }
      return Self.date(year: first.value, dayOfYear: second.value)
    }
    position += 1
    guard second.count <= 2, let third = readDigits() else { return nil }
    if first.count == 4, third.count <= 2 {
      return CivilDate(year: first.value, month: second.value, day: third.value)
    }
    guard first.count <= 2, third.count == 4 else { return nil }
    if separator == UInt8(ascii: ".") {
      return CivilDate(year: third.value, month: second.value, day: first.value)
    }
    return Self.date(first.value, second.value, year: third.value)
  }

  /// A day whose day and month may stand in either order; nil where that cannot be told.
  private static func date(_ first: Int, _ second: Int, year: Int) -> CivilDate? {
    if first > 12 || first == second { return CivilDate(year: year, month: second, day: first) }
    if second > 12 { return CivilDate(year: year, month: first, day: second) }
    return nil
  }

  private static func date(year: Int, dayOfYear: Int) -> CivilDate? {
    guard let first = CivilDate(year: year, month: 1, day: 1), dayOfYear >= 1 else { return nil }
    let date = first.advanced(by: dayOfYear - 1)
    return date.components.year == year ? date : nil
  }

  // MARK: Times

  private mutating func readTimeAndOffset() -> Clock? {
    guard let second = readClock() else { return nil }
    skipSpaces()
    var clock = Clock(second: second, offset: nil)
    if let byte = current, byte != UInt8(ascii: "[") {
      guard let offset = readOffset() else { return nil }
      clock.offset = offset
      skipSpaces()
    }
    // RFC 9557: `[Europe/Berlin]` may follow.
    if skip("["), bytes.last == UInt8(ascii: "]") { position = bytes.count }
    return isAtEnd ? clock : nil
  }

  private mutating func readClock() -> Int? {
    guard let first = readDigits() else { return nil }
    var (hour, minute, second) = (first.value, 0, 0)
    switch first.count {
    case 1, 2:
      if skip(":") {
        guard let digits = readTwoDigits() else { return nil }
        minute = digits
        if skip(":") {
          guard let digits = readTwoDigits() else { return nil }
          second = digits
        }
      } else if !isHalfOfDay {
        // `2026-02-12T19`; a number with anything else behind it is no hour.
        guard first.count == 2, isAtEnd || current.map(Self.beginsOffset) == true else {
          return nil
        }
      }
    case 4: (hour, minute) = (first.value / 100, first.value % 100)
    case 6:
      (hour, minute, second) = (first.value / 10_000, first.value / 100 % 100, first.value % 100)
    default: return nil
    }
    skipFraction()
    guard let shift = readHalfOfDay(hour) else { return nil }
    return Self.second(shift, minute, second)
  }

  private static func second(_ hour: Int, _ minute: Int, _ second: Int) -> Int? {
    if hour == 24, minute == 0, second == 0 { return 86_400 }
    // A leap second is the last of its minute.
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    return hour * 3_600 + minute * 60 + min(second, 59)
  }

  private mutating func readTwoDigits() -> Int? {
    guard let digits = readDigits(), digits.count <= 2 else { return nil }
    return digits.value
  }

  private mutating func skipFraction() {
    let start = position
    guard skip(".") || skip(",") else { return }
    let digits = position
    while let byte = current, byte &- 0x30 < 10 { position += 1 }
    if position == digits { position = start }
  }

  /// Whether `am` or `pm` comes next.
  private var isHalfOfDay: Bool {
    var other = self
    other.skipSpaces()
    guard let letter = other.current.map({ $0 | 0x20 }) else { return false }
    return letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p")
  }

  /// The hour, moved by the `pm` that may follow it; nil where what follows is neither.
  private mutating func readHalfOfDay(_ hour: Int) -> Int? {
    guard isHalfOfDay else { return hour }
    skipSpaces()
    let isAfternoon = current.map { $0 | 0x20 } == UInt8(ascii: "p")
    position += 1
    _ = skip(".")
    guard current.map({ $0 | 0x20 }) == UInt8(ascii: "m"), (1...12).contains(hour) else {
      return nil
    }
    position += 1
    _ = skip(".")
    return hour % 12 + (isAfternoon ? 12 : 0)
  }

  // MARK: Offsets

  private static func beginsOffset(_ byte: UInt8) -> Bool {
    "+-Zz ".utf8.contains(byte) || byte == 0xE2
  }

  /// Minutes east of UTC.
  private mutating func readOffset() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    for name in ["UTC", "GMT"] where bytes[position...].starts(with: name.utf8) {
      position += name.utf8.count
      if isAtEnd { return 0 }
    }
    var sign = 1
    if skip("-") {
      sign = -1
    } else if bytes[position...].starts(with: "\u{2212}".utf8) {
      position += 3
      sign = -1
    } else if !skip("+") {
      return nil
    }
    guard let digits = readDigits() else { return nil }
    var minutes = digits.value * 60
    if digits.count == 3 || digits.count == 4 {
      minutes = digits.value / 100 * 60 + digits.value % 100
    } else if digits.count <= 2, skip(":") {
      guard let rest = readTwoDigits(), rest < 60 else { return nil }
      minutes += rest
    } else if digits.count > 4 {
      return nil
    }
    return minutes < 1_440 ? sign * minutes : nil
  }
}
