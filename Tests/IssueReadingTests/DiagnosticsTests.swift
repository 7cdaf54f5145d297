import EventModel
import IssueReading
import Testing

/// What is reported, where, and that nothing is dropped in silence.
struct DiagnosticsTests {
  /// Each diagnostic as `line:column severity code`, lines counted from the section's first.
  private static func report(_ section: String, date: String = "2026-02-11") throws -> [String] {
    try Samples.issue(section, date: date).diagnostics.map {
      let line = Int($0.location.line ?? 0) - Samples.firstLine + 1
      let severity = $0.severity == .error ? "error" : "warning"
      return "\(line):\($0.location.column) \(severity) \($0.code.name)"
    }
  }

  private static let group = "[G](https://g.example)"

  @Test(arguments: [
    ("* 2023-02-30 | X | \(group)", "1:3 error invalid-date"),
    ("* 2026-02-14 - 2026-02-12 | X | \(group)", "1:3 error invalid-date"),
    ("\n  * 2026-13-01 | X | \(group)", "2:5 error invalid-date"),
    ("* 2025-02-12 | Berlin, DE | \(group)", "1:3 warning year"),
    ("* [Rust Meetup](https://x.example)", "1:3 error no-date"),
    ("### Atlantis\n* 2026-02-12 | Berlin, DE | \(group)", "1:1 warning heading"),
    ("### Africa\n* 2026-02-12 | Johannesburg, SA | \(group)", "2:30 warning country"),
    ("* 2026-02-12 | Brisbane, QL, AU | \(group)", "1:26 warning place-code"),
    ("### Asia\n* 2026-02-12 | Berlin, DE | \(group)", "2:16 warning region"),
    ("* 2026-02-12 | X | \(group)\n    * [**T**] (https://e.example)", "2:7 warning broken-link"),
    ("* 2026-02-12 | X | \(group)\n    * [**T**]", "2:7 warning broken-link"),
    ("* 2026-02-12 | X | \(group)\n* [**T**](https://e.example)", "2:3 warning subline"),
    ("* 2026-02-12 | N√ºrnberg, DE | \(group)", "1:17 warning mojibake"),
    ("* 2026-02-12", "1:3 error unreadable"),
    ("* 2026-02-12 | Berlin, DE |", "1:3 error unreadable"),
  ])
  func reportsWhatWasReadOtherwiseThanWritten(section: String, report: String) throws {
    #expect(try Self.report(section) == [report])
  }

  @Test func reportsBytesThatAreNoUTF8() throws {
    let sound = Samples.file("* 2026-02-12 | Nurnberg, DE | \(Self.group)")
    let offset = try #require(
      sound.firstIndex(of: UInt8(ascii: "u")).map { _ in
        sound.count - Array("urnberg, DE | \(Self.group)\n## Jobs\n".utf8).count
      })
    var damaged = sound
    damaged[offset] = 0xFC
    let issue = try Samples.read(damaged)
    #expect(issue.diagnostics.map(\.code) == [.encoding])
    #expect(
      issue.diagnostics.first?.location == SourceLocation(line: Samples.firstLine, column: 17))
    #expect(issue.listings.first?.details.places.first?.city == "N\u{FFFD}rnberg")
  }

  @Test(arguments: [
    ("* June 12.\n  Rust [Meetup] (https://x.example)", "2:8 warning broken-link"),
    ("* Rust Meetup,\n  June 31", "2:3 error invalid-date"),
    ("* Rust Meetup,\n  June 12, 2015", "2:3 warning year"),
  ])
  func findingsOfItemsOfSeveralLinesStandWhereTheyAre(section: String, report: String) throws {
    #expect(try Self.report(section, date: "2017-06-06") == [report])
  }

  @Test func unreadItemsAreCounted() throws {
    let issue = try Samples.issue(
      """
      * [No date](https://x.example)
      * 2026-02-12 | X | \(Self.group)
      * 2026-02-30 | X | \(Self.group)
      * 2026-02-13 | X | \(Self.group)
      """)
    #expect(issue.itemCount == 4)
    #expect(issue.unreadItemCount == 2)
    #expect(issue.listings.count == 2)
  }

  @Test func diagnosticsStandInTheOrderOfTheFile() throws {
    let issue = try Samples.issue(
      "* 2026-02-30 | X | \(Self.group)\n* 2025-02-12 | Z√ºrich, CH | \(Self.group)\n* [x](y)")
    #expect(
      issue.diagnostics.compactMap(\.location.line)
        == issue.diagnostics.compactMap(\.location.line).sorted())
    #expect(issue.diagnostics.count == 4)
  }

  @Test(arguments: [("main", 65_536, true), ("main", 65_537, false), ("sub", 65_537, false)])
  func linesBeyondTheLimitAreReportedAndNotRead(
    line: String, length: Int, isRead: Bool
  ) throws {
    let prefix = "2026-02-12 | X | [G](https://g.example/"
    let main = prefix + String(repeating: "x", count: length - prefix.utf8.count - 1) + ")"
    let sub = "[" + String(repeating: "x", count: length - 5) + "](a)"
    let section =
      line == "main" ? "* \(main)" : "* 2026-02-12 | X | \(Self.group)\n    * \(sub)"
    let issue = try Samples.issue(section + "\n* 2026-02-13 | X | \(Self.group)")
    #expect(issue.listings.count == (isRead ? 2 : 1))
    #expect(issue.diagnostics.map(\.code) == (isRead ? [] : [.unreadable]))
  }

  @Test func moreThanAThousandDiagnosticsAreCountedOnly() throws {
    let section = String(repeating: "* 2026-02-30 | X | \(Self.group)\n", count: 1_234)
    let issue = try Samples.issue(section)
    #expect(issue.diagnostics.count == 1_000)
    #expect(issue.omittedDiagnosticCount == 234)
    #expect(issue.unreadItemCount == 1_234)
  }

  @Test func messagesHoldNoControlCharactersAndAreShort() throws {
    let text = String(repeating: "\u{1B}[31mé", count: 1_000)
    let issue = try Samples.issue("* 2026-02-30\(text) | X | \(Self.group)\n* [\(text)](x)")
    for diagnostic in issue.diagnostics {
      #expect(!diagnostic.message.unicodeScalars.contains { $0.value < 0x20 })
      #expect(diagnostic.message.count < 250)
    }
    #expect(!issue.diagnostics.isEmpty)
  }
}
