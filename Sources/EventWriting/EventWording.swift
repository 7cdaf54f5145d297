import EventModel

/// The words in which calendars and tables tell of an event.
enum EventWording {
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
