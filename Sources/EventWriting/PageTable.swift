package import EventModel

extension PageWriting {
  /// Writes a table with a row an event, RFC 4180: the columns are the keys of ``objects(_:into:)``,
  /// with the page's source and address first; pages without events have no row.
  package static func table(_ readings: [PageReading], into buffer: inout OutputBuffer) {
    buffer.append("source,page")
    for field in PageEvent.Field.allCases {
      for key in field.keys {
        buffer.append(ASCII.comma)
        buffer.append(key)
      }
      if field == .organizer { buffer.append(",organizer_url") }
    }
    buffer.append("\r\n")
    for reading in readings {
      for event in reading.events {
        buffer.cell(text: reading.source)
        buffer.append(ASCII.comma)
        buffer.cell(text: reading.url)
        for field in PageEvent.Field.allCases { appendCells(of: event, field, to: &buffer) }
        buffer.append("\r\n")
      }
    }
  }

  /// Appends a field with the comma before it.
  private static func appendCells(
    of event: PageEvent, _ field: PageEvent.Field, to buffer: inout OutputBuffer
  ) {
    buffer.append(ASCII.comma)
    switch field {
    case .name: buffer.cell(text: event.name)
    case .start: if let time = event.start { buffer.append(time) }
    case .end: if let time = event.end { buffer.append(time) }
    case .timeZone: buffer.cell(text: event.timeZone)
    case .mode: if let mode = event.mode { buffer.append(mode.name) }
    case .status: if let status = event.status { buffer.append(status.name) }
    case .previousStart: if let time = event.previousStart { buffer.append(time) }
    case .venue: buffer.cell(text: event.venue)
    case .address: buffer.cell(text: event.address)
    case .city: buffer.cell(text: event.city)
    case .country: buffer.cell(text: event.country)
    case .coordinates: appendPoint(event.coordinates, to: &buffer)
    case .organizer:
      buffer.cell(text: event.organizer?.name)
      buffer.append(ASCII.comma)
      buffer.cell(text: event.organizer?.url)
    case .url: buffer.cell(text: event.url)
    case .description: buffer.cell(text: event.description)
    case .image: buffer.cell(text: event.image)
    case .isFree: if let isFree = event.isFree { buffer.append(isFree ? "true" : "false") }
    case .language: buffer.cell(text: event.language)
    }
  }

  /// Appends two cells; a number is no formula, whatever its sign.
  private static func appendPoint(_ point: Coordinates?, to buffer: inout OutputBuffer) {
    if let point { buffer.append(millionths: point.latitude) }
    buffer.append(ASCII.comma)
    if let point { buffer.append(millionths: point.longitude) }
  }
}
