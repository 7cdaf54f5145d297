import EventModel
import Foundation
import Testing

@testable import EventWriting

/// Whole outputs, to be read by people; `RECORD_SNAPSHOTS=1` writes them anew, and fails.
struct SnapshotTests {
  @Test func calendarReadsAsRecorded() throws {
    try expectSnapshot(written(Samples.all(), by: ICalendar()), "all.ics")
  }

  @Test func calendarWithEveryOptionReadsAsRecorded() throws {
    var options = ICalendar.Options()
    options.name = "Rust events: Europe"
    options.feedURL = "https://example.org/rust,europe.ics"
    options.methodPublish = true
    options.timeToLive = "PT1H"
    options.summary = .title
    options.cancelled = .title
    options.withdrawn = .cancel
    options.reminder = "PT2H"
    try expectSnapshot(written(Samples.all(), by: ICalendar(options: options)), "options.ics")
  }

  @Test func emptyCalendarReadsAsRecorded() throws {
    try expectSnapshot(written([], by: ICalendar()), "empty.ics")
  }

  @Test func tablesReadAsRecorded() throws {
    try expectSnapshot(written(Samples.all(), by: CSV()), "all.csv")
    try expectSnapshot(written(Samples.all(), by: GoogleCSV()), "google.csv")
  }

  @Test func objectsReadAsRecorded() throws {
    try expectSnapshot(written(Samples.all(), by: EventJSON()), "all.json")
    try expectSnapshot(written(Samples.all(), by: EventJSON(layout: .lines)), "all.ndjson")
  }

  @Test func calendarsInJSONReadAsRecorded() throws {
    try expectSnapshot(written(Samples.all(), by: JCal()), "all.jcal.json")
    try expectSnapshot(written(Samples.all(), by: JSCalendar()), "all.jscalendar.json")
  }

  @Test func eventsWithPagesReadAsRecorded() throws {
    let events = try Samples.paged()
    try expectSnapshot(written(events, by: ICalendar()), "pages.ics")
    try expectSnapshot(written(events, by: CSV()), "pages.csv")
    try expectSnapshot(written(events, by: GoogleCSV()), "pages-google.csv")
    try expectSnapshot(written(events, by: EventJSON()), "pages.json")
    try expectSnapshot(written(events, by: JCal()), "pages.jcal.json")
    try expectSnapshot(written(events, by: JSCalendar()), "pages.jscalendar.json")
    try expectSnapshot(written(events, by: TerminalTable()), "pages-list.txt")
  }

  @Test(arguments: [40, 80, 120])
  func terminalTableReadsAsRecorded(width: Int) throws {
    let table = TerminalTable(options: .init(width: width))
    try expectSnapshot(written(Samples.all(), by: table), "list-\(width).txt")
  }

  @Test func colouredTableReadsAsRecorded() throws {
    let table = TerminalTable(options: .init(width: 80, color: true))
    try expectSnapshot(written(Samples.all(), by: table), "list-color.txt")
    let whole = TerminalTable(options: .init(width: nil))
    try expectSnapshot(written(Samples.all(), by: whole), "list-whole.txt")
  }

  @Test(arguments: TerminalCounts.Criterion.allCases)
  func countsReadAsRecorded(criterion: TerminalCounts.Criterion) throws {
    let counts = TerminalCounts(by: criterion)
    try expectSnapshot(written(Samples.all(), by: counts), "by-\(criterion.rawValue).txt")
  }
}

/// Holds an output to the recorded one of a name.
func expectSnapshot(_ output: String, _ name: String) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots").appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
    try Data(output.utf8).write(to: file)
    Issue.record("\(name) was recorded")
    return
  }
  let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  #expect(Array(output.utf8) == Array(expected.utf8), "\(name):\n\(output)")
}
