import EventModel

/// The words in which calendars and tables tell of an event.
enum EventWording {
  /// Appends the UID; a listing that is no event of the ledger is known by where it stands.
  static func appendUID<Form: TextForm>(
    of event: Event, to buffer: inout OutputBuffer, as form: Form.Type
  ) {
    if let uid = event.uid { return Form.append(uid, to: &buffer) }
    buffer.append(event.created)
    buffer.append(ASCII.hyphen)
    buffer.append(decimal: Int(event.firstSource.line ?? 0))
    buffer.append("@twir-events")
  }

  /// Appends the title, after the group where the title names neither Rust nor the group.
  static func appendSummary<Form: TextForm>(
    of details: EventDetails, groupFirst: Bool, to buffer: inout OutputBuffer, as form: Form.Type
  ) {
    guard groupFirst, let group = GroupNaming.groupToName(for: details) else {
      return Form.append(details.title, to: &buffer)
    }
    let start = buffer.count
    Form.append(group.name, to: &buffer)
    let nameEnd = buffer.count
    if nameEnd > start { buffer.append(": ") }
    let titleStart = buffer.count
    Form.append(details.title, to: &buffer)
    if buffer.count == titleStart { buffer.truncate(to: nameEnd) }
  }

  /// Appends the title as a calendar shows it.
  static func appendSummary<Form: TextForm>(
    of details: EventDetails, _ state: ICalendar.State, _ options: ICalendar.Options,
    to buffer: inout OutputBuffer, as form: Form.Type
  ) {
    if state == .cancelledInTitle, !EventStatus.cancelled.isSaid(in: details.title) {
      buffer.append("Cancelled: ")
    }
    appendSummary(of: details, groupFirst: options.summary == .groupFirst, to: &buffer, as: form)
  }

  /// Appends where it takes place: venue and address where its page gave them, else as the list has
  /// it.
  static func appendLocation<Form: TextForm>(
    of event: Event, to buffer: inout OutputBuffer, as form: Form.Type
  ) {
    guard event.details.mode != .virtual, let venue = event.page?.venue,
      venue.name != nil || venue.address != nil
    else { return appendLocation(of: event.details, to: &buffer, as: form) }
    let start = buffer.count
    if let name = venue.name { Form.append(name, to: &buffer) }
    if let address = venue.address {
      if buffer.count > start { buffer.append(Form.comma) }
      Form.append(address, to: &buffer)
    }
    guard let city = event.details.places.first?.city, !venue.names(city) else { return }
    let venueEnd = buffer.count
    if venueEnd > start { buffer.append(Form.comma) }
    let placesStart = buffer.count
    appendPlaces(Array(event.details.places.prefix(1)), to: &buffer, as: form)
    if buffer.count == placesStart { buffer.truncate(to: venueEnd) }
  }

  /// Appends where it takes place: `City, XX, CC`, or `Virtual (City, CC)`.
  ///
  /// A hybrid event is shown by its place, where people can walk to.
  static func appendLocation<Form: TextForm>(
    of details: EventDetails, to buffer: inout OutputBuffer, as form: Form.Type
  ) {
    let places = details.places
    let hasPlace = places.contains { $0.city != nil || $0.subdivision != nil || $0.country != nil }
    guard details.mode == .virtual else {
      return appendPlaces(places, to: &buffer, as: form)
    }
    buffer.append("Virtual")
    if hasPlace {
      buffer.append(" (")
      appendPlaces(places, to: &buffer, as: form)
      buffer.append(")")
    }
  }

  /// Appends places as `City, XX, CC; City, CC`.
  static func appendPlaces<Form: TextForm>(
    _ places: [Place], to buffer: inout OutputBuffer, as form: Form.Type
  ) {
    let start = buffer.count
    for place in places {
      let placeStart = buffer.count
      if placeStart > start { buffer.append(Form.semicolon) }
      let nameStart = buffer.count
      appendPlace(place, to: &buffer, as: form)
      if buffer.count == nameStart { buffer.truncate(to: placeStart) }
    }
  }

  private static func appendPlace<Form: TextForm>(
    _ place: Place, to buffer: inout OutputBuffer, as form: Form.Type
  ) {
    let start = buffer.count
    if let city = place.city { Form.append(city, to: &buffer) }
    if let subdivision = place.subdivision {
      if buffer.count > start { buffer.append(Form.comma) }
      Form.append(subdivision, to: &buffer)
    }
    if let country = place.country {
      if buffer.count > start { buffer.append(Form.comma) }
      buffer.append(country.bytes.0)
      buffer.append(country.bytes.1)
    }
  }

  /// Appends the group and its page: `Rust Nuremberg, https://…`.
  static func appendContact<Form: TextForm>(
    _ group: Organizer, separator: StaticString, to buffer: inout OutputBuffer, as form: Form.Type
  ) {
    let start = buffer.count
    Form.append(group.name, to: &buffer)
    guard let url = group.url else { return }
    let nameEnd = buffer.count
    if nameEnd > start { buffer.append(separator) }
    let urlStart = buffer.count
    WebAddress(url).append(to: &buffer, as: form)
    if buffer.count == urlStart { buffer.truncate(to: nameEnd) }
  }

  /// The mode as people write it.
  static func name(of mode: AttendanceMode) -> StaticString {
    switch mode {
    case .virtual: "Virtual"
    case .hybrid: "Hybrid"
    case .inPerson: "In-person"
    }
  }
}

extension Venue {
  /// Whether the venue's name or address names a city.
  fileprivate func names(_ city: Text) -> Bool {
    let city = FoldedText(city)
    return [name, address].contains { $0.map { FoldedText($0).contains(city) } ?? false }
  }
}
