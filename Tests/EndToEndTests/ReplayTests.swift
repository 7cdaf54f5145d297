import Foundation
import Testing

/// What a calendar that is written each week promises its subscribers.
@Suite struct ReplayTests {
  /// Writes the issue of a day into the folder `issues`.
  private static func write(_ day: String, _ listings: [String], _ program: Program) throws {
    let folder = program.folder.appending(path: "issues")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = "Date: \(day)\n\n## Upcoming Events\n\n" + listings.joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: folder.appending(path: "\(day)-this-week-in-rust.md"))
  }

  private static func listing(_ day: String, _ title: String, _ id: Int) -> String {
    "* \(day) | Berlin, DE | [Rust Berlin](https://www.meetup.com/rust-berlin/)\n"
      + "    * [**\(title)**](https://www.meetup.com/rust-berlin/events/\(id)/)"
  }

  /// The VEVENTs of a calendar by their first line, the UID.
  private static func events(_ calendar: String) -> [Substring: Substring] {
    var events: [Substring: Substring] = [:]
    for part in calendar.split(separator: "BEGIN:VEVENT\r\n").dropFirst() {
      if let uid = part.split(separator: "\r\n").first { events[uid] = part }
    }
    return events
  }

  @Test func anUnchangedEventKeepsItsBytes() throws {
    let program = try Program()
    defer { program.remove() }
    let stay = Self.listing("2026-02-26", "Talks", 1)
    try Self.write("2026-02-11", [stay, Self.listing("2026-02-27", "Lab", 2)], program)
    let first = Self.events(try program.run(["ics", "-q", "issues"]).text)
    let later = [
      stay, Self.listing("2026-02-28", "Lab", 2), Self.listing("2026-03-01", "New", 3),
    ]
    try Self.write("2026-02-18", later, program)
    let second = Self.events(try program.run(["ics", "-q", "issues"]).text)
    let uid = { (id: Int) in Substring("UID:meetup.com-rust-berlin-events-\(id)@twir-events") }
    #expect(second.count == 3)
    #expect(first[uid(1)] != nil)
    #expect(first[uid(1)] == second[uid(1)])
    #expect(first[uid(2)]?.contains("SEQUENCE:0") == true)
    #expect(second[uid(2)]?.contains("SEQUENCE:1") == true)
    #expect(second[uid(2)]?.contains("LAST-MODIFIED:20260218T000000Z") == true)
  }

  @Test func theReplayNamesWhatVanished() throws {
    let program = try Program()
    defer { program.remove() }
    let others = (1...4).map { Self.listing("2026-03-0\($0)", "Talks \($0)", $0) }
    try Self.write("2026-02-11", others + [Self.listing("2026-03-05", "Lab", 5)], program)
    try Self.write("2026-02-18", others, program)
    let result = try program.run(["replay", "issues"])
    #expect(result.status == 0)
    #expect(result.text.contains("vanished: 1\n  2026-02-18  2026-03-05 'Lab'"))
    #expect(result.text.contains("      withdrawn\n"))
    #expect(result.text.contains("4 with the same bytes, 1 changed"))
    #expect(result.text.contains("broken promises: 0"))
  }
}
