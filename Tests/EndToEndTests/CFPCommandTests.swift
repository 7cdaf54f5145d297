import Foundation
import Testing

@Suite struct CFPCommandTests {
  private let issues = [
    "2025-12-31-this-week-in-rust.md": """
    Date: 2025-12-31
    Number: 632

    ## Call for Participation; projects and speakers
    ### CFP - Events
    * [**RustWeek**](https://sessionize.com/rustweek/) | CFP closes 2026-01-11 | Utrecht, NL | 2026-05-19 - 2026-05-20

    # Upcoming Events
    ### Europe
    * 2026-01-08 | Utrecht, NL | [Rust NL](https://rustnl.org)
    """,
    "2026-01-14-this-week-in-rust.md": """
    Date: 2026-01-14
    Number: 634

    ## Call for Participation; projects and speakers
    ### CFP - Events
    * [**RustWeek**](https://www.sessionize.com/rustweek) | CFP closes 2026-01-18 | Utrecht, NL | 2026-05-19 - 2026-05-20
    * [**RustConf**](https://sessionize.com/rustconf/)| 2026-02-16 | Montreal, Quebec, Canada | 2026-09-08
    * [**Someday**](https://sessionize.com/someday/) | Rolling deadline | Oslo, NO

    # Upcoming Events
    ### Europe
    * 2026-01-22 | Utrecht, NL | [Rust NL](https://rustnl.org)
    """,
  ]

  private func run(
    _ arguments: [String], _ check: (Program.Result, Program) throws -> Void
  ) throws {
    let program = try Program()
    defer { program.remove() }
    let folder = program.folder.appending(path: "issues")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in issues {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try check(try program.run(["cfp"] + arguments), program)
  }

  @Test func showsTheCallsOfAFolder() throws {
    try run(["issues"]) { result, _ in
      #expect(result.status == 0)
      #expect(
        result.text == """
          Sun 18 Jan 2026
            RustWeek
              2026-05-19 to 2026-05-20, Utrecht, NL
              https://www.sessionize.com/rustweek

          Mon 16 Feb 2026
            RustConf
              2026-09-08, Montreal, Quebec, CA
              https://sessionize.com/rustconf/

          """)
      #expect(
        result.messages.contains("read 3 calls of 2 issues (1 not read; --verbose shows them)"))
    }
  }

  @Test func saysWhereACallCannotBeRead() throws {
    try run(["--verbose", "issues"]) { result, _ in
      #expect(
        result.messages.contains(
          "issues/2026-01-14-this-week-in-rust.md:8:52: error: a call for papers without a closing "
            + "date: 'Rolling deadline' [no-date]"))
    }
  }

  @Test func writesTheClosingDatesAsACalendar() throws {
    try run(["--format", "ics", "--quiet", "issues", "-o", "cfp.ics"]) { result, program in
      #expect(result.status == 0)
      #expect(result.output.isEmpty && result.errors.isEmpty)
      let file = program.folder.appending(path: "cfp.ics")
      let calendar = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        .replacing("\r\n ", with: "")
      for line in [
        "SUMMARY:CFP closes: RustWeek", "DTSTART;VALUE=DATE:20260118", "DTEND;VALUE=DATE:20260119",
        "UID:cfp-2026-sessionize.com-rustweek@twir-events", "SEQUENCE:1",
        "CREATED:20251231T000000Z", "LAST-MODIFIED:20260114T000000Z",
        "DESCRIPTION:Event: 2026-05-19 to 2026-05-20\\nPlace: Utrecht\\, NL\\n"
          + "First listed in This Week in Rust 632",
      ] {
        #expect(calendar.contains(line + "\r\n"), "\(line)")
      }
      #expect(!calendar.contains("LOCATION"))
    }
  }

  @Test(arguments: [
    (["--region", "Europe"], ["RustWeek"]), (["--country", "CA"], ["RustConf"]),
    (["--city", "Montréal"], ["RustConf"]), (["--from", "2026-02-01"], ["RustConf"]),
    (["--to", "2026-01-31"], ["RustWeek"]), (["--search", "rustc"], ["RustConf"]),
    (["--issues", "632"], ["RustWeek"]), (["--exclude", "rust"], []),
    (["--near", "Utrecht", "--within", "20"], ["RustWeek"]), (["--mode", "virtual"], []),
  ])
  func selectsByPlaceClosingDateAndText(options: [String], titles: [String]) throws {
    try run(["--format", "json", "issues"] + options) { result, _ in
      #expect(result.status == 0, "\(options)")
      let calls = try JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]]
      #expect(calls?.map { $0["title"] as? String } == titles, "\(options)")
    }
  }

  @Test(arguments: ["--organizer", "--status"])
  func refusesWhatNoCallHas(option: String) throws {
    try run([option, "scheduled", "issues"]) { result, _ in
      #expect(result.status == 64, "\(option)")
      #expect(result.messages.contains(option), "\(option)")
    }
  }

  @Test func writesAnEmptyListForIssuesWithoutCalls() throws {
    let program = try Program()
    defer { program.remove() }
    let issue =
      "Date: 2026-01-14\n\n# Upcoming Events\n* 2026-01-22 | Oslo, NO | [A](https://a.org)\n"
    let result = try program.run(["cfp", "--format", "json", "-"], input: Array(issue.utf8))
    #expect(result.status == 0)
    #expect(result.text == "[]\n")
    #expect(result.messages.contains("no call for papers matches"))
  }

  @Test func saysOnceThatTheBuiltInIssueHasNoCalls() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run(["cfp", "--city", "Oslo"])
    #expect(result.status == 0)
    #expect(result.text.isEmpty)
    let message =
      /twir-events: warning: no issues in the local archive '.*' \(.*\): the built-in issue 638 of 2026-02-11, .* days old, has no calls for papers; name a SOURCE\n/
    #expect(result.messages.wholeMatch(of: message) != nil, "\(result.messages)")
  }

  @Test func failsWhereNoSourceIsAnIssue() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run(["cfp", "-"], input: Array("# News\n".utf8))
    #expect(result.status == 65)
  }

  @Test func countsWhatBecameOfEachItem() throws {
    let program = try Program()
    defer { program.remove() }
    for (name, text) in issues {
      try Data(text.utf8).write(to: program.folder.appending(path: name))
    }
    let result = try program.run(["coverage", "."])
    #expect(result.status == 0)
    #expect(result.messages.isEmpty)
    let rows = result.text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.contains(["all", "2", "2", "2", "0", "2"]))
    #expect(rows.contains(["all", "2", "4", "3", "1", "3", "no-date", "1"]))
  }
}
