import EventModel

extension JSCalendar {
  /// Appends an Event: RFC 8984 §5.1.
  func appendEvent(_ event: Event, _ state: ICalendar.State, to buffer: inout OutputBuffer) {
    buffer.append("{\"@type\":\"Event\"")
    appendIdentity(of: event, to: &buffer)
    buffer.member("title") {
      EventWording.appendSummary(of: event.details, state, options, to: &$0, as: JSONValueText.self)
    }
    let address = event.details.url.map(WebAddress.init)
    buffer.member("description") {
      let unlinked = address.flatMap { $0.isWeb ? nil : $0 }
      EventDescription.append(of: event, unlinked: unlinked, to: &$0, as: JSONValueText.self)
    }
    let page = event.page
    if let hours = page?.hours {
      appendHours(hours, to: &buffer)
    } else {
      appendDays(event.details.dates, to: &buffer)
    }
    appendLocations(of: event, to: &buffer)
    appendMeetings(of: event.details, to: &buffer)
    appendLinks(of: event.details, address, image: page?.image, to: &buffer)
    appendContacts(of: event.details, to: &buffer)
    appendKeywords(of: event.details, to: &buffer)
    buffer.member("status") { $0.append(Self.status(state)) }
    // As in iCalendar: a meetup whose hours nobody knows does not block the day.
    if page?.hours == nil { buffer.member("freeBusyStatus") { $0.append("free") } }
    buffer.append(ASCII.rightBrace)
  }

  private func appendIdentity(of event: Event, to buffer: inout OutputBuffer) {
    buffer.member("uid") { EventWording.appendUID(of: event, to: &$0, as: JSONValueText.self) }
    buffer.member("created", midnight: event.created)
    buffer.member("updated", midnight: event.modified)
    buffer.append(",\"sequence\":")
    buffer.append(decimal: Int(event.sequence))
  }

  private static func status(_ state: ICalendar.State) -> StaticString {
    switch state {
    case .confirmed, .cancelledInTitle: "confirmed"
    case .tentative: "tentative"
    case .cancelled: "cancelled"
    }
  }
}

// MARK: - When

extension JSCalendar {
  /// Appends whole days: without time zone they are those of whoever looks.
  private func appendDays(_ dates: EventDates, to buffer: inout OutputBuffer) {
    buffer.member("start") {
      $0.append(dates.first)
      $0.append("T00:00:00")
    }
    buffer.member("duration") {
      $0.append("P")
      $0.append(decimal: dates.first.days(to: dates.last) + 1)
      $0.append("D")
    }
    buffer.append(",\"showWithoutTime\":true")
  }

  /// Appends hours as UTC; the place has its own time zone.
  private func appendHours(_ hours: EventHours, to buffer: inout OutputBuffer) {
    let start = hours.start.moved(toOffsetMinutes: 0) ?? hours.start
    buffer.member("start") {
      $0.append(start.day)
      $0.append("T")
      $0.append(clock: Int(start.secondOfDay))
    }
    buffer.member("timeZone") { $0.append("Etc/UTC") }
    guard let end = hours.end else { return }
    buffer.member("duration") {
      Self.appendDuration(
        Int(end.secondsSinceEpoch - hours.start.secondsSinceEpoch), to: &$0)
    }
  }

  /// Appends `PT2H30M`: RFC 8984 §1.4.6, without parts that are zero.
  static func appendDuration(_ seconds: Int, to buffer: inout OutputBuffer) {
    buffer.append("PT")
    let parts: [(Int, StaticString)] = [
      (seconds / 3_600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S"),
    ]
    for (number, unit) in parts where number > 0 {
      buffer.append(decimal: number)
      buffer.append(unit)
    }
  }
}

// MARK: - Where

extension JSCalendar {
  /// Appends the places to walk to: none for a virtual event.
  private func appendLocations(of event: Event, to buffer: inout OutputBuffer) {
    let details = event.details
    if details.mode == .virtual { return }
    if let venue = event.page?.venue {
      return buffer.numbered("locations", [venue], of: "Location") { venue, buffer in
        buffer.member("name") {
          EventWording.appendLocation(of: event, to: &$0, as: JSONValueText.self)
        }
        buffer.member("timeZone", text: details.places.first?.timeZone)
        guard let point = venue.coordinates else { return true }
        buffer.member("coordinates") {
          $0.append("geo:")
          $0.append(millionths: point.latitude)
          $0.append(ASCII.comma)
          $0.append(millionths: point.longitude)
        }
        return true
      }
    }
    buffer.numbered("locations", details.places, of: "Location") { place, buffer in
      let start = buffer.count
      buffer.member("name") {
        EventWording.appendPlaces([place], to: &$0, as: JSONValueText.self)
      }
      if buffer.count == start { return false }
      buffer.member("timeZone", text: place.timeZone)
      return true
    }
  }

