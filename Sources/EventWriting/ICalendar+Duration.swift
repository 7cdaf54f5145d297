package import EventModel

extension ICalendar {
  /// Whether a text is a duration of RFC 5545 §3.3.6, such as `PT12H`, `P1DT30M`, `P2W` or `-PT15M`.
  ///
  /// Units may not be skipped: hours are followed by minutes, minutes by seconds.
  package static func isDuration(_ text: Text) -> Bool {
    var rest = DurationScan(text: text)
    if !rest.take(UInt8(ascii: "+")) { _ = rest.take(ASCII.hyphen) }
    guard rest.take(UInt8(ascii: "P")) else { return false }
    if rest.takeUnit(UInt8(ascii: "W")) { return rest.isAtEnd }
    let hasDays = rest.takeUnit(UInt8(ascii: "D"))
    guard rest.take(UInt8(ascii: "T")) else { return hasDays && rest.isAtEnd }
    let hasHours = rest.takeUnit(UInt8(ascii: "H"))
    let hasMinutes = rest.takeUnit(UInt8(ascii: "M"))
    let maySeconds = hasMinutes || !hasHours
    let hasSeconds = maySeconds && rest.takeUnit(UInt8(ascii: "S"))
    return (hasHours || hasMinutes || hasSeconds) && rest.isAtEnd
  }
}

/// A duration, read from left to right.
private struct DurationScan {
  let text: Text
  private var offset = 0

  init(text: Text) { self.text = text }

  var isAtEnd: Bool { offset == text.count }

  mutating func take(_ byte: UInt8) -> Bool {
    guard offset < text.count, text[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// Takes digits and the letter of their unit; takes nothing where another unit follows.
  mutating func takeUnit(_ letter: UInt8) -> Bool {
    var end = offset
    while end < text.count, ASCII.isDigit(text[end]) { end += 1 }
    guard end > offset, end < text.count, text[end] == letter else { return false }
    offset = end + 1
    return true
  }
}
