import EventModel
import Testing

struct CivilDateTests {
  @Test func everyDayOfTheCalendarIsItsOwnNumbers() {
    var year = 1
    var month = 1
    var day = 1
    var weekday = 1
    // 0001-01-01 was a Monday. The slow calendar counts day by day.
    for number in -719_162...2_932_896 {
      guard let date = CivilDate(dayNumber: number) else {
        Testing.Issue.record("no day \(number)")
        return
      }
      let found = date.components
      if found != (year, month, day) || date.weekday != weekday {
        Testing.Issue.record("\(number) is \(found), not \(year)-\(month)-\(day)")
        return
      }
      if number % 7 == 0 || day == 1 {
        guard CivilDate(year: year, month: month, day: day) == date else {
          Testing.Issue.record("\(year)-\(month)-\(day) is not day \(number)")
          return
        }
      }
      weekday = weekday % 7 + 1
      day += 1
      if day > Self.length(month, year) {
        day = 1
        month += 1
      }
      if month > 12 {
        month = 1
        year += 1
      }
    }
    #expect(year == 10_000)
  }

  private static func length(_ month: Int, _ year: Int) -> Int {
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  @Test(arguments: [
    (2023, 2, 29), (2023, 2, 30), (1900, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0),
    (2024, 1, 32), (2024, 4, 31), (0, 1, 1), (10_000, 1, 1), (Int.max, 1, 1), (2024, Int.min, 1),
    (2024, 1, Int.max), (-1, 12, 31),
  ])
  func daysThatDoNotExistAreNone(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [-719_163, 2_932_897, Int.max, Int.min])
  func numbersBeyondTheCalendarAreNone(number: Int) {
    #expect(CivilDate(dayNumber: number) == nil)
  }

  @Test(arguments: [
    ("2026-02-11", "2026-02-11"), ("2020-12-2", "2020-12-02"), ("0001-1-1", "0001-01-01"),
    ("9999-12-31", "9999-12-31"), ("2024-02-29", "2024-02-29"),
  ])
  func isWrittenAndReadAsISO8601(text: String, description: String) {
    #expect(CivilDate(text)?.description == description)
  }

  @Test(arguments: [
    "", "2026", "2026-02", "2026-02-30", "2026-02-11-", "26-02-11", "2026-002-1", "2026-02-",
    "2026--1",
    "+026-02-11", "2026-0a-11", "2026/02/11", " 2026-02-11", "2026-02-11 ", "２０２６-02-11",
  ])
  func otherTextIsNoDay(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func stepsStopAtTheEndsOfTheCalendar() {
    #expect(CivilDate.distantFuture.description == "9999-12-31")
    #expect(CivilDate.distantPast.description == "0001-01-01")
    #expect(CivilDate.distantFuture.advanced(by: 1) == .distantFuture)
    #expect(CivilDate.distantPast.advanced(by: -1) == .distantPast)
    #expect(CivilDate.distantPast.advanced(by: .max) == .distantFuture)
    #expect(CivilDate.distantFuture.advanced(by: .min) == .distantPast)
    #expect(CivilDate.distantFuture.advanced(by: .max) == .distantFuture)
  }

  @Test(arguments: [
    ("2024-02-28", 1, "2024-02-29"), ("2023-02-28", 1, "2023-03-01"),
    ("2024-01-01", -1, "2023-12-31"),
    ("2024-01-01", 366, "2025-01-01"), ("1970-01-01", -719_162, "0001-01-01"),
  ])
  func advancesByDays(from: String, days: Int, to: String) throws {
    let start = try #require(CivilDate(from))
    let end = try #require(CivilDate(to))
    #expect(start.advanced(by: days) == end)
    #expect(start.days(to: end) == days)
    #expect(end.days(to: start) == -days)
    #expect((start < end) == (days > 0))
  }
}
