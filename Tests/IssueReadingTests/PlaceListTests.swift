import EventModel
import Testing

@testable import IssueReading

struct PlaceListTests {
  /// The places, parted by `; `, each as `city/other name, subdivision, country`.
  private static func places(_ text: String, _ heading: Region? = nil) -> String {
    let (buffer, range) = text.field
    var list = PlaceList(buffer: buffer, heading: heading)
    list.read(range)
    return list.places.map { ReadListing.Place($0).description }.joined(separator: "; ")
  }

  @Test(arguments: [
    ("Berlin, DE; Paris, FR", "Berlin, -, DE; Paris, -, FR"),
    ("Nairobi, KE / New York, NY, US", "Nairobi, -, KE; New York, NY, US"),
    ("São Paulo, BR, New York, NY, US", "São Paulo, -, BR; New York, NY, US"),
    ("Berlin, DE, Paris, FR", "Berlin, -, DE; Paris, -, FR"),
    ("Portland, OR, US; Vancouver, BC, CA", "Portland, OR, US; Vancouver, BC, CA"),
    ("Berlin, DE;", "Berlin, -, DE"),
  ])
  func partsFullPlaces(text: String, places: String) {
    #expect(Self.places(text) == places)
  }

  @Test(arguments: [
    ("München/Munich, DE", "München/Munich, -, DE"), ("Biel/Bienne, CH", "Biel/Bienne, -, CH"),
    ("Praha / Prague, CZ", "Praha/Prague, -, CZ"), ("Frankfurt/Main, DE", "Frankfurt/Main, -, DE"),
    ("Frankfurt (Main), DE", "Frankfurt/Main, -, DE"),
    ("Hawthorne (Los Angeles), CA, US", "Hawthorne/Los Angeles, CA, US"),
    ("Köln/Cologne, DE", "Köln/Cologne, -, DE"),
  ])
  func readsOtherNamesOfOnePlace(text: String, places: String) {
    #expect(Self.places(text) == places)
  }

  @Test(arguments: [
    ("Seattle/Bellevue, WA, US", "Seattle, WA, US; Bellevue, WA, US"),
    ("Gdansk/Kraków/Wroclaw, PL", "Gdansk, -, PL; Kraków, -, PL; Wroclaw, -, PL"),
    ("Berlin / Hamburg, DE", "Berlin, -, DE; Hamburg, -, DE"),
  ])
  func readsSeveralTownsOfOneCountry(text: String, places: String) {
    #expect(Self.places(text) == places)
  }

  @Test(arguments: [
    "Global", "Various", "PDT Timezone", "Europe + Israel", "EU/UK", "Joint Meetup, EU/UK",
    "Various - EMEA", "global", "Worldwide", "", " ", ";", "/", ",",
    "Joint Meetup, Europe + Israel",
  ])
  func makesNoCityOfWordsThatNameNone(text: String) {
    #expect(Self.places(text) == "")
  }

  @Test(arguments: [
    ("New York, NY US", "New York, NY, US"), ("Columbus OH", "Columbus, OH, US"),
    ("Berlin DE", "Berlin, -, DE"), ("Kuala Lumpur MY", "Kuala Lumpur, -, MY"),
  ])
  func readsCodesThatLackTheirComma(text: String, places: String) {
    #expect(Self.places(text) == places)
  }

  @Test(arguments: [
    ("Berlin,DE", "Berlin, -, DE"), ("Berlin , DE", "Berlin, -, DE"),
    ("Berlin,, DE", "Berlin, -, DE"), (" Berlin\u{A0},\tDE ", "Berlin, -, DE"),
    ("Berlin, DE,", "Berlin, -, DE"),
  ])
  func punctuationAndWhiteSpaceMayBeWrong(text: String, places: String) {
    #expect(Self.places(text) == places)
  }
}
