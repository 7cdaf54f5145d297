import EventModel
import Testing

struct EventDatesTests {
  private static func dates(_ first: Int, _ last: Int) throws -> EventDates {
    let first = try #require(CivilDate(dayNumber: first))
    let last = try #require(CivilDate(dayNumber: last))
    return try #require(EventDates(first: first, last: last))
  }

  @Test func rangesDoNotEndBeforeTheyBegin() throws {
    let day = try #require(CivilDate(dayNumber: 5))
    #expect(EventDates(first: day, last: day.advanced(by: -1)) == nil)
    #expect(EventDates(first: day, last: day) == EventDates(day))
    #expect(!EventDates(day).isRange)
    #expect(EventDates(first: day, last: day.advanced(by: 1))?.isRange == true)
  }

  @Test func overlapIsSharingADay() throws {
    for (first, last, other, otherLast) in Self.pairs where first <= last && other <= otherLast {
      let one = try Self.dates(first, last)
      let two = try Self.dates(other, otherLast)
      let shares = !Set(first...last).isDisjoint(with: other...otherLast)
      #expect(one.overlaps(two) == shares, "\(first)...\(last) \(other)...\(otherLast)")
    }
  }

  /// All pairs of ranges of four days.
  private static let pairs: [(Int, Int, Int, Int)] = (0..<256).map {
    ($0 & 3, $0 >> 2 & 3, $0 >> 4 & 3, $0 >> 6)
  }
}
