import EventModel

extension Samples {
  static func time(_ day: String, _ hour: Int, _ minute: Int, offset: Int) throws -> EventTime {
    try required(
      EventTime(
        day: Self.day(day), secondOfDay: hour * 3_600 + minute * 60, offsetMinutes: offset))
  }

  /// Events whose pages were read: one of each shape that a writer tells apart.
  static func paged() throws -> [Event] {
    [try meetup(), try conference(), try stream(), try hostilePage()]
  }

  /// A meetup with all that a page can give.
  private static func meetup() throws -> Event {
    try event("Rust Talks", uid: "meetup@twir-events") {
      $0.details.mode = .inPerson
      $0.details.regions = RegionSet(.europe)
      $0.details.places = [try nuremberg()]
      $0.details.url = "https://example.org/meetup"
      $0.details.description = "6:30pm"
      $0.sequence = 1
      $0.page = PageFacts(
        url: "https://example.org/meetup",
        hours: EventHours(
          start: try time("2026-02-12", 19, 0, offset: 60),
          end: try time("2026-02-12", 21, 30, offset: 60)),
        venue: Venue(
          name: "CCC \"Erlangen\", upstairs", address: "Marktplatz 1; 90403 Nürnberg, DE",
          coordinates: Coordinates(latitude: 49_597_300, longitude: 11_004_700)),
        description: "Two talks, one beer.\n\nBring \\ a laptop.",
        image: "https://example.org/a,b.png", isFree: true)
    }
  }

  /// A conference of several days, in a house whose address is not known.
  private static func conference() throws -> Event {
    try event("RustConf", uid: "conference@twir-events") {
      $0.details.dates = try days("2026-02-12", "2026-02-14")
      $0.details.mode = .hybrid
      $0.details.regions = [RegionSet(.virtual), RegionSet(.northAmerica)]
      $0.details.places = [
        Place(city: "Dallas", subdivision: "TX", country: CountryCode("US"))
      ]
      $0.page = PageFacts(
        url: "https://example.org/conference",
        hours: EventHours(
          start: try time("2026-02-12", 9, 0, offset: -360),
          end: try time("2026-02-14", 18, 0, offset: -360)),
        venue: Venue(name: "Convention Center"),
        listedDates: try days("2026-02-13", "2026-02-15"),
        listedPlaces: [Place(city: "Austin", subdivision: "TX", country: CountryCode("US"))])
    }
  }

  /// A stream whose end is not known.
  private static func stream() throws -> Event {
    try event("Rust Stream", on: "2026-02-13", uid: "stream@twir-events") {
      $0.details.mode = .virtual
      $0.details.regions = RegionSet(.virtual)
      $0.details.places = [Place(city: "Delhi", country: CountryCode("IN"))]
      $0.details.url = "https://meet.jit.si/rust"
      $0.page = PageFacts(
        url: "https://meet.jit.si/rust",
        hours: EventHours(start: try time("2026-02-13", 0, 15, offset: 330)),
        venue: Venue(name: "nowhere", coordinates: Coordinates(latitude: 1, longitude: -1)),
        listedDates: EventDates(try day("2026-02-20")))
    }
  }

  /// A page whose texts are meant to break out.
  private static func hostilePage() throws -> Event {
    try event("Rust, broken", on: "2026-02-17", uid: "hostile@twir-events") {
      $0.details.mode = .inPerson
      $0.page = PageFacts(
        url: "https://example.org/hostile",
        venue: Venue(
          name: "\"\r\nEND:VEVENT\u{1}", address: "</script>\u{2028}:;,\\",
          coordinates: Coordinates(latitude: -90_000_000, longitude: 180_000_000)),
        description: "\r\nEND:VEVENT\r\n<b>\u{202E}&amp;\u{85}",
        image: "javascript:alert(1)")
    }
  }
}
