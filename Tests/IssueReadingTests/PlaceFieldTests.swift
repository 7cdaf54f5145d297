import EventModel
import Testing

@testable import IssueReading

struct PlaceFieldTests {
  private static func read(_ text: String, _ heading: Region?) -> PlaceField {
    let (buffer, range) = text.field
    return PlaceField(buffer, range, heading: heading)
  }

  private static func names(_ regions: RegionSet) -> String {
    regions.regions.map { "\($0.name)" }.joined(separator: ", ")
  }

  @Test(arguments: [
    ("Berlin, DE", Region.europe, AttendanceMode.inPerson, "Europe"),
    ("Berlin, DE", .virtual, .virtual, "Virtual"),
    ("Virtual (Berlin, DE)", .virtual, .virtual, "Virtual"),
    ("Virtual (Berlin, DE)", .europe, .virtual, "Virtual"),
    ("Hybrid (Berlin, DE)", .virtual, .hybrid, "Virtual, Europe"),
    ("Hybrid (Berlin, DE)", .europe, .hybrid, "Virtual, Europe"),
    ("", .virtual, .virtual, "Virtual"), ("Virtual", .virtual, .virtual, "Virtual"),
    ("Virtual", .europe, .virtual, "Virtual"), ("Hybrid", .asia, .hybrid, "Virtual, Asia"),
    ("Seattle, WA, US; Berlin, DE", .northAmerica, .inPerson, "Europe, North America"),
    ("In-Person (Berlin, DE)", .virtual, .inPerson, "Europe"),
    ("Nowhereville, ZZZ", .africa, .inPerson, "Africa"),
  ])
  func headingAndWordsDecideTheMode(
    text: String, heading: Region, mode: AttendanceMode, regions: String
  ) {
    let field = Self.read(text, heading)
    #expect(field.mode == mode)
    #expect(Self.names(field.regions) == regions)
  }

  @Test(arguments: [
    ("", Region.europe, "Europe"), ("Various", .europe, "Europe"), ("", nil, ""),
    ("Global", nil, ""),
  ])
  func nothingSaysHowItIsAttended(text: String, heading: Region?, regions: String) {
    let field = Self.read(text, heading)
    #expect(field.mode == nil)
    #expect(field.places.isEmpty)
    #expect(Self.names(field.regions) == regions)
  }

  @Test(arguments: [
    ("Mexico City, MX", "North America"), ("San José, CR", "North America"),
    ("Kingston, JM", "North America"), ("Bogotá, CO", "South America"), ("Lagos, NG", "Africa"),
    ("Tel Aviv, IL", "Asia"), ("Dubai, AE", "Asia"), ("Auckland, NZ", "Oceania"),
    ("Moscow, RU", "Europe"), ("Istanbul, TR", "Europe"), ("Nicosia, CY", "Europe"),
    ("Cairo, EG", "Africa"), ("Tbilisi, GE", "Asia"), ("Yerevan, AM", "Asia"), ("Baku, AZ", "Asia"),
    ("Almaty, KZ", "Asia"),
  ])
  func continentsAreThoseOfTheNewsletter(text: String, region: String) {
    #expect(Self.names(Self.read(text, nil).regions) == region)
  }

  @Test(arguments: [
    ("Istanbul, TR", Region.asia, "Asia"), ("Moscow, RU", .asia, "Asia"),
    ("Tbilisi, GE", .europe, "Europe"), ("Nicosia, CY", .asia, "Asia"),
    ("Hybrid (Yerevan, AM)", .europe, "Virtual, Europe"),
    ("Hybrid (Moscow, RU)", .virtual, "Virtual, Europe"),
  ])
  func headingDecidesInCountriesOfTwoContinents(text: String, heading: Region, regions: String) {
    let field = Self.read(text, heading)
    #expect(Self.names(field.regions) == regions)
    #expect(field.findings.isEmpty)
  }

  @Test(arguments: [
    ("Mountain View, CA, US", Region.europe, "North America"), ("Berlin, DE", .asia, "Europe"),
    ("Hybrid (Berlin, DE)", .asia, "Virtual, Europe"), ("Auckland, NZ", .asia, "Oceania"),
  ])
  func headingThatContradictsTheCountryIsReported(
    text: String, heading: Region, regions: String
  ) {
    let field = Self.read(text, heading)
    #expect(Self.names(field.regions) == regions)
    #expect(field.findings.map(\.code) == [.region])
  }

  @Test(arguments: [
    ("Virtual (Berlin, DE)", Region.asia), ("Hybrid (Berlin, DE)", .virtual),
    ("Seattle, WA, US; Berlin, DE", .europe), ("Various", .asia),
  ])
  func nothingIsReportedWhereTheHeadingIsNotWrong(text: String, heading: Region) {
    #expect(Self.read(text, heading).findings.isEmpty)
  }
}
