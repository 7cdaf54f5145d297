import EventModel
import Testing

@testable import IssueReading

struct YearRuleTests {
  @Test(arguments: [
    ("2022-10-03", "2024-09-11", "2024-10-03"), ("2024-01-02", "2024-12-11", "2025-01-02"),
    ("2023-09-11", "2024-09-11", "2024-09-11"), ("2023-11-10", "2024-09-11", "2024-11-10"),
    ("2026-09-20", "2024-09-11", "2024-09-20"), ("2012-02-29", "2024-02-07", "2024-02-29"),
    ("0001-10-03", "2024-09-11", "2024-10-03"), ("9999-10-03", "2024-09-11", "2024-10-03"),
  ])
  func correctsSlips(written: String, issue: String, meant: String) throws {
    let settled = YearRule.settle(try Samples.day(written), issueDate: try Samples.day(issue))
    #expect(settled.description == meant)
  }

  @Test(arguments: [
    ("2024-09-11", "2024-09-11"), ("2024-07-13", "2024-09-11"), ("2025-07-08", "2024-09-11"),
    ("2023-11-11", "2024-09-11"), ("2022-08-03", "2024-09-11"), ("2026-01-20", "2024-09-11"),
    ("2020-02-29", "2023-02-15"), ("2024-02-29", "2023-02-15"), ("0001-01-01", "9999-12-31"),
  ])
  func otherDatesStay(written: String, issue: String) throws {
    let day = try Samples.day(written)
    #expect(YearRule.settle(day, issueDate: try Samples.day(issue)) == day)
  }

  @Test func settledDatesAreThoseWrittenOrNearTheIssue() throws {
    let issue = try Samples.day("2024-09-11")
    for distance in -1_500...1_500 {
      let written = issue.advanced(by: distance)
      let settled = YearRule.settle(written, issueDate: issue)
      if (-60...300).contains(distance) {
        #expect(settled == written)
      } else {
        #expect(settled == written || (0...60).contains(issue.days(to: settled)), "\(written)")
      }
    }
  }
}
