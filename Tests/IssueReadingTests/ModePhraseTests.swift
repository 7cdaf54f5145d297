import EventModel
import Testing

@testable import IssueReading

struct ModePhraseTests {
  private static func read(_ text: String) -> (mode: AttendanceMode?, place: String) {
    let (buffer, range) = text.field
    let phrase = ModePhrase(buffer, range)
    return (phrase.mode, buffer.string(phrase.place))
  }

  @Test(arguments: [
    "Hybrid (X)", "Hybrid - X", "Hybrid: Virtual and In-Person (X)", "Virtual and In-Person (X)",
    "Virtual + X", "X + Virtual", "Hybrid (Virtual + In-person) X", "X - Virtual + In-person",
    "hybrid (X)", "HYBRID X", "Hybrid, X", "Hybrid (X", "X (Hybrid)", "X - Hybrid", "Virtual & X",
    "Virtual/In-Person (X)", "In-person and Virtual (X)", "In Person + Online (X)", "X & Online",
    "X and Online", "Hybrid (in-person: X)",
    "Virtual and X", "X / Virtual", "Hybrid – X", "Hybrid:X",
  ])
  func tellsHybridPlaces(text: String) {
    let found = Self.read(text)
    #expect(found.mode == .hybrid)
    #expect(found.place == "X")
  }

  @Test(arguments: [
    "Virtual (X)", "Virtual, X", "Virtual: X", "Virtual - X", "Online (X)", "Remote (X)",
    "virtual(X)", "VIRTUAL (X)", "Virtual X", "Virtual (X", "X (Virtual)", "X - Virtual",
    "X, Online", "Online - X",
  ])
  func tellsVirtualPlaces(text: String) {
    let found = Self.read(text)
    #expect(found.mode == .virtual)
    #expect(found.place == "X")
  }

  @Test(arguments: [
    ("Virtual", AttendanceMode.virtual), ("Online", .virtual), ("Remote", .virtual),
    ("Hybrid", .hybrid), ("In-Person", .inPerson), ("Virtual and In-Person", .hybrid),
    ("Virtual + In-Person", .hybrid), ("(Virtual)", .virtual),
  ])
  func tellsModesWithoutPlace(text: String, mode: AttendanceMode) {
    let found = Self.read(text)
    #expect(found.mode == mode)
    #expect(found.place.isEmpty)
  }

  @Test(arguments: ["In-Person (X)", "In person: X", "On-site (X)", "X (in-person)"])
  func tellsPlacesInPerson(text: String) {
    let found = Self.read(text)
    #expect(found.mode == .inPerson)
    #expect(found.place == "X")
  }

  @Test(arguments: [
    "Berlin, DE", "Frankfurt (Main)", "Remoteville", "Virtually anywhere", "Onlineton, US", "",
    "St. John's", "Hawthorne (Los Angeles), CA, US",
  ])
  func placesWithoutModeWordStay(text: String) {
    let found = Self.read(text)
    #expect(found.mode == nil)
    #expect(found.place == text)
  }

  @Test(arguments: [
    ("Virtual (Hawthorne (Los Angeles), CA, US)", "Hawthorne (Los Angeles), CA, US"),
    ("Hybrid (Frankfurt (Main))", "Frankfurt (Main)"), ("Virtual (Linz, AT) ", "Linz, AT"),
    ("Virtual (Seattle, WA, US))", "Seattle, WA, US"),
    ("Hybrid (München/Munich, DE)", "München/Munich, DE"),
  ])
  func bracketsOfThePlaceStay(text: String, place: String) {
    #expect(Self.read(text).place == place)
  }
}
