import EventModel
import Testing

struct RegionSetTests {
  @Test func regionsStandInTheNewslettersOrder() {
    let set: RegionSet = [RegionSet(.oceania), RegionSet(.virtual), RegionSet(.asia)]
    #expect(set.regions == [.virtual, .asia, .oceania])
    #expect(set.contains(RegionSet(.asia)))
    #expect(!set.contains(RegionSet(.europe)))
  }

  @Test func everySetIsTheUnionOfItsRegions() {
    for bits in UInt8(0)..<128 {
      let set = RegionSet(rawValue: bits)
      #expect(set.regions.reduce(into: RegionSet()) { $0.formUnion(RegionSet($1)) } == set)
      #expect(set.regions.count == bits.nonzeroBitCount)
    }
  }

  @Test func namesAreThoseOfTheNewsletter() {
    #expect(
      Region.allCases.map { "\($0.name)" } == [
        "Virtual", "Africa", "Asia", "Europe", "North America", "Oceania", "South America",
      ])
    #expect(AttendanceMode.allCases.map { "\($0.name)" } == ["virtual", "hybrid", "in-person"])
    #expect(EventStatus.allCases.map { "\($0.name)" } == ["scheduled", "cancelled", "postponed"])
  }
}
