package import EventModel

extension OutputBuffer {
  /// Appends a number in decimal digits.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(ASCII.hyphen) }
    let magnitude = number.magnitude
    if magnitude < 10 {
      append(digit(magnitude))
    } else {
      append(unsigned: magnitude)
    }
  }

  private mutating func append(unsigned magnitude: UInt) {
    let start = count
    appendZeros(Self.digitCount(magnitude))
    var rest = magnitude
    var offset = count
    while offset > start {
      offset -= 1
      self[offset] = digit(rest % 10)
      rest /= 10
    }
  }

  private static func digitCount(_ number: UInt) -> Int {
    var digits = 1
    var rest = number / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    return digits
  }

  @inline(__always)
  private func digit(_ number: UInt) -> UInt8 {
    ASCII.zero + UInt8(truncatingIfNeeded: number % 10)
  }

  /// Appends the last two decimal digits of a number.
  @inline(__always)
  mutating func append(twoDigits number: Int) {
    append(digit(number.magnitude / 10))
    append(digit(number.magnitude))
  }

  /// Appends the last four decimal digits of a number.
  @inline(__always)
  mutating func append(fourDigits number: Int) {
    append(twoDigits: number / 100)
    append(twoDigits: number)
  }

  /// Appends a day as `YYYY-MM-DD`.
  package mutating func append(_ date: CivilDate) {
    let (year, month, day) = date.components
    append(fourDigits: year)
    append(ASCII.hyphen)
    append(twoDigits: month)
    append(ASCII.hyphen)
    append(twoDigits: day)
  }

  /// Appends a second of a day as `HH:MM:SS`.
  mutating func append(clock second: Int) {
    append(twoDigits: second / 3_600)
    append(ASCII.colon)
    append(twoDigits: second / 60 % 60)
    append(ASCII.colon)
    append(twoDigits: second % 60)
  }

  /// Appends a moment as RFC 3339 has it, with `Z` for UTC.
  mutating func append(_ time: EventTime) {
    append(time.day)
    append("T")
    append(clock: Int(time.secondOfDay))
    if time.offsetMinutes == 0 { append("Z") } else { append(offsetMinutes: time.offsetMinutes) }
  }

  /// Appends an offset from UTC as `+01:00`.
  mutating func append(offsetMinutes: Int16) {
    append(offsetMinutes < 0 ? "-" : "+")
    let minutes = Int(offsetMinutes.magnitude)
    append(twoDigits: minutes / 60)
    append(ASCII.colon)
    append(twoDigits: minutes % 60)
  }

  /// Appends a day as `YYYYMMDD`: RFC 5545 §3.3.4.
  package mutating func append(basic date: CivilDate) {
    append(BasicDate(date))
  }

  /// Appends a day whose digits are known.
  @inline(__always)
  mutating func append(_ date: BasicDate) { append(word: date.digits) }

  /// Appends millionths as a decimal fraction without trailing zeros: 49450000 is `49.45`.
  mutating func append(millionths number: Int32) {
    if number < 0 { append(ASCII.hyphen) }
    append(decimal: Int(number.magnitude / 1_000_000))
    var fraction = Int(number.magnitude % 1_000_000)
    if fraction == 0 { return }
    append(ASCII.dot)
    var unit = 100_000
    while fraction > 0 {
      append(digit(UInt(fraction / unit)))
      fraction %= unit
      unit /= 10
    }
  }
}
