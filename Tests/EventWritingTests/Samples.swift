import EventModel

@testable import EventWriting

/// Events of every shape, and what the tests do with them.
enum Samples {
  static func day(_ text: String) throws -> CivilDate { try required(CivilDate(text)) }

  static func days(_ first: String, _ last: String) throws -> EventDates {
    try required(EventDates(first: day(first), last: day(last)))
  }

  static func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
  }

  struct Missing: Error {}

  static func source(_ issue: UInt32? = 638, line: UInt32? = 230) throws -> SourceReference {
    SourceReference(
      issue: IssueReference(
        date: try day("2026-02-11"), number: issue, file: "2026-02-11-this-week-in-rust.md"),
      line: line)
  }

  static func event(
    _ title: String, on day: String = "2026-02-12", uid: Text = "a@twir-events",
    change: (inout Event) throws -> Void = { _ in }
  ) throws -> Event {
    var event = Event(
      uid: uid,
      details: EventDetails(title: Text(title), dates: EventDates(try Self.day(day))),
      source: try source())
    try change(&event)
    return event
  }

  /// A virtual event as most are.
  static func virtual() throws -> Event {
    try event(
      "Rust Nürnberg online", uid: "meetup.com-rust-noris-events-312385179@twir-events"
    ) {
      $0.details.mode = .virtual
      $0.details.regions = RegionSet(.virtual)
      $0.details.places = [try nuremberg()]
      $0.details.organizers = [
        Organizer(name: "Rust Nuremberg", url: "https://www.meetup.com/rust-noris")
      ]
      $0.details.url = "https://www.meetup.com/rust-noris/events/312385179/"
    }
  }

  static func nuremberg() throws -> Place {
    Place(
      city: "Nürnberg", country: CountryCode("DE"),
      coordinates: Coordinates(latitude: 49_450_000, longitude: 11_080_000),
      timeZone: "Europe/Berlin")
  }

  /// One event of each shape that a writer tells apart, in the order of their days.
  static func all() throws -> [Event] {
    [try virtual(), try inPerson(), try hybrid()] + (try unusual())
  }

  private static func inPerson() throws -> Event {
    try event("Second Thursday", uid: "dallas@twir-events") {
      $0.details.mode = .inPerson
      $0.details.regions = RegionSet(.northAmerica)
      $0.details.places = [
        Place(city: "Dallas", subdivision: "TX", country: CountryCode("US"))
      ]
      $0.details.organizers = [
        Organizer(name: "Dallas Rust User Meetup", url: "https://www.meetup.com/dallasrust")
      ]
      $0.details.url = "https://www.meetup.com/dallasrust/events/1/?a=b,c;d&e=ü x"
      $0.details.description = "6:30pm - bring a laptop; snacks, drinks \\o/"
    }
  }

  private static func hybrid() throws -> Event {
    try event("RustWeek: \"Async, or not\"", uid: "rustweek@twir-events") {
      $0.details.dates = try days("2026-02-12", "2026-02-14")
      $0.details.mode = .hybrid
      $0.details.regions = [RegionSet(.virtual), RegionSet(.europe)]
      $0.details.places = [
        Place(city: "München", otherNames: ["Munich"], country: CountryCode("DE")),
        Place(city: "Utrecht", country: CountryCode("NL")),
      ]
      $0.details.organizers = [
        Organizer(name: "RustNL", url: "https://rustnl.org"),
        Organizer(name: "Rust Munich", url: nil),
      ]
      $0.details.url = "www.rustweek.org/live"
      $0.details.links = [
        Link(title: "Livestream", url: "https://us02web.zoom.us/j/123?pwd=a;b"),
        Link(title: "Slides", url: "slides, later"),
      ]
      $0.sequence = 2
      $0.modified = try day("2026-02-18")
      $0.laterSources = [
        SourceReference(
          issue: IssueReference(
            date: try day("2026-02-18"), number: nil, file: "2026-02-18-this-week-in-rust.md"),
          line: nil)
      ]
    }
  }

  private static func unusual() throws -> [Event] {
    [
      try event("Rust, called off", on: "2026-02-17", uid: "cancelled@twir-events") {
        $0.details.status = .cancelled
      },
      try event("Rust, put off", on: "2026-02-17", uid: "postponed@twir-events") {
        $0.details.status = .postponed
      },
      try event("Rust, withdrawn", on: "2026-03-01", uid: "withdrawn@twir-events") {
        $0.withdrawnSince = try day("2026-02-18")
      },
      try event("=cmd|' /C calc'!A0", on: "2026-03-01", uid: "hostile@twir-events") {
        $0.details.mode = .inPerson
        $0.details.regions = RegionSet(.asia)
        $0.details.places = [Place(city: "東京", country: CountryCode("JP"))]
        $0.details.organizers = [
          Organizer(name: "夜の\u{202E}会\u{1B}[31m", url: "eurorust")
        ]
        $0.details.url = "javascript:alert(1)"
      },
    ]
  }
}

/// All that a writer makes of events.
func written(_ events: [Event], by writer: some EventWriter) -> String {
  var writer = writer
  var buffer = OutputBuffer(capacity: 64)
  writer.begin(into: &buffer)
  for event in events { writer.write(event, into: &buffer) }
  writer.end(into: &buffer)
  return contents(of: buffer)
}

/// What `body` appends to a buffer.
func appended(_ body: (inout OutputBuffer) -> Void) -> String {
  var buffer = OutputBuffer(capacity: 64)
  body(&buffer)
  return contents(of: buffer)
}

private func contents(of buffer: borrowing OutputBuffer) -> String {
  String(decoding: buffer.bytes, as: UTF8.self)
}
