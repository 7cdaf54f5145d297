package import EventModel

/// Events as a table for spreadsheets and scripts: RFC 4180, UTF-8, a header row.
package struct CSV: EventWriter {
  /// A table with a row an event.
  package init() {}

  package mutating func begin(into buffer: inout OutputBuffer) {
    buffer.append(
      """
      uid,title,start,end,mode,regions,city,subdivision,country,organizer,organizer_url,url,status,\
      issue\r\n
      """ as StaticString)
  }

  package mutating func write(_ event: Event, into buffer: inout OutputBuffer) {
    let details = event.details
    buffer.cell(text: event.uid)
    comma(&buffer)
    buffer.cell(text: details.title)
    if let hours = event.page?.hours {
      appendHours(hours, to: &buffer)
    } else {
      appendDays(details.dates, to: &buffer)
    }
    if let mode = details.mode { buffer.append(mode.name) }
    comma(&buffer)
    appendRegions(details.regions, to: &buffer)
    comma(&buffer)
    appendPlaces(details.places, to: &buffer)
    appendOrganizers(details.organizers, to: &buffer)
    buffer.cell(text: details.url)
    comma(&buffer)
    buffer.append(details.status.name)
    comma(&buffer)
    if let number = event.firstSource.issue.number { buffer.append(decimal: Int(number)) }
    buffer.append("\r\n")
  }

  package mutating func end(into buffer: inout OutputBuffer) {}

  @inline(__always)
  private func comma(_ buffer: inout OutputBuffer) { buffer.append(ASCII.comma) }

  private func appendDays(_ dates: EventDates, to buffer: inout OutputBuffer) {
    comma(&buffer)
    buffer.append(dates.first)
    comma(&buffer)
    if dates.isRange { buffer.append(dates.last) }
    comma(&buffer)
  }

  private func appendHours(_ hours: EventHours, to buffer: inout OutputBuffer) {
    comma(&buffer)
    buffer.append(hours.start)
    comma(&buffer)
    if let end = hours.end { buffer.append(end) }
    comma(&buffer)
  }

  private func appendRegions(_ regions: RegionSet, to buffer: inout OutputBuffer) {
    var isFirst = true
    regions.forEach { region in
      if !isFirst { buffer.append("; ") }
      isFirst = false
      buffer.append(region.name)
    }
  }

  private func appendPlaces(_ places: [Place], to buffer: inout OutputBuffer) {
    list(places, to: &buffer) { if let city = $0.city { $1.append(text: city) } }
    list(places, to: &buffer) { if let name = $0.subdivision { $1.append(text: name) } }
    list(places, to: &buffer) { place, buffer in
      guard let country = place.country else { return }
      buffer.append(country.bytes.0)
      buffer.append(country.bytes.1)
    }
  }

  private func appendOrganizers(_ organizers: [Organizer], to buffer: inout OutputBuffer) {
    list(organizers, to: &buffer) { $1.append(text: $0.name) }
    list(organizers, to: &buffer) { if let url = $0.url { $1.append(text: url) } }
  }

  /// Appends a cell with one value an element, and the comma after it; elements without are left out.
  @inline(__always)
  private func list<Element>(
    _ elements: [Element], to buffer: inout OutputBuffer,
    _ value: (Element, inout OutputBuffer) -> Void
  ) {
    buffer.cell { buffer in
      let start = buffer.count
      for element in elements {
        let before = buffer.count
        if before > start { buffer.append("; ") }
        let valueStart = buffer.count
        value(element, &buffer)
        if buffer.count == valueStart { buffer.truncate(to: before) }
      }
    }
    comma(&buffer)
  }
}
