package import EventModel

/// Events as JSON objects, in the shape that the command line promises: every key always there, in
/// one order.
package struct EventJSON: EventWriter {
  /// How the objects are put together.
  package enum Layout: Sendable {
    /// One array, one event a line.
    case array
    /// One event a line and nothing else: newline-delimited JSON.
    case lines
  }

  private let layout: Layout
  private var isFirst = true

  /// A writer of one array or of lines.
  package init(layout: Layout = .array) { self.layout = layout }

  package mutating func begin(into buffer: inout OutputBuffer) {
    if layout == .array { buffer.append(ASCII.leftBracket) }
  }

  package mutating func write(_ event: Event, into buffer: inout OutputBuffer) {
    if layout == .array {
      if isFirst { buffer.append("\n") } else { buffer.append(",\n") }
    }
    isFirst = false
    Self.append(event, to: &buffer)
    if layout == .lines { buffer.append(ASCII.lineFeed) }
  }

  package mutating func end(into buffer: inout OutputBuffer) {
    guard layout == .array else { return }
    if isFirst { buffer.append("]\n") } else { buffer.append("\n]\n") }
  }

  /// Appends one event as an object on one line, without the line's end.
  package static func append(_ event: Event, to buffer: inout OutputBuffer) {
    let details = event.details
    buffer.append("{\"uid\":")
    append(event.uid, to: &buffer)
    buffer.append(",\"title\":")
    JSONText.append(details.title, to: &buffer)
    let page = event.page
    if let hours = page?.hours {
      appendHours(hours, to: &buffer)
    } else {
      appendDays(details.dates, to: &buffer)
    }
    appendAttendance(details, to: &buffer)
    buffer.append(",\"places\":")
    appendList(details.places, to: &buffer, appendPlace)
    buffer.append(",\"organizers\":")
    appendList(details.organizers, to: &buffer, appendOrganizer)
    buffer.append(",\"url\":")
    append(details.url, to: &buffer)
    buffer.append(",\"links\":")
    appendList(details.links, to: &buffer, appendLink)
    if let page {
      appendPage(page, details.description, to: &buffer)
    } else {
      buffer.append(",\"venue\":null,\"description\":")
      append(details.description, to: &buffer)
      buffer.append(",\"image\":null")
    }
    appendHistory(of: event, to: &buffer)
  }

  private static func appendDays(_ dates: EventDates, to buffer: inout OutputBuffer) {
    buffer.append(",\"start\":\"")
    buffer.append(dates.first)
    if dates.isRange {
      buffer.append("\",\"end\":\"")
      buffer.append(dates.last)
      buffer.append(ASCII.quote)
    } else {
      buffer.append("\",\"end\":null")
    }
  }

  private static func appendHours(_ hours: EventHours, to buffer: inout OutputBuffer) {
    buffer.append(",\"start\":\"")
    buffer.append(hours.start)
    if let end = hours.end {
      buffer.append("\",\"end\":\"")
      buffer.append(end)
      buffer.append(ASCII.quote)
    } else {
      buffer.append("\",\"end\":null")
    }
  }

  private static func appendAttendance(_ details: EventDetails, to buffer: inout OutputBuffer) {
    buffer.append(",\"mode\":")
    if let mode = details.mode { appendName(mode.name, to: &buffer) } else { buffer.append("null") }
    buffer.append(",\"regions\":[")
    var isFirst = true
    details.regions.forEach { region in
      if !isFirst { buffer.append(ASCII.comma) }
      isFirst = false
      appendName(region.name, to: &buffer)
    }
    buffer.append("],\"status\":")
    appendName(details.status.name, to: &buffer)
  }

  private static func appendPlace(_ place: Place, to buffer: inout OutputBuffer) {
    buffer.append("{\"city\":")
    append(place.city, to: &buffer)
    buffer.append(",\"other_names\":")
    appendList(place.otherNames, to: &buffer, JSONText.append)
    buffer.append(",\"subdivision\":")
    append(place.subdivision, to: &buffer)
    buffer.append(",\"country\":")
    if let country = place.country {
      buffer.append(ASCII.quote)
      buffer.append(country.bytes.0)
      buffer.append(country.bytes.1)
      buffer.append(ASCII.quote)
    } else {
      buffer.append("null")
    }
    appendCoordinates(place.coordinates, to: &buffer)
    buffer.append(",\"timezone\":")
    append(place.timeZone, to: &buffer)
    buffer.append(ASCII.rightBrace)
  }

  /// Appends `latitude` and `longitude` with the comma before them.
  static func appendCoordinates(
    _ coordinates: Coordinates?, to buffer: inout OutputBuffer
  ) {
    guard let coordinates else { return buffer.append(",\"latitude\":null,\"longitude\":null") }
    buffer.append(",\"latitude\":")
    buffer.append(millionths: coordinates.latitude)
    buffer.append(",\"longitude\":")
    buffer.append(millionths: coordinates.longitude)
  }

  /// Appends a group as an object.
  static func appendOrganizer(_ organizer: Organizer, to buffer: inout OutputBuffer) {
    buffer.append("{\"name\":")
    JSONText.append(organizer.name, to: &buffer)
    buffer.append(",\"url\":")
    append(organizer.url, to: &buffer)
    buffer.append(ASCII.rightBrace)
  }

  private static func appendLink(_ link: Link, to buffer: inout OutputBuffer) {
    buffer.append("{\"title\":")
    JSONText.append(link.title, to: &buffer)
    buffer.append(",\"url\":")
    JSONText.append(link.url, to: &buffer)
    buffer.append(ASCII.rightBrace)
  }

  private static func appendHistory(of event: Event, to buffer: inout OutputBuffer) {
    if event.withdrawnSince == nil {
      buffer.append(",\"withdrawn\":false,\"sequence\":")
    } else {
      buffer.append(",\"withdrawn\":true,\"sequence\":")
    }
    buffer.append(decimal: Int(event.sequence))
    buffer.append(",\"created\":\"")
    buffer.append(event.created)
    buffer.append("\",\"modified\":\"")
    buffer.append(event.modified)
    buffer.append("\",\"sources\":[")
    appendSource(event.firstSource, to: &buffer)
    for source in event.laterSources {
      buffer.append(ASCII.comma)
      appendSource(source, to: &buffer)
    }
    buffer.append("]}")
  }

  private static func appendSource(_ source: SourceReference, to buffer: inout OutputBuffer) {
    buffer.append("{\"issue\":")
    append(source.issue.number, to: &buffer)
    buffer.append(",\"date\":\"")
    buffer.append(source.issue.date)
    buffer.append("\",\"file\":")
    JSONText.append(source.issue.file, to: &buffer)
    buffer.append(",\"line\":")
    append(source.line, to: &buffer)
    buffer.append(ASCII.rightBrace)
  }
}

extension EventJSON {
  /// Appends a text as a string; `null` without one.
  @inline(__always)
  static func append(_ text: Text?, to buffer: inout OutputBuffer) {
    if let text { JSONText.append(text, to: &buffer) } else { buffer.append("null") }
  }

  @inline(__always)
  private static func append(_ number: UInt32?, to buffer: inout OutputBuffer) {
    if let number { buffer.append(decimal: Int(number)) } else { buffer.append("null") }
  }

  /// Appends a name that the program knows, which needs no escape.
  @inline(__always)
  static func appendName(_ name: StaticString, to buffer: inout OutputBuffer) {
    buffer.append(ASCII.quote)
    buffer.append(name)
    buffer.append(ASCII.quote)
  }

  @inline(__always)
  private static func appendList<Element>(
    _ elements: [Element], to buffer: inout OutputBuffer,
    _ append: (Element, inout OutputBuffer) -> Void
  ) {
    buffer.append(ASCII.leftBracket)
    for index in elements.indices {
      if index > 0 { buffer.append(ASCII.comma) }
      append(elements[index], &buffer)
    }
    buffer.append(UInt8(ascii: "]"))
  }
}
