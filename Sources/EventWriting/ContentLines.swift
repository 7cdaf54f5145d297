import EventModel

/// The content lines of iCalendar: RFC 5545 §3.1.
enum ContentLines: CalendarForm {
  typealias Value = ICalendarText

  static let valueSeparator: StaticString = ","
  static let componentSeparator: StaticString = ""
  static let universalTime: StaticString = """
    BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n\
    TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nTZNAME:UTC\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n
    """

  @inline(__always)
  static func begin(_ component: CalendarComponent, into buffer: inout OutputBuffer) {
    buffer.append("BEGIN:")
    buffer.append(component.line)
  }

  @inline(__always)
  static func endProperties(into buffer: inout OutputBuffer) {}

  @inline(__always)
  static func end(_ component: CalendarComponent, into buffer: inout OutputBuffer) {
    buffer.append("END:")
    buffer.append(component.line)
  }

  @inline(__always)
  static func property(
    _ property: CalendarProperty, to buffer: inout OutputBuffer,
    _ value: (inout OutputBuffer) -> Void
  ) {
    buffer.property(property.line, value)
  }

  static func property(
    _ property: CalendarProperty, number: Int, to buffer: inout OutputBuffer
  ) {
    buffer.append(property.line)
    buffer.append(decimal: number)
    buffer.append("\r\n")
  }

  @inline(__always)
  static func property(
    _ property: CalendarProperty, day: BasicDate, to buffer: inout OutputBuffer
  ) {
    buffer.append(property.line)
    buffer.append(day)
    buffer.append("\r\n")
  }

  @inline(__always)
  static func property(
    _ property: CalendarProperty, day: BasicDate, second: Int, to buffer: inout OutputBuffer
  ) {
    buffer.append(property.line)
    buffer.append(day)
    if second == 0 { return buffer.append("T000000Z\r\n") }
    buffer.append("T")
    buffer.append(twoDigits: second / 3_600)
    buffer.append(twoDigits: second / 60 % 60)
    buffer.append(twoDigits: second % 60)
    buffer.append("Z\r\n")
  }

  static func property(
    _ property: CalendarProperty, point: Coordinates, to buffer: inout OutputBuffer
  ) {
    buffer.append(property.line)
    buffer.append(millionths: point.latitude)
    buffer.append(ASCII.semicolon)
    buffer.append(millionths: point.longitude)
    buffer.append("\r\n")
  }

  static func property(
    _ property: CalendarProperty, untyped text: Text, to buffer: inout OutputBuffer
  ) {
    self.property(property, text: text, to: &buffer)
  }

  static func appleLocation(
    title: Text, address: Text?, point: Coordinates, to buffer: inout OutputBuffer
  ) {
    let start = buffer.count
    buffer.append("X-APPLE-STRUCTURED-LOCATION;VALUE=URI")
    // RFC 5545 §3.2: a value in quotes may hold anything but quotes and controls.
    if let address {
      buffer.append(";X-ADDRESS=\"")
      buffer.append(text: address)
      buffer.append(ASCII.quote)
    }
    buffer.append(";X-APPLE-RADIUS=100;X-TITLE=\"")
    buffer.append(text: title)
    buffer.append("\":geo:")
    buffer.append(millionths: point.latitude)
    buffer.append(ASCII.comma)
    buffer.append(millionths: point.longitude)
    buffer.endLine(from: start)
  }
}
