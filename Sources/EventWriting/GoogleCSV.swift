package import EventModel

/// Events as the table that Google Calendar imports: its English headers, days as `MM/DD/YYYY`.
///
/// Such a table has no status, so that what does not take place says so in its subject.
package struct GoogleCSV: EventWriter {
  /// A table with a row an event.
  package init() {}

  package mutating func begin(into buffer: inout OutputBuffer) {
    buffer.append(
      """
      Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private\r\n
      """ as StaticString)
  }

  package mutating func write(_ event: Event, into buffer: inout OutputBuffer) {
    let details = event.details
    buffer.cell {
      if !details.status.isSaid(in: details.title) { Self.appendStatus(details.status, to: &$0) }
      EventWording.appendSummary(of: details, groupFirst: true, to: &$0, as: PlainText.self)
    }
    buffer.append(ASCII.comma)
    if let hours = event.page?.hours {
      appendHours(hours, to: &buffer)
    } else {
      appendDays(details.dates, to: &buffer)
    }
    buffer.cell { appendDescription(of: event, to: &$0) }
    buffer.append(ASCII.comma)
    buffer.cell { EventWording.appendLocation(of: event, to: &$0, as: PlainText.self) }
    buffer.append(",False\r\n")
  }

  private func appendDays(_ dates: EventDates, to buffer: inout OutputBuffer) {
    appendAmerican(dates.first, to: &buffer)
    buffer.append(",,")
    // The last day itself, other than in iCalendar: the import takes the end of a day-long event
    // as inclusive.
    appendAmerican(dates.last, to: &buffer)
    buffer.append(",,True,")
  }

  /// Appends the local time of the place: the table knows no time zone, and the import takes that of
  /// the calendar.
  private func appendHours(_ hours: EventHours, to buffer: inout OutputBuffer) {
    appendAmerican(hours.start, to: &buffer)
    buffer.append(ASCII.comma)
    if let end = hours.end {
      appendAmerican(end, to: &buffer)
    } else {
      buffer.append(ASCII.comma)
    }
    buffer.append(",False,")
  }

  /// Appends the cells of a day and of a time of 12 hours: `02/12/2026,07:00 PM`.
  private func appendAmerican(_ time: EventTime, to buffer: inout OutputBuffer) {
    appendAmerican(time.day, to: &buffer)
    buffer.append(ASCII.comma)
    let (hour, minute, _) = time.clock
    buffer.append(twoDigits: hour % 12 == 0 ? 12 : hour % 12)
    buffer.append(ASCII.colon)
    buffer.append(twoDigits: minute)
    buffer.append(hour < 12 ? " AM" : " PM")
  }

  package mutating func end(into buffer: inout OutputBuffer) {}

  private static func appendStatus(_ status: EventStatus, to buffer: inout OutputBuffer) {
    switch status {
    case .scheduled: break
    case .cancelled: buffer.append("Cancelled: ")
    case .postponed: buffer.append("Postponed: ")
    }
  }

  /// Appends the page's address, for which the table has no column, and the description.
  private func appendDescription(of event: Event, to buffer: inout OutputBuffer) {
    let address = event.details.url.map(WebAddress.init)
    let isWeb = address?.isWeb ?? false
    if let address, isWeb {
      address.append(to: &buffer)
      buffer.append(PlainText.lineBreak)
    }
    EventDescription.append(
      of: event, unlinked: isWeb ? nil : address, to: &buffer, as: PlainText.self)
  }

  private func appendAmerican(_ date: CivilDate, to buffer: inout OutputBuffer) {
    let (year, month, day) = date.components
    buffer.append(twoDigits: month)
    buffer.append(ASCII.slash)
    buffer.append(twoDigits: day)
    buffer.append(ASCII.slash)
    buffer.append(fourDigits: year)
  }
}
