import EventModel
import Testing

struct CoordinatesTests {
  @Test(arguments: [
    (0, 0, true), (90_000_000, 180_000_000, true), (-90_000_000, -180_000_000, true),
    (90_000_001, 0, false), (-90_000_001, 0, false), (0, 180_000_001, false),
    (0, -180_000_001, false), (Int32.max, Int32.min, false),
  ])
  func pointsLieOnTheEarth(latitude: Int32, longitude: Int32, exists: Bool) {
    #expect((Coordinates(latitude: latitude, longitude: longitude) != nil) == exists)
  }
}
