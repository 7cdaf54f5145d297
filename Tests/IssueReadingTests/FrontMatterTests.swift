import EventModel
import Testing

@testable import IssueReading

struct FrontMatterTests {
  @Test(arguments: [
    ("Title: This Week in Rust 638\nNumber: 638\nDate: 2026-02-11\n\nText", "2026-02-11", 638),
    ("title: This Week in Rust 57\ndate: 2014-12-01\n", "2014-12-01", 57),
    ("Title: This Week in Rust\nDate: 2020-12-2\n", "2020-12-02", nil),
    ("---\nDate: 2026-02-11\nNumber: 1\n---\n", "2026-02-11", 1),
    ("\u{FEFF}Number: 7\r\nDate: 2020-1-2\r\n\r\n", "2020-01-02", 7),
    ("Date: 2020-01-02T00:00\nNumber: x\n", "2020-01-02", nil),
    ("Date: yesterday\nNumber: 3", nil, 3), ("Date: 2023-02-30\n", nil, nil),
    ("Text\nDate: 2020-01-02\n", nil, nil), ("\nDate: 2020-01-02\n", nil, nil), ("", nil, nil),
    ("Number: 99999999999\nDate: 2020-01-02", "2020-01-02", nil),
  ])
  func readsDateAndNumber(file: String, date: String?, number: UInt32?) {
    let matter = FrontMatter(Array(file.utf8))
    #expect(matter.date?.description == date)
    #expect(matter.number == number)
  }

  @Test func endsBehindItsLastLine() {
    let file = Array("Number: 1\nDate: 2020-01-02\n\n## Upcoming Events\n".utf8)
    #expect(file.string(FrontMatter(file).end..<file.count) == "\n## Upcoming Events\n")
  }

  @Test func endlessFrontMatterIsText() {
    let file = Array(String(repeating: "Key: value\n", count: 100).utf8)
    #expect(FrontMatter(file).end < file.count)
  }

  @Test(arguments: [
    ("2020-12-9-this-week-in-rust.md", "2020-12-09"),
    ("2016-02-01-this-week-this-rust.md", "2016-02-01"), ("2026-02-11", "2026-02-11"),
    ("this-week-in-rust.md", nil), ("2020-13-01.md", nil), ("2020-12", nil), ("", nil),
    ("20201209.md", nil),
  ])
  func fileNamesBeginWithTheDate(name: String, date: String?) {
    #expect(FrontMatter.date(inFileName: Text(name))?.description == date)
  }
}
