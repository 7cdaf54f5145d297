import EventModel
import Testing

@testable import EventWriting

struct PageFactsWritingTests {
  private func lines(
    _ change: (inout Event) throws -> Void
  ) throws -> [String] {
    let calendar = written([try Samples.event("Rust", change: change)], by: ICalendar())
    return FoldingTests.unfolded(calendar).split(separator: "\r\n").map(String.init)
  }

  @Test func pageThatGaveNothingChangesNothing() throws {
    let without = try Samples.event("Rust")
    let with = try Samples.event("Rust") { $0.page = PageFacts(url: "https://example.org/") }
    #expect(written([with], by: ICalendar()) == written([without], by: ICalendar()))
    #expect(written([with], by: EventJSON()) == written([without], by: EventJSON()))
    #expect(written([with], by: CSV()) == written([without], by: CSV()))
    #expect(written([with], by: GoogleCSV()) == written([without], by: GoogleCSV()))
    #expect(written([with], by: JSCalendar()) == written([without], by: JSCalendar()))
  }

  @Test func virtualEventHasNoPlaceToWalkTo() throws {
    for (mode, count) in [(AttendanceMode.virtual, 0), (.hybrid, 2), (.inPerson, 2)] {
      let lines = try lines {
        $0.details.mode = mode
        $0.page = PageFacts(
          url: "https://example.org/",
          venue: Venue(name: "c-base", coordinates: Coordinates(latitude: 1, longitude: 2)))
      }
      let shown = lines.filter { $0.hasPrefix("GEO") || $0.hasPrefix("X-APPLE") }
      #expect(shown.count == count, "\(mode)")
      #expect(lines.contains("LOCATION:c-base") == (count > 0), "\(mode)")
    }
  }

  private static let venues: [(name: String?, address: String?, location: String)] = [
    ("c-base", nil, "c-base\\, Berlin\\, DE"),
    ("c-base", "Rungestr. 20, 10179 Berlin", "c-base\\, Rungestr. 20\\, 10179 Berlin"),
    (nil, "Rungestr. 20", "Rungestr. 20\\, Berlin\\, DE"),
    ("Haus BERLIN", nil, "Haus BERLIN"),
  ]

  @Test(arguments: venues)
  func venueStandsInItsCity(name: String?, address: String?, location: String) throws {
    let lines = try lines {
      $0.details.mode = .inPerson
      $0.details.places = [Place(city: "Berlin", country: CountryCode("DE"))]
      $0.page = PageFacts(
        url: "https://example.org/",
        venue: Venue(name: name.map { Text($0) }, address: address.map { Text($0) }))
    }
    #expect(lines.contains("LOCATION:" + location))
  }

  @Test func longDescriptionIsCutAtAWord() throws {
    let lines = try lines {
      $0.page = PageFacts(
        url: "https://example.org/",
        description: Text(String(repeating: "Lörem ipsum ", count: 400)))
    }
    let description = try Samples.required(lines.first { $0.hasPrefix("DESCRIPTION:First") })
    #expect(description.utf8.count < 3_100)
    #expect(description.hasSuffix(" Lörem …") || description.hasSuffix(" ipsum …"))
  }

  @Test func longWordIsCutAtACharacter() throws {
    let lines = try lines {
      $0.page = PageFacts(
        url: "https://example.org/", description: Text(String(repeating: "ü€", count: 1_000)))
    }
    let description = try Samples.required(lines.first { $0.hasPrefix("DESCRIPTION:First") })
    #expect(!description.contains("\u{FFFD}"))
    #expect(description.hasSuffix("€ …") || description.hasSuffix("ü …"))
  }
}
