import EventModel
import Testing

@testable import IssueReading

struct PlaceResolverTests {
  /// The place as `city, subdivision, country`, and the codes of what was corrected.
  private static func read(_ text: String, _ heading: Region? = nil) -> (String, [String]) {
    let (buffer, range) = text.field
    var list = PlaceList(buffer: buffer, heading: heading)
    list.read(range)
    return (
      list.places.map { ReadListing.Place($0).description }.joined(separator: "; "),
      list.findings.map(\.code.name)
    )
  }

  @Test(arguments: [
    ("Berlin, DE", "Berlin, -, DE"), ("Berlin, de", "Berlin, -, DE"),
    ("Berlin, DEU", "Berlin, -, DE"), ("Berlin, Germany", "Berlin, -, DE"),
    ("London, UK", "London, -, GB"), ("London, England", "London, -, GB"),
    ("London, GB", "London, -, GB"), ("Kuala Lumpur, Malaysia", "Kuala Lumpur, -, MY"),
    ("Kuala Lumpur, Selangor, MY", "Kuala Lumpur, Selangor, MY"),
    ("Portland, OR, US", "Portland, OR, US"), ("Portland, Oregon, USA", "Portland, Oregon, US"),
    ("Sydney, NSW, AU", "Sydney, NSW, AU"), ("Kyiv, Ukraine", "Kyiv, -, UA"),
  ])
  func readsCodesAndNamesOfCountries(text: String, place: String) {
    #expect(Self.read(text) == (place, []))
  }

  @Test(arguments: [
    ("Austin, TX", "Austin, TX, US"), ("Portland, OR", "Portland, OR, US"),
    ("Vancouver, BC", "Vancouver, BC, CA"), ("Sydney, NSW", "Sydney, NSW, AU"),
    ("Columbus, Ohio", "Columbus, Ohio, US"),
  ])
  func subdivisionsImplyTheirCountry(text: String, place: String) {
    #expect(Self.read(text) == (place, []))
  }

  @Test(arguments: [
    ("Durham, NC", "Durham, NC, US"), ("Boulder, CO", "Boulder, CO, US"),
    ("Bogotá, CO", "Bogotá, -, CO"), ("Vancouver, CA", "Vancouver, -, CA"),
    ("Montreal, CA", "Montreal, -, CA"), ("Mountain View, CA", "Mountain View, CA, US"),
    ("Berlin, DE", "Berlin, -, DE"), ("Tel Aviv, IL", "Tel Aviv, -, IL"),
    ("Chicago, IL", "Chicago, IL, US"), ("Baku, AZ", "Baku, -, AZ"),
    ("Phoenix, AZ", "Phoenix, AZ, US"), ("Indianapolis, IN", "Indianapolis, IN, US"),
    ("Bangalore, IN", "Bangalore, -, IN"), ("Nouméa, NC", "Nouméa, -, NC"),
  ])
  func codesThatAreBothMeanTheOneThatHasTheCity(text: String, place: String) {
    #expect(Self.read(text) == (place, []))
  }

  @Test(arguments: [
    ("Xyzzyville, IN", Region.asia, "Xyzzyville, -, IN"),
    ("Xyzzyville, IN", .northAmerica, "Xyzzyville, IN, US"),
    ("Xyzzyville, IN", nil, "Xyzzyville, -, IN"),
    ("Xyzzyville, IN", .europe, "Xyzzyville, -, IN"),
  ])
  func headingDecidesWhereNeitherHasTheCity(text: String, heading: Region?, place: String) {
    #expect(Self.read(text, heading) == (place, []))
  }

  @Test(arguments: [
    ("Vancouver, BC, US", nil, "Vancouver, BC, CA"),
    ("Johannesburg, SA", nil, "Johannesburg, -, ZA"),
    ("Johannesburg, SA", Region.africa, "Johannesburg, -, ZA"),
    ("Vienna, AU", .europe, "Vienna, -, AT"),
  ])
  func wrongCountryCodesAreCorrectedWithAWarning(text: String, heading: Region?, place: String) {
    #expect(Self.read(text, heading) == (place, ["country"]))
  }

  @Test(arguments: [
    ("Riyadh, SA", "Riyadh, -, SA"), ("Xyzzyville, SA", "Xyzzyville, -, SA"),
    ("Sydney, AU", "Sydney, -, AU"),
  ])
  func rightCountryCodesStay(text: String, place: String) {
    #expect(Self.read(text) == (place, []))
  }

  @Test(arguments: [
    ("Singapore", "Singapore, -, SG"), ("Munich", "Munich, -, DE"), ("Berlin", "Berlin, -, DE"),
    ("Israel", "-, -, IL"), ("London", "London, -, GB"), ("Xyzzyville", "Xyzzyville, -, -"),
    ("Luxembourg", "Luxembourg, -, LU"), ("DE", "-, -, DE"), ("Germany", "-, -, DE"),
  ])
  func namesThatStandAlone(text: String, place: String) {
    #expect(Self.read(text) == (place, []))
  }

  @Test(arguments: [
    ("Karnataka, Bengaluru, IN", "Bengaluru, Karnataka, IN"),
    ("Berlin, Kreuzberg", "Berlin, Kreuzberg, DE"), ("Xyzzy, Plugh", "Xyzzy, Plugh, -"),
  ])
  func readsOddOrders(text: String, place: String) {
    #expect(Self.read(text) == (place, []))
  }

  @Test func incompleteSubdivisionCodesAreCompleted() {
    #expect(Self.read("Brisbane, QL, AU") == ("Brisbane, QLD, AU", ["place-code"]))
  }

  @Test(arguments: [
    ("Berlin, DE", "Europe/Berlin"), ("Portland, OR, US", "America/Los_Angeles"),
    ("Portland, ME, US", "America/New_York"), ("München/Munich, DE", "Europe/Berlin"),
    ("Lima-Perú, PE", "America/Lima"), ("Brisbane City, QLD, AU", "Australia/Brisbane"),
    ("Xyzzyville, DE", nil), ("Munich", "Europe/Berlin"),
  ])
  func knowsWhereCitiesAre(text: String, zone: String?) {
    let (buffer, range) = text.field
    var list = PlaceList(buffer: buffer, heading: nil)
    list.read(range)
    #expect(list.places.first?.timeZone?.string == zone)
    #expect((list.places.first?.coordinates != nil) == (zone != nil))
  }
}
