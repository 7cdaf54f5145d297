import EventModel
import Testing

struct EventTimeTests {
  @Test(
    arguments: [
      (19 * 3_600, 60, "2026-02-12T19:00:00+01:00"), (0, 0, "2026-02-12T00:00:00Z"),
      (86_399, -210, "2026-02-12T23:59:59-03:30"),
    ])
  func isWrittenAsRFC3339HasIt(second: Int, offset: Int, text: String) throws {
    #expect(try time("2026-02-12", second, offset).description == text)
  }

  @Test(arguments: [(-1, 0), (86_400, 0), (0, 1_440), (0, -1_440)])
  func isNoMomentOutsideADay(second: Int, offset: Int) throws {
    let day = try #require(CivilDate("2026-02-12"))
    #expect(EventTime(day: day, secondOfDay: second, offsetMinutes: offset) == nil)
  }

  @Test func staysTheSameMomentInAnotherOffset() throws {
    let evening = try time("2026-02-12", 19 * 3_600, -480)
    let utc = try #require(evening.moved(toOffsetMinutes: 0))
    #expect(utc.description == "2026-02-13T03:00:00Z")
    #expect(utc.secondsSinceEpoch == evening.secondsSinceEpoch)
    #expect(utc.moved(toOffsetMinutes: -480) == evening)
    let old = try time("1969-12-31", 3_600, 120)
    #expect(old.moved(toOffsetMinutes: 0)?.description == "1969-12-30T23:00:00Z")
  }

  @Test func leavesTheCalendarNowhere() throws {
    let last = try time("9999-12-31", 86_399, -60)
    #expect(last.moved(toOffsetMinutes: 0) == nil)
    let first = try time("0001-01-01", 0, 60)
    #expect(first.moved(toOffsetMinutes: 0) == nil)
  }

  private func time(_ day: String, _ second: Int, _ offset: Int) throws -> EventTime {
    let day = try #require(CivilDate(day))
    return try #require(EventTime(day: day, secondOfDay: second, offsetMinutes: offset))
  }
}

struct EventHoursTests {
  @Test(
    arguments: [
      ("2026-02-12", 19, "2026-02-12", 21, "2026-02-12"),
      ("2026-02-12", 22, "2026-02-13", 2, "2026-02-12"),
      ("2026-02-12", 19, "2026-02-13", 0, "2026-02-12"),
      ("2026-02-12", 9, "2026-02-13", 17, "2026-02-13"),
      ("2026-02-12", 9, "2026-02-15", 0, "2026-02-14"),
    ])
  func saysItsLocalDays(first: String, begins: Int, last: String, ends: Int, day: String) throws {
    let hours = EventHours(start: try time(first, begins), end: try time(last, ends))
    #expect(hours.dates.first.description == first)
    #expect(hours.dates.last.description == day)
  }

  @Test func leavesOutAnEndBeforeTheStart() throws {
    let start = try time("2026-02-12", 19)
    #expect(EventHours(start: start, end: start).end == nil)
    #expect(EventHours(start: start, end: try time("2026-02-11", 20)).end == nil)
    #expect(EventHours(start: start).dates == EventDates(start.day))
  }

  private func time(_ day: String, _ hour: Int) throws -> EventTime {
    let day = try #require(CivilDate(day))
    return try #require(EventTime(day: day, secondOfDay: hour * 3_600, offsetMinutes: 60))
  }
}
