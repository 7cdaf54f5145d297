import EventModel
import Testing

@testable import IssueReading

struct RegionHeadingsTests {
  @Test(arguments: [
    ("Virtual", Region.virtual), ("Online", .virtual), ("Africa", .africa), ("Asia", .asia),
    ("Asia Pacific", .asia), ("Asia-Pacific", .asia), ("Europe", .europe),
    ("North America", .northAmerica), ("Oceania", .oceania), ("South America", .southAmerica),
    ("Europe:", .europe), ("europe", .europe), ("NORTH AMERICA", .northAmerica),
    (" Europe ", .europe), ("**Europe**", .europe), ("Europe ###", .europe),
  ])
  func knowsTheNewslettersRegions(text: String, region: Region) {
    let (buffer, range) = text.field
    #expect(RegionHeadings.region(buffer, range) == region)
  }

  @Test(arguments: ["", ":", "Europa", "Antarctica", "Europe and Asia", "Virtually", "North"])
  func otherHeadingsAreNone(text: String) {
    let (buffer, range) = text.field
    #expect(RegionHeadings.region(buffer, range) == nil)
  }
}
