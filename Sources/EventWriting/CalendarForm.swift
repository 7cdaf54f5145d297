import EventModel

/// How the components and properties of a calendar are laid out in bytes.
///
/// ``CalendarBody`` says what stands in a calendar; a form says how: as the content lines of
/// iCalendar or as the arrays of jCal, which hold the same.
protocol CalendarForm {
  /// How running text is written inside of a value.
  associatedtype Value: TextForm
  /// What stands between two values of one property.
  static var valueSeparator: StaticString { get }
  /// What stands between two components of the calendar.
  static var componentSeparator: StaticString { get }
  /// A time zone that is UTC.
  static var universalTime: StaticString { get }

  /// Begins a component, whose properties follow.
  static func begin(_ component: CalendarComponent, into buffer: inout OutputBuffer)
  /// Ends the properties of a component, whose own components follow.
  static func endProperties(into buffer: inout OutputBuffer)
  /// Ends a component.
  static func end(_ component: CalendarComponent, into buffer: inout OutputBuffer)

  /// Appends a property that has what `value` appends as its value; one without is left out.
  static func property(
    _ property: CalendarProperty, to buffer: inout OutputBuffer,
    _ value: (inout OutputBuffer) -> Void)
  /// Appends a property that is a number.
  static func property(
    _ property: CalendarProperty, number: Int, to buffer: inout OutputBuffer)
  /// Appends a property that is a day.
  static func property(
    _ property: CalendarProperty, day: BasicDate, to buffer: inout OutputBuffer)
  /// Appends a property that is a moment: a day and its second, both UTC.
  static func property(
    _ property: CalendarProperty, day: BasicDate, second: Int, to buffer: inout OutputBuffer)
  /// Appends a property that is a point.
  static func property(
    _ property: CalendarProperty, point: Coordinates, to buffer: inout OutputBuffer)
  /// Appends a property whose type no standard names, and that clients read as a text.
  static func property(
    _ property: CalendarProperty, untyped text: Text, to buffer: inout OutputBuffer)
  /// Appends Apple's property of a place to walk to, with a title and an address without quotes.
  static func appleLocation(
    title: Text, address: Text?, point: Coordinates, to buffer: inout OutputBuffer)
}

extension CalendarForm {
  /// Appends a property that is a word that the program knows.
  @inline(__always)
  static func property(
    _ property: CalendarProperty, _ word: StaticString, to buffer: inout OutputBuffer
  ) {
    self.property(property, to: &buffer) { $0.append(word) }
  }

  /// Appends a property that is a text.
  @inline(__always)
  static func property(
    _ property: CalendarProperty, text: Text, to buffer: inout OutputBuffer
  ) {
    self.property(property, to: &buffer) { Value.append(text, to: &$0) }
  }
}

/// A component of a calendar, by its name in both formats.
enum CalendarComponent {
  case calendar, event, alarm

  /// The name in iCalendar: RFC 5545 §3.6.
  var line: StaticString {
    switch self {
    case .calendar: "VCALENDAR\r\n"
    case .event: "VEVENT\r\n"
    case .alarm: "VALARM\r\n"
    }
  }

  /// The beginning in jCal: RFC 7265 §3.3.
  var array: StaticString {
    switch self {
    case .calendar: #"["vcalendar",["#
    case .event: #"["vevent",["#
    case .alarm: #"["valarm",["#
    }
  }
}
