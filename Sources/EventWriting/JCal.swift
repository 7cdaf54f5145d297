package import EventModel

/// A calendar as jCal: RFC 7265, property by property what ``ICalendar`` writes; one event a line.
package struct JCal: EventWriter {
  private var body: CalendarBody<PropertyArrays>

  /// A writer of one calendar.
  package init(options: ICalendar.Options = ICalendar.Options()) {
    body = CalendarBody(options: options)
  }

  package mutating func begin(into buffer: inout OutputBuffer) {
    body.begin(into: &buffer)
    buffer.append("\n")
  }

  package mutating func write(_ event: Event, into buffer: inout OutputBuffer) {
    body.write(event, into: &buffer)
  }

  package mutating func end(into buffer: inout OutputBuffer) {
    body.end(into: &buffer)
    buffer.append("\n")
  }
}
