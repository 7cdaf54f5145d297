package import EventModel

extension PageReading {
  /// A reading from the object that it is written as, or nil if there is none in the text.
  ///
  /// What a member holds that has no meaning is taken for nothing; members that are not known are
  /// passed over.
  package init?(json text: [UInt8]) {
    guard let first = LenientJSON.values(in: text).first else { return nil }
    // The command writes an array of objects, the archive keeps one.
    var value = first
    if case .array(let values) = first, let object = values.first { value = object }
    guard let object = ReadObject(value), let source = object.text("source") else { return nil }
    self.init(
      source: source, url: object.text("url"),
      events: object.list("events").compactMap(ReadObject.init).map(Self.event),
      page: object.object("page").map(Self.summary) ?? PageSummary())
  }

  private static func summary(_ object: ReadObject) -> PageSummary {
    var summary = PageSummary()
    summary.title = object.text("title")
    summary.description = object.text("description")
    summary.canonical = object.text("canonical")
    summary.siteName = object.text("site_name")
    summary.language = object.text("language")
    summary.image = object.text("image")
    return summary
  }

  private static func event(_ object: ReadObject) -> PageEvent {
    var event = PageEvent()
    event.name = object.text("name")
    event.start = object.time("start")
    event.end = object.time("end")
    event.timeZone = object.text("timezone")
    event.mode = object.string("mode").flatMap(AttendanceMode.init(name:))
    event.status = object.string("status").flatMap(EventStatus.init(name:))
    event.previousStart = object.time("previous_start")
    event.venue = object.text("venue")
    event.address = object.text("address")
    event.city = object.text("city")
    event.country = object.text("country")
    if let latitude = object.number("latitude"), let longitude = object.number("longitude") {
      event.coordinates = PlaceFacts.point(latitude, longitude)
    }
    if let organizer = object.object("organizer"), let name = organizer.text("name") {
      event.organizer = Organizer(name: name, url: organizer.text("url"))
    }
    event.url = object.text("url")
    event.description = object.text("description")
    event.image = object.text("image")
    event.isFree = object.flag("free")
    event.language = object.text("language")
    event.formats = formats(object.object("from"))
    return event
  }

  private static func formats(_ object: ReadObject?) -> [PageEvent.Field: PageFormat] {
    guard let object else { return [:] }
    var formats: [PageEvent.Field: PageFormat] = [:]
    for field in PageEvent.Field.allCases {
      guard let name = field.keys.first.flatMap({ object.string("\($0)") }) else { continue }
      formats[field] = PageFormat.allCases.first { "\($0.name)" == name }
    }
    return formats
  }
}

/// The members of an object by their names; of several with one name the last counts.
private struct ReadObject {
  private var members: [String: JSONValue] = [:]

  init?(_ value: JSONValue) {
    guard case .object(let list) = value else { return nil }
    for member in list { members[member.name] = member.value }
  }

  func string(_ name: String) -> String? {
    guard case .string(let text) = members[name] else { return nil }
    return text
  }

  func text(_ name: String) -> Text? { string(name).map { Text($0) } }

  func time(_ name: String) -> PageTime? { string(name).flatMap { TimeText.time($0) } }

  func number(_ name: String) -> String? {
    guard case .number(let digits) = members[name] else { return nil }
    return digits
  }

  func flag(_ name: String) -> Bool? {
    guard case .bool(let flag) = members[name] else { return nil }
    return flag
  }

  func object(_ name: String) -> ReadObject? { members[name].flatMap(ReadObject.init) }

  func list(_ name: String) -> [JSONValue] {
    guard case .array(let values) = members[name] else { return [] }
    return values
  }
}

extension AttendanceMode {
  fileprivate init?(name: String) {
    guard let mode = Self.allCases.first(where: { "\($0.name)" == name }) else { return nil }
    self = mode
  }
}

extension EventStatus {
  fileprivate init?(name: String) {
    guard let status = Self.allCases.first(where: { "\($0.name)" == name }) else { return nil }
    self = status
  }
}
