import EventModel

/// The arrays of jCal: RFC 7265 §3.
enum PropertyArrays: CalendarForm {
  typealias Value = JSONValueText

  static let valueSeparator: StaticString = "\",\""
  static let componentSeparator: StaticString = ",\n"
  static let universalTime: StaticString = """
    ["vtimezone",[["tzid",{},"text","Etc/UTC"]],[["standard",[\
    ["dtstart",{},"date-time","1970-01-01T00:00:00"],["tzoffsetfrom",{},"utc-offset","+00:00"],\
    ["tzoffsetto",{},"utc-offset","+00:00"],["tzname",{},"text","UTC"]],[]]]]
    """

  static func begin(_ component: CalendarComponent, into buffer: inout OutputBuffer) {
    buffer.append(component.array)
  }

  static func endProperties(into buffer: inout OutputBuffer) { buffer.append("],[") }

  static func end(_ component: CalendarComponent, into buffer: inout OutputBuffer) {
    buffer.append("]]")
  }

  @inline(__always)
  static func property(
    _ property: CalendarProperty, to buffer: inout OutputBuffer,
    _ value: (inout OutputBuffer) -> Void
  ) {
    let start = buffer.count
    begin(property, to: &buffer)
    buffer.append(ASCII.quote)
    let valueStart = buffer.count
    value(&buffer)
    if buffer.count == valueStart {
      buffer.truncate(to: start)
    } else {
      buffer.append("\"]")
    }
  }

  static func property(
    _ property: CalendarProperty, number: Int, to buffer: inout OutputBuffer
  ) {
    begin(property, to: &buffer)
    buffer.append(decimal: number)
    buffer.append(ASCII.rightBracket)
  }

  static func property(
    _ property: CalendarProperty, day: BasicDate, to buffer: inout OutputBuffer
  ) {
    self.property(property, to: &buffer) { $0.append(extended: day) }
  }

  static func property(
    _ property: CalendarProperty, day: BasicDate, second: Int, to buffer: inout OutputBuffer
  ) {
    self.property(property, to: &buffer) {
      $0.append(extended: day)
      $0.append("T")
      $0.append(clock: second)
      $0.append("Z")
    }
  }

  static func property(
    _ property: CalendarProperty, point: Coordinates, to buffer: inout OutputBuffer
  ) {
    // RFC 7265 §3.4.1.2: the parts of a structured value are an array.
    begin(property, to: &buffer)
    buffer.append(ASCII.leftBracket)
    buffer.append(millionths: point.latitude)
    buffer.append(ASCII.comma)
    buffer.append(millionths: point.longitude)
    buffer.append("]]")
  }

  static func property(
    _ property: CalendarProperty, untyped text: Text, to buffer: inout OutputBuffer
  ) {
    // RFC 7265 §5.1: the value of a type that is not known keeps the escapes of iCalendar.
    var escaped = OutputBuffer(capacity: text.count + 16)
    ICalendarText.append(text, to: &escaped)
    if escaped.isEmpty { return }
    begin(property, to: &buffer)
    JSONText.append(Text(escaped.string), to: &buffer)
    buffer.append(ASCII.rightBracket)
  }

  static func appleLocation(
    title: Text, address: Text?, point: Coordinates, to buffer: inout OutputBuffer
  ) {
    separate(&buffer)
    buffer.append("[\"x-apple-structured-location\",{")
    if let address {
      buffer.append("\"x-address\":")
      JSONText.append(address, to: &buffer)
      buffer.append(ASCII.comma)
    }
    buffer.append("\"x-apple-radius\":\"100\",\"x-title\":")
    JSONText.append(title, to: &buffer)
    buffer.append("},\"uri\",\"geo:")
    buffer.append(millionths: point.latitude)
    buffer.append(ASCII.comma)
    buffer.append(millionths: point.longitude)
    buffer.append("\"]")
  }

  private static func begin(_ property: CalendarProperty, to buffer: inout OutputBuffer) {
    separate(&buffer)
    buffer.append(property.array)
  }

  /// Appends the comma after the property before; the first one stands behind a bracket.
  private static func separate(_ buffer: inout OutputBuffer) {
    if !buffer.isEmpty, buffer[buffer.count - 1] == ASCII.leftBracket { return }
    buffer.append(ASCII.comma)
  }
}

extension OutputBuffer {
  /// Appends a day whose digits are known as `YYYY-MM-DD`.
  fileprivate mutating func append(extended date: BasicDate) {
    for position in 0..<8 {
      if position == 4 || position == 6 { append(ASCII.hyphen) }
      append(UInt8(truncatingIfNeeded: date.digits >> UInt64(position * 8)))
    }
  }
}
