import EventModel

extension EventJSON {
  /// Appends what the event's page gave: venue, description and picture.
  static func appendPage(
    _ page: PageFacts, _ listed: Text?, to buffer: inout OutputBuffer
  ) {
    buffer.append(",\"venue\":")
    if let venue = page.venue { appendVenue(venue, to: &buffer) } else { buffer.append("null") }
    buffer.append(",\"description\":")
    append(description(page, listed), to: &buffer)
    buffer.append(",\"image\":")
    append(page.image, to: &buffer)
  }

  private static func appendVenue(_ venue: Venue, to buffer: inout OutputBuffer) {
    buffer.append("{\"name\":")
    append(venue.name, to: &buffer)
    buffer.append(",\"address\":")
    append(venue.address, to: &buffer)
    appendCoordinates(venue.coordinates, to: &buffer)
    buffer.append(ASCII.rightBrace)
  }

  /// What stands beside the links of the list, what the list has where the page says otherwise, and
  /// what the page says of the event: paragraphs in this order.
  static func description(_ page: PageFacts, _ listed: Text?) -> Text? {
    var paragraphs = [listed?.string, page.description?.string].compactMap(\.self)
    if let dates = page.listedDates {
      paragraphs.append("This Week in Rust has it on \(CallWriting.days(dates))")
    }
    let places = TerminalText.string {
      EventWording.appendPlaces(page.listedPlaces, to: &$0, as: PlainText.self)
    }
    if !places.isEmpty { paragraphs.append("This Week in Rust has it in \(places)") }
    return paragraphs.isEmpty ? nil : Text(paragraphs.joined(separator: "\n\n"))
  }
}
