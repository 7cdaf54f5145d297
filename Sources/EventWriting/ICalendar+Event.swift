import EventModel

extension ICalendar {
  /// Appends a VEVENT: RFC 5545 §3.6.1.
  mutating func appendEvent(_ event: Event, _ state: State, to buffer: inout OutputBuffer) {
    buffer.append("BEGIN:VEVENT\r\n")
    appendIdentity(of: event, to: &buffer)
    appendDays(event.details.dates, to: &buffer)
    buffer.property("SUMMARY:") { appendSummary(of: event.details, state, to: &$0) }
    buffer.property("LOCATION:") {
      EventWording.appendLocation(of: event.details, to: &$0, as: ICalendarText.self)
    }
    appendPages(of: event, to: &buffer)
    buffer.property("CATEGORIES:") { appendCategories(of: event.details, to: &$0) }
    appendStatus(state, to: &buffer)
    if let reminder = options.reminder { appendAlarm(reminder, event.details, state, to: &buffer) }
    buffer.append("END:VEVENT\r\n")
  }

  /// Appends the event's page, its meetings, its description and whom to ask.
  private func appendPages(of event: Event, to buffer: inout OutputBuffer) {
    let address = event.details.url.map(WebAddress.init)
    let isWeb = address?.isWeb ?? false
    if let address, isWeb { buffer.property("URL:") { address.append(to: &$0) } }
    appendMeetings(of: event.details, address, to: &buffer)
    buffer.property("DESCRIPTION:") {
      EventDescription.append(
        of: event, unlinked: isWeb ? nil : address, to: &$0, as: ICalendarText.self)
    }
    for group in event.details.organizers {
      buffer.property("CONTACT:") {
        EventWording.appendContact(
          group, separator: ICalendarText.comma, to: &$0, as: ICalendarText.self)
      }
    }
  }

  private mutating func appendIdentity(of event: Event, to buffer: inout OutputBuffer) {
    buffer.property("UID:") {
      if let uid = event.uid {
        ICalendarText.append(uid, to: &$0)
      } else {
        // A listing that is no event of the ledger is known by where it stands.
        $0.append(event.created)
        $0.append(ASCII.hyphen)
        $0.append(decimal: Int(event.firstSource.line ?? 0))
        $0.append("@twir-events")
      }
    }
    let modified = recentDates.digits(of: event.modified)
    buffer.append("DTSTAMP:")
    buffer.append(modified)
    buffer.append("T000000Z\r\nLAST-MODIFIED:")
    buffer.append(modified)
    buffer.append("T000000Z\r\nCREATED:")
    buffer.append(recentDates.digits(of: event.created))
    buffer.append("T000000Z\r\nSEQUENCE:")
    buffer.append(decimal: Int(event.sequence))
    buffer.append("\r\n")
  }

  private mutating func appendDays(_ dates: EventDates, to buffer: inout OutputBuffer) {
    buffer.append("DTSTART;VALUE=DATE:")
    buffer.append(recentDates.digits(of: dates.first))
    // RFC 5545 §3.6.1: DTEND is the day after; the calendar's last day has none, and then a lone
    // DTSTART means that one day.
    let end = dates.last.advanced(by: 1)
    if end > dates.last {
      buffer.append("\r\nDTEND;VALUE=DATE:")
      buffer.append(recentDates.digits(of: end))
    }
    // A meetup does not block the day; Outlook asks for its own word for that.
    buffer.append("\r\nTRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n")
  }

  private func appendSummary(
    of details: EventDetails, _ state: State, to buffer: inout OutputBuffer
  ) {
    if state == .cancelledInTitle, !EventStatus.cancelled.isSaid(in: details.title) {
      buffer.append("Cancelled: ")
    }
    EventWording.appendSummary(
      of: details, groupFirst: options.summary == .groupFirst, to: &buffer,
      as: ICalendarText.self)
  }

  /// Appends the links that lead into the meeting.
  private func appendMeetings(
    of details: EventDetails, _ address: WebAddress?, to buffer: inout OutputBuffer
  ) {
    // RFC 7986 §5.11: only who attends from afar has a conference to join.
    guard details.mode == .virtual || details.mode == .hybrid else { return }
    if let address { appendMeeting(address, to: &buffer) }
    for link in details.links { appendMeeting(WebAddress(link.url), to: &buffer) }
  }

  private func appendMeeting(_ address: WebAddress, to buffer: inout OutputBuffer) {
    guard MeetingHosts.holds(address) else { return }
    buffer.property("CONFERENCE;VALUE=URI;FEATURE=VIDEO:") { address.append(to: &$0) }
  }

  private func appendCategories(of details: EventDetails, to buffer: inout OutputBuffer) {
    let start = buffer.count
    if let mode = details.mode { buffer.append(EventWording.name(of: mode)) }
    details.regions.forEach { region in
      // The mode says it already, and a category that stands twice is shown twice.
      if region == .virtual, details.mode == .virtual { return }
      if buffer.count > start { buffer.append(ASCII.comma) }
      buffer.append(region.name)
    }
  }

  private func appendStatus(_ state: State, to buffer: inout OutputBuffer) {
    switch state {
    case .confirmed, .cancelledInTitle: buffer.append("STATUS:CONFIRMED\r\n")
    case .tentative: buffer.append("STATUS:TENTATIVE\r\n")
    case .cancelled: buffer.append("STATUS:CANCELLED\r\n")
    }
  }

  /// Appends an alarm that shows the title: RFC 5545 §3.6.6.
  private func appendAlarm(
    _ duration: Text, _ details: EventDetails, _ state: State, to buffer: inout OutputBuffer
  ) {
    buffer.append("BEGIN:VALARM\r\nACTION:DISPLAY\r\n")
    buffer.property("TRIGGER:") {
      $0.append(ASCII.hyphen)
      ICalendarText.append(duration, to: &$0)
    }
    buffer.property("DESCRIPTION:") { appendSummary(of: details, state, to: &$0) }
    buffer.append("END:VALARM\r\n")
  }
}
