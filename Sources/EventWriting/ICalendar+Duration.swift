package import EventModel

extension ICalendar {
  /// Whether a text is a duration of RFC 5545 §3.3.6 without a sign, such as `PT12H`, `P1DT30M` or
  /// `P2W`.
  ///
  /// Units may not be skipped: hours are followed by minutes, minutes by seconds. Each number has at
  /// most six digits, so that every client can hold it.
  package static func isDuration(_ text: Text) -> Bool {
    var rest = DurationScan(text: text)
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

  /// Whether a text is a duration of more than nothing, as REFRESH-INTERVAL asks: RFC 7986 §5.7.
  package static func isPositiveDuration(_ text: Text) -> Bool {
    isDuration(text) && (0..<text.count).contains { UInt8(ascii: "1")...0x39 ~= text[$0] }
  }

  /// Whether a text is an address that SOURCE and URL can hold: an `http` or `https` URI with a host,
  /// or a host that begins with `www.`.
  package static func isWebAddress(_ text: Text) -> Bool { WebAddress(text).isWeb }
}

/// A duration, read from left to right.
private struct DurationScan {
  let text: Text
  private var offset = 0
  private static let digitLimit = 6

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
    guard end > offset, end - offset <= Self.digitLimit, end < text.count, text[end] == letter
    else { return false }
    offset = end + 1
    return true
  }
}
