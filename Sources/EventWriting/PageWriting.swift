package import EventModel

/// Formats in which is written what pages state.
package enum PageWriting {
  /// Writes an array with an object a page, a page a line: every key always there.
  package static func objects(_ readings: [PageReading], into buffer: inout OutputBuffer) {
    buffer.append(ASCII.leftBracket)
    for (index, reading) in readings.enumerated() {
      buffer.append(index == 0 ? "\n" : ",\n")
      append(reading, to: &buffer)
    }
    buffer.append(readings.isEmpty ? "]\n" : "\n]\n")
  }

  /// Appends what one page states as an object on one line, without the line's end.
  package static func append(_ reading: PageReading, to buffer: inout OutputBuffer) {
    buffer.append("{\"source\":")
    JSONText.append(reading.source, to: &buffer)
    append("url", reading.url, to: &buffer)
    buffer.append(",\"events\":[")
    for (index, event) in reading.events.enumerated() {
      if index > 0 { buffer.append(ASCII.comma) }
      append(event, to: &buffer)
    }
    buffer.append("],\"page\":{\"title\":")
    EventJSON.append(reading.page.title, to: &buffer)
    append("description", reading.page.description, to: &buffer)
    append("canonical", reading.page.canonical, to: &buffer)
    append("site_name", reading.page.siteName, to: &buffer)
    append("language", reading.page.language, to: &buffer)
    append("image", reading.page.image, to: &buffer)
    buffer.append("}}")
  }

  // MARK: Events

  private static func append(_ event: PageEvent, to buffer: inout OutputBuffer) {
    buffer.append("{\"name\":")
    EventJSON.append(event.name, to: &buffer)
    append("start", event.start, to: &buffer)
    append("end", event.end, to: &buffer)
    append("timezone", event.timeZone, to: &buffer)
    append("mode", named: event.mode?.name, to: &buffer)
    append("status", named: event.status?.name, to: &buffer)
    append("previous_start", event.previousStart, to: &buffer)
    append("venue", event.venue, to: &buffer)
    append("address", event.address, to: &buffer)
    append("city", event.city, to: &buffer)
    append("country", event.country, to: &buffer)
    EventJSON.appendCoordinates(event.coordinates, to: &buffer)
    key("organizer", to: &buffer)
    if let organizer = event.organizer {
      EventJSON.appendOrganizer(organizer, to: &buffer)
    } else {
      buffer.append("null")
    }
    append("url", event.url, to: &buffer)
    append("description", event.description, to: &buffer)
    append("image", event.image, to: &buffer)
    key("free", to: &buffer)
    buffer.append(event.isFree.map { $0 ? "true" : "false" } ?? "null")
    append("language", event.language, to: &buffer)
    appendFormats(of: event, to: &buffer)
    buffer.append(ASCII.rightBrace)
  }

  /// Appends which format stated each field that is there.
  private static func appendFormats(of event: PageEvent, to buffer: inout OutputBuffer) {
    buffer.append(",\"from\":{")
    var isFirst = true
    for field in PageEvent.Field.allCases {
      guard let format = event.formats[field] else { continue }
      for name in field.keys {
        if !isFirst { buffer.append(ASCII.comma) }
        isFirst = false
        EventJSON.appendName(name, to: &buffer)
        buffer.append(ASCII.colon)
        EventJSON.appendName(format.name, to: &buffer)
      }
    }
    buffer.append(ASCII.rightBrace)
  }

  // MARK: Members

  private static func key(_ name: StaticString, to buffer: inout OutputBuffer) {
    buffer.append(ASCII.comma)
    EventJSON.appendName(name, to: &buffer)
    buffer.append(ASCII.colon)
  }

  private static func append(
    _ name: StaticString, _ text: Text?, to buffer: inout OutputBuffer
  ) {
    key(name, to: &buffer)
    EventJSON.append(text, to: &buffer)
  }

  private static func append(
    _ name: StaticString, _ time: PageTime?, to buffer: inout OutputBuffer
  ) {
    key(name, to: &buffer)
    guard let time else { return buffer.append("null") }
    buffer.append(ASCII.quote)
    buffer.append(time)
    buffer.append(ASCII.quote)
  }

  private static func append(
    _ name: StaticString, named value: StaticString?, to buffer: inout OutputBuffer
  ) {
    key(name, to: &buffer)
    if let value { EventJSON.appendName(value, to: &buffer) } else { buffer.append("null") }
  }
}
