/// The names of the months, full and short.
enum MonthNames {
  /// A name that was found.
  struct Match {
    /// The month, 1...12.
    var number: Int
    /// The offset behind the name and its full stop.
    var end: Int
    /// Whether it was read otherwise than written.
    var isMisspelt = false
  }

  /// The name at an offset, with or without full stop behind a short one.
  ///
  /// It begins with a capital letter, for `may` and `march` are words.
  static func scan(_ buffer: [UInt8], at start: Int, to end: Int) -> Match? {
    guard start < end, buffer[start].isLetter, buffer[start] & 0x20 == 0 else { return nil }
    var nameEnd = start
    while nameEnd < end, buffer[nameEnd].isLetter { nameEnd += 1 }
    let length = nameEnd - start
    guard length >= 3, length <= 9 else { return nil }
    let isStopped = nameEnd < end && buffer[nameEnd] == ASCII.fullStop
    for (index, name) in names.enumerated() {
      let isShort = length == 3 || (length == 4 && name.count > 8)
      guard length == name.count || isShort, length <= name.count,
        (0..<length).allSatisfy({ buffer[start + $0].lowercased == name[$0] })
      else { continue }
      return Match(number: index + 1, end: isStopped ? nameEnd + 1 : nameEnd)
    }
    return misspelt(buffer, start..<nameEnd, isStopped: isStopped)
  }

  /// `Dex`, `Octover`, `Februar`: one letter wrong, missing or too many, but not the first, where
  /// only one month fits.
  private static func misspelt(_ buffer: [UInt8], _ range: Range<Int>, isStopped: Bool) -> Match? {
    guard !weekdays.contains(where: { isWord($0, buffer, range) }) else { return nil }
    let written = buffer[range].map(\.lowercased)
    let fitting = names.indices.filter { index in
      let name = range.count == 3 ? Array(names[index].prefix(3)) : names[index]
      return name[0] == written[0] && name.count >= 3 && isNearly(written, name)
    }
    guard fitting.count == 1 else { return nil }
    return Match(
      number: fitting[0] + 1, end: range.upperBound + (isStopped ? 1 : 0), isMisspelt: true)
  }

  /// Whether two words differ in one letter, for which they may have room: long names also in one
  /// that is missing or too many.
  private static func isNearly(_ written: [UInt8], _ name: [UInt8]) -> Bool {
    let isLong = written.count > 4 && name.count > 4
    guard written.count == name.count || (isLong && abs(written.count - name.count) == 1) else {
      return false
    }
    let head = zip(written, name).prefix { $0 == $1 }.count
    let tail = zip(written.reversed(), name.reversed()).prefix { $0 == $1 }.count
    return head + tail >= max(written.count, name.count) - 1
  }

  /// The offset behind the day of the week that stands before a date (`Sat, Jan 17`), if one does.
  static func skippingWeekday(_ buffer: [UInt8], from start: Int, to end: Int) -> Int {
    var nameEnd = start
    while nameEnd < end, buffer[nameEnd].isLetter { nameEnd += 1 }
    guard nameEnd > start, weekdays.contains(where: { isWord($0, buffer, start..<nameEnd) })
    else { return start }
    let marks = [ASCII.fullStop, ASCII.comma]
    while nameEnd < end, marks.contains(buffer[nameEnd]) { nameEnd += 1 }
    let next = buffer.skippingSpaces(from: nameEnd, to: end)
    return next > nameEnd ? next : start
  }

  private static func isWord(_ word: [UInt8], _ buffer: [UInt8], _ range: Range<Int>) -> Bool {
    word.count == range.count && buffer.hasWord(word, at: range.lowerBound, to: range.upperBound)
  }

  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map(word)

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
  ].map(word)
}
