import EventModel
import Foundation
import Testing

@testable import EventWriting

struct SchemaOrgEventTests {
  private func object(of event: Event) throws -> NSDictionary {
    let data = Data(SchemaOrgEvent.text(of: event).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
  }

  @Test func tellsAllThatIsKnown() throws {
    let expected: NSDictionary = [
      "@context": "https://schema.org", "@type": "Event", "name": "Rust Night",
      "startDate": "2026-03-04T19:00:00+01:00", "endDate": "2026-03-04T21:30:00+01:00",
      "previousStartDate": "2026-02-25", "eventStatus": "https://schema.org/EventRescheduled",
      "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
      "location": [
        [
          "@type": "Place", "name": "Coworking Space",
          "address": [
            "@type": "PostalAddress", "streetAddress": "Hauptstraße 1",
            "addressLocality": "Nürnberg", "addressCountry": "DE",
          ],
          "geo": ["@type": "GeoCoordinates", "latitude": 49.4505, "longitude": 11.08025],
        ], ["@type": "VirtualLocation", "url": "https://meet.jit.si/rust"],
      ],
      "organizer": [
        "@type": "Organization", "name": "Rust Nuremberg", "url": "https://rust-noris.example/",
      ],
      "url": "https://rust-noris.example/night",
      "description": "Talks & pizza.\nBring a laptop.",
      "image": "https://rust-noris.example/night.jpg", "isAccessibleForFree": true,
    ]
    #expect(try object(of: Samples.detailed()) == expected)
  }

  @Test func makesNothingUp() throws {
    let expected: NSDictionary = [
      "@context": "https://schema.org", "@type": "Event", "name": "Rust",
      "startDate": "2026-02-12", "eventStatus": "https://schema.org/EventScheduled",
    ]
    #expect(try object(of: Samples.event("Rust")) == expected)
  }

  @Test func aCityIsNoNameOfAPlace() throws {
    let event = try Samples.event("Rust") {
      $0.details.mode = .inPerson
      $0.details.places = [try Samples.nuremberg()]
    }
    let place: NSDictionary = [
      "@type": "Place",
      "address": [
        "@type": "PostalAddress", "addressLocality": "Nürnberg", "addressCountry": "DE",
      ],
    ]
    #expect(try object(of: event)["location"] as? NSDictionary == place)
  }

  @Test func theCityOfAVirtualEventIsNoPlace() throws {
    let location = try object(of: Samples.virtual())["location"] as? NSDictionary
    #expect(
      location == [
        "@type": "VirtualLocation", "url": "https://www.meetup.com/rust-noris/events/312385179/",
      ])
  }

  private static let statuses: [(EventStatus, Bool, String)] = [
    (.scheduled, false, "EventScheduled"), (.scheduled, true, "EventRescheduled"),
    (.cancelled, false, "EventCancelled"), (.cancelled, true, "EventCancelled"),
    (.postponed, false, "EventPostponed"),
  ]

  @Test(arguments: statuses)
  func namesTheStatus(status: EventStatus, wasMoved: Bool, name: String) throws {
    let event = try Samples.event("Rust") {
      $0.details.status = status
      if wasMoved { $0.previousDates = EventDates(try Samples.day("2026-02-01")) }
    }
    let object = try object(of: event)
    #expect(object["eventStatus"] as? String == "https://schema.org/" + name)
    #expect(object["previousStartDate"] as? String == (wasMoved ? "2026-02-01" : nil))
  }

  @Test func aRangeHasItsLastDayAndADayHasNoEnd() throws {
    let range = try Samples.event("Rust") {
      $0.details.dates = try Samples.days("2026-02-12", "2026-02-14")
    }
    #expect(try object(of: range)["endDate"] as? String == "2026-02-14")
    #expect(try object(of: Samples.event("Rust"))["endDate"] == nil)
  }

  @Test(arguments: [
    ("https://example.org/a,b;c?d=ü&e=$f", "https://example.org/a,b;c?d=ü&e=$f"),
    ("https://example.org/a b", "https://example.org/a%20b"),
    ("www.example.org", "https://www.example.org"),
  ])
  func writesAddressesAsTheyAreWhereTheyAreOnes(written: String, expected: String) throws {
    let event = try Samples.event("Rust") { $0.details.url = Text(written) }
    #expect(try object(of: event)["url"] as? String == expected)
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "eurorust", "mailto:a@example.org"])
  func leavesOutAddressesThatAreNoPages(written: String) throws {
    let event = try Samples.event("Rust") {
      $0.details.mode = .virtual
      $0.details.url = Text(written)
      $0.details.organizers = [Organizer(name: "Group", url: Text(written))]
    }
    let text = SchemaOrgEvent.text(of: event)
    #expect(!text.contains(written))
    #expect(try object(of: event)["location"] == nil)
  }

  @Test(arguments: [
    "</script><script>", "<!--", "]]>", "&lt;", "\u{2028}\u{2029}", "\u{0}\u{1F}\u{7F}\u{85}",
    "\u{202E}\u{2066}", "\u{FFFE}", "\"\\/", "ü 東京 🦀",
  ])
  func hasNothingThatEndsIt(title: String) throws {
    try expectHarmless(title)
  }

  @Test(arguments: [0xFDD0, 0xFDEF, 0xFFFF, 0x1FFFE, 0x10FFFF] as [UInt32])
  func hasNoNoncharacter(codePoint: UInt32) throws {
    try expectHarmless("a" + String(try #require(Unicode.Scalar(codePoint))))
  }

  private func expectHarmless(_ title: String) throws {
    let event = try Samples.event(title)
    let text = SchemaOrgEvent.text(of: event)
    #expect(
      !text.unicodeScalars.contains {
        "<>&\u{2028}\u{2029}\u{202E}\u{2066}\u{7F}\u{85}".unicodeScalars.contains($0)
          || $0.value < 0x20 && $0 != "\n" || VisibleText.isNoncharacter($0)
      })
    let name = try #require(try object(of: event)["name"] as? String)
    #expect(Array(name.unicodeScalars) == Array(title.unicodeScalars))
  }
}
