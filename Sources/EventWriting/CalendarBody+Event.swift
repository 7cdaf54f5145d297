import EventModel

extension CalendarBody {
  /// Appends a VEVENT: RFC 5545 §3.6.1.
  mutating func appendEvent(
    _ event: Event, _ state: ICalendar.State, to buffer: inout OutputBuffer
  ) {
    Form.begin(.event, into: &buffer)
    appendIdentity(of: event, to: &buffer)
    let page = event.page
    if let hours = page?.hours {
      appendHours(hours, to: &buffer)
    } else {
      appendDays(event.details.dates, to: &buffer)
    }
    Form.property(.summary, to: &buffer) { appendSummary(of: event.details, state, to: &$0) }
    Form.property(.location, to: &buffer) {
      EventWording.appendLocation(of: event, to: &$0, as: Form.Value.self)
    }
    if let page { appendPosition(of: event.details, page, to: &buffer) }
    appendPages(of: event, page, to: &buffer)
    Form.property(.categories, to: &buffer) { appendCategories(of: event.details, to: &$0) }
    appendStatus(state, to: &buffer)
    Form.endProperties(into: &buffer)
    if let reminder = options.reminder { appendAlarm(reminder, event.details, state, to: &buffer) }
    Form.end(.event, into: &buffer)
  }

  /// Appends the event's page, its picture, its meetings, its description and whom to ask.
  private func appendPages(
    of event: Event, _ page: PageFacts?, to buffer: inout OutputBuffer
  ) {
    let address = event.details.url.map(WebAddress.init)
    let isWeb = address?.isWeb ?? false
    if let address, isWeb { Form.property(.url, to: &buffer) { address.append(to: &$0) } }
    if let image = page?.image.map(WebAddress.init), image.isWeb {
      Form.property(.image, to: &buffer) { image.append(to: &$0) }
    }
    appendMeetings(of: event.details, address, to: &buffer)
    Form.property(.description, to: &buffer) {
      EventDescription.append(
        of: event, unlinked: isWeb ? nil : address, to: &$0, as: Form.Value.self)
    }
    for group in event.details.organizers {
      Form.property(.contact, to: &buffer) {
        EventWording.appendContact(
          group, separator: Form.Value.comma, to: &$0, as: Form.Value.self)
      }
    }
  }

  private mutating func appendIdentity(of event: Event, to buffer: inout OutputBuffer) {
    Form.property(.uid, to: &buffer) {
      EventWording.appendUID(of: event, to: &$0, as: Form.Value.self)
    }
    let modified = recentDates.digits(of: event.modified)
    Form.property(.stamp, day: modified, second: 0, to: &buffer)
    Form.property(.lastModified, day: modified, second: 0, to: &buffer)
    let created = recentDates.digits(of: event.created)
    Form.property(.created, day: created, second: 0, to: &buffer)
    Form.property(.sequence, number: Int(event.sequence), to: &buffer)
  }

  private mutating func appendDays(_ dates: EventDates, to buffer: inout OutputBuffer) {
    Form.property(.startDay, day: recentDates.digits(of: dates.first), to: &buffer)
    // RFC 5545 §3.6.1: DTEND is the day after; the calendar's last day has none, and then a lone
    // DTSTART means that one day.
    let end = dates.last.advanced(by: 1)
    if end > dates.last {
      Form.property(.endDay, day: recentDates.digits(of: end), to: &buffer)
    }
    // A meetup whose hours nobody knows does not block the day; Outlook asks for its own word.
    Form.property(.transparency, "TRANSPARENT", to: &buffer)
    Form.property(.busyStatus, "FREE", to: &buffer)
  }

  /// Appends the hours as UTC: other forms go wrong by hours in one client or another.
  private mutating func appendHours(_ hours: EventHours, to buffer: inout OutputBuffer) {
    appendTime(.startTime, hours.start, to: &buffer)
    if let end = hours.end { appendTime(.endTime, end, to: &buffer) }
  }

  private mutating func appendTime(
    _ property: CalendarProperty, _ time: EventTime, to buffer: inout OutputBuffer
  ) {
    // In the calendar's first or last hours UTC has no day; the local time stands then.
    let universal = time.moved(toOffsetMinutes: 0) ?? time
    let day = recentDates.digits(of: universal.day)
    Form.property(property, day: day, second: Int(universal.secondOfDay), to: &buffer)
  }

  /// Appends the point of the venue, if there is one to walk to.
  private func appendPosition(
    of details: EventDetails, _ page: PageFacts, to buffer: inout OutputBuffer
  ) {
    guard let venue = page.venue, let point = venue.coordinates,
      details.mode == .inPerson || details.mode == .hybrid
    else { return }
    Form.property(.position, point: point, to: &buffer)
    let address = venue.address.flatMap(ParameterText.cleaned)
    guard let title = venue.name.flatMap(ParameterText.cleaned) ?? address else { return }
    Form.appleLocation(title: title, address: address, point: point, to: &buffer)
  }

  private func appendSummary(
    of details: EventDetails, _ state: ICalendar.State, to buffer: inout OutputBuffer
  ) {
    EventWording.appendSummary(of: details, state, options, to: &buffer, as: Form.Value.self)
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
    Form.property(.conference, to: &buffer) { address.append(to: &$0) }
  }

  private func appendCategories(of details: EventDetails, to buffer: inout OutputBuffer) {
    let start = buffer.count
    if let mode = details.mode { buffer.append(EventWording.name(of: mode)) }
    details.regions.forEach { region in
      // The mode says it already, and a category that stands twice is shown twice.
      if region == .virtual, details.mode == .virtual { return }
      if buffer.count > start { buffer.append(Form.valueSeparator) }
      buffer.append(region.name)
    }
  }

  private func appendStatus(_ state: ICalendar.State, to buffer: inout OutputBuffer) {
    switch state {
    case .confirmed, .cancelledInTitle: Form.property(.status, "CONFIRMED", to: &buffer)
    case .tentative: Form.property(.status, "TENTATIVE", to: &buffer)
    case .cancelled: Form.property(.status, "CANCELLED", to: &buffer)
    }
  }

  /// Appends an alarm that shows the title: RFC 5545 §3.6.6.
  private func appendAlarm(
    _ duration: Text, _ details: EventDetails, _ state: ICalendar.State,
    to buffer: inout OutputBuffer
  ) {
    Form.begin(.alarm, into: &buffer)
    Form.property(.action, "DISPLAY", to: &buffer)
    Form.property(.trigger, to: &buffer) {
      $0.append(ASCII.hyphen)
      Form.Value.append(duration, to: &$0)
    }
    Form.property(.description, to: &buffer) { appendSummary(of: details, state, to: &$0) }
    Form.endProperties(into: &buffer)
    Form.end(.alarm, into: &buffer)
  }
}