  /// Appends the links that lead into the meeting.
  private func appendMeetings(of details: EventDetails, to buffer: inout OutputBuffer) {
    guard details.mode == .virtual || details.mode == .hybrid else { return }
    let urls = ([details.url] + details.links.map(\.url)).compactMap { $0.map(WebAddress.init) }
    buffer.numbered(
      "virtualLocations", urls.filter(MeetingHosts.holds), of: "VirtualLocation"
    ) { address, buffer in
      buffer.member("uri") { address.append(to: &$0) }
      buffer.append(",\"features\":{\"video\":true}")
      return true
    }
  }
}

// MARK: - What else

extension JSCalendar {
  private func appendLinks(
    of details: EventDetails, _ address: WebAddress?, image: Text?, to buffer: inout OutputBuffer
  ) {
    var links: [(address: WebAddress, title: Text?, role: StaticString)] = []
    if let address { links.append((address, nil, "describedby")) }
    for link in details.links { links.append((WebAddress(link.url), link.title, "related")) }
    if let image { links.append((WebAddress(image), nil, "icon")) }
    buffer.numbered("links", links.filter(\.address.isWeb), of: "Link") { link, buffer in
      buffer.member("href") { link.address.append(to: &$0) }
      buffer.member("title", text: link.title)
      buffer.member("rel") { $0.append(link.role) }
      return true
    }
  }

  /// Appends whom to ask, as participants: JSCalendar has no other place for a group.
  private func appendContacts(of details: EventDetails, to buffer: inout OutputBuffer) {
    buffer.numbered("participants", details.organizers, of: "Participant") { group, buffer in
      let start = buffer.count
      buffer.member("name", text: group.name)
      if buffer.count == start { return false }
      buffer.append(",\"kind\":\"group\",\"roles\":{\"contact\":true}")
      let pages = [group.url.map(WebAddress.init)].compactMap(\.self).filter(\.isWeb)
      buffer.numbered("links", pages, of: "Link") { address, buffer in
        buffer.member("href") { address.append(to: &$0) }
        return true
      }
      return true
    }
  }

  /// Appends mode and regions; the mode of a virtual event says its region.
  private func appendKeywords(of details: EventDetails, to buffer: inout OutputBuffer) {
    let start = buffer.count
    buffer.append(",\"keywords\":{")
    let first = buffer.count
    if let mode = details.mode { buffer.keyword(EventWording.name(of: mode), first) }
    details.regions.forEach { region in
      if region == .virtual, details.mode == .virtual { return }
      buffer.keyword(region.name, first)
    }
    if buffer.count == first {
      buffer.truncate(to: start)
    } else {
      buffer.append(ASCII.rightBrace)
    }
  }
}

extension OutputBuffer {
  /// Appends a member that maps numbers to objects of a type, with what `append` adds to each; those
  /// it returns false for, and a map without any, are left out.
  fileprivate mutating func numbered<Element>(
    _ name: StaticString, _ elements: [Element], of type: StaticString,
    _ append: (Element, inout OutputBuffer) -> Bool
  ) {
    let start = count
    self.append(",\"")
    self.append(name)
    self.append("\":{")
    var number = 0
    for element in elements {
      let before = count
      self.append(number == 0 ? "\"" : ",\"")
      self.append(decimal: number + 1)
      self.append("\":{\"@type\":\"")
      self.append(type)
      self.append(ASCII.quote)
      if append(element, &self) {
        number += 1
        self.append(ASCII.rightBrace)
      } else {
        truncate(to: before)
      }
    }
    if number == 0 { truncate(to: start) } else { self.append(ASCII.rightBrace) }
  }

  /// Appends a keyword to those that begin at an offset.
  fileprivate mutating func keyword(_ word: StaticString, _ first: Int) {
    append(count == first ? "\"" : ",\"")
    append(word)
    append("\":true")
  }
}
