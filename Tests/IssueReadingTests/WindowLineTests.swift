import EventModel
import Testing

@testable import IssueReading

struct WindowLineTests {
  private func read(_ lines: String) throws -> EventModel.Issue {
    var reader = IssueReader()
    return try reader.read(
      Array("Date: 2026-02-11\n\n## Upcoming Events\n\n\(lines)\n".utf8), file: "x.md")
  }

  @Test(arguments: [
    ("Rusty Events between 2026-02-11 - 2026-03-11 🦀", "2026-02-11", "2026-03-11"),
    ("Rusty Events between 2026-02-11 * 2026-03-11", "2026-02-11", "2026-03-11"),
    ("rusty events between 2/11/2026 - 3/11/2026 🦀", "2026-02-11", "2026-03-11"),
    ("Rusty Events between 02/11-03/11 🦀", "2026-02-11", "2026-03-11"),
  ])
  func readsTheDaysOfAnIssue(line: String, first: String, last: String) throws {
    let issue = try read(line + "\n\n* 2026-02-12 | Berlin, DE | [Group](https://x.org)")
    #expect(issue.window?.first == CivilDate(first))
    #expect(issue.window?.last == CivilDate(last))
    #expect(issue.windowLocation == SourceLocation(line: 5))
    #expect(issue.listings.count == 1)
    #expect(issue.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "Rusty Events between 2026-03-11 - 2026-02-11", "Rusty Events between",
    "Rusty Events between 2026-02-11", "Rusty Events between 2026-02-30 - 2026-03-30",
    "Rusty Events between now and then",
  ])
  func aLineWithoutTwoDaysIsOnlyFound(line: String) throws {
    let issue = try read(line)
    #expect(issue.window == nil)
    #expect(issue.windowLocation == SourceLocation(line: 5))
  }

  @Test func theFirstLineCounts() throws {
    let issue = try read(
      "Rusty Events between 2026-02-11 - 2026-03-11\nRusty Events between 2026-01-11 - 2026-02-11")
    #expect(issue.window?.last == CivilDate("2026-03-11"))
    #expect(try read("* 2026-02-12 | Berlin, DE | [G](https://x.org)").windowLocation == nil)
  }
}
