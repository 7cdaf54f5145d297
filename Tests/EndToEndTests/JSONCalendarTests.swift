import Foundation
import Testing

/// The calendars that `json` writes.
@Suite struct JSONCalendarTests {
  private static let issue = "Samples/2026-02-11-this-week-in-rust.md"

  private func json(_ program: Program, _ format: String) throws -> Any {
    let result = try program.run(["json", "--format", format, "--region", "Europe", Self.issue])
    result.expectSuccess()
    return try JSONSerialization.jsonObject(with: Data(result.output))
  }

  @Test func jCalHasTheEventsOfTheCalendarFile() throws {
    try Program.withSamples { program in
      let calendar = try program.run(["ics", "--region", "Europe", Self.issue]).text
      let uids = calendar.replacing("\r\n ", with: "").split(separator: "\r\n")
        .filter { $0.hasPrefix("UID:") }.map { String($0.dropFirst(4)) }
      let array = try #require(json(program, "jcal") as? [Any])
      #expect(array[0] as? String == "vcalendar")
      let components = try #require(array[2] as? [[Any]])
      let properties = components.compactMap { $0[1] as? [[Any]] }
      let found = properties.compactMap { list in
        list.first { $0[0] as? String == "uid" }?[3] as? String
      }
      #expect(found == uids && !uids.isEmpty)
      let own = try #require(array[1] as? [[Any]])
      let name = own.first { $0[0] as? String == "name" }
      #expect(name?[3] as? String == "Rust events: Europe")
    }
  }

  @Test func jsCalendarIsAGroupOfTheSameEvents() throws {
    try Program.withSamples { program in
      let group = try #require(json(program, "jscalendar") as? [String: Any])
      let events = try #require(json(program, "array") as? [[String: Any]])
      let entries = try #require(group["entries"] as? [[String: Any]])
      #expect(group["@type"] as? String == "Group")
      #expect(group["title"] as? String == "Rust events: Europe")
      #expect(entries.map { $0["uid"] as? String } == events.map { $0["uid"] as? String })
    }
  }

  @Test(arguments: ["jcal", "jscalendar"])
  func listingsAreNoCalendar(format: String) throws {
    try Program.withSamples { program in
      let result = try program.run(["json", "--raw", "--format", format, Self.issue])
      #expect(result.status == 64)
      #expect(result.messages.contains("--raw goes with --format array or ndjson"))
      #expect(result.text.isEmpty)
    }
  }
}
