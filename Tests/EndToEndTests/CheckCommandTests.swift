import Foundation
import Testing

@Suite struct CheckCommandTests {
  private static let draft = "Samples/drafts/2031-04-23-draft-with-mistakes.md"

  private static func issue(_ lines: String) -> [UInt8] {
    Array(
      """
      Title: This Week in Rust 638
      Date: 2026-02-11

      ## Upcoming Events

      Rusty Events between 2026-02-11 - 2026-03-11 🦀

      ### Europe
      \(lines)

      """.utf8)
  }

  private static let clean = issue(
    """
    * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
        * [**Rust and Tell**](https://example.org/rust-berlin/tell)
    """)
  private static let warned = issue(
    """
    * 2026-02-18 | Köln, DE| [Rust Cologne](https://example.org/rust-cologne)
        * [**Rust and Tell**](https://example.org/rust-cologne/tell)
    """)
  private static let faulty = issue("* 2026-02-30 | Berlin, DE | [X](https://example.org/x)")

  private func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    _ body: (Program.Result) throws -> Void
  ) throws {
    try Program.withSamples { program in
      try body(try program.run(["check"] + arguments, input: input, environment: environment))
    }
  }

  @Test func showsWhatIsWrongInADraft() throws {
    try run([Self.draft]) { try $0.expect("check") }
  }

  @Test func showsColoursWhereTheyAreWanted() throws {
    try run(["--color", "always", "--select", "fields,invalid-date", Self.draft]) {
      try $0.expect("check-color")
    }
  }

  @Test func comparesListingsWithSavedPages() throws {
    func draft(_ day: String) -> [UInt8] {
      Array(
        """
        Title: This Week in Rust 907
        Date: 2031-04-02

        ## Upcoming Events

        Rusty Events between 2031-04-02 - 2031-04-30 🦀

        ### Europe
        * \(day) | Hybrid (Halle (Saale), DE) | [Rust Halle](https://gatherings.example/rust-halle/)
            * [**Rust Hack & Learn**](https://gatherings.example/rust-halle/events/4711/)

        """.utf8)
    }
    let arguments = ["--select", "page-mismatch", "--pages-from", "Samples/pages", "-"]
    try run(arguments, input: draft("2031-04-10")) { result in
      #expect(result.output.isEmpty && result.status == 0, "\(result)")
    }
    try run(["--strict"] + arguments, input: draft("2031-04-11")) { result in
      #expect(
        result.text.hasPrefix(
          "<stdin>:9:3: warning: the event's page says 2031-04-10, the listing 2031-04-11 "
            + "[page-mismatch]\n"), "\(result)")
      #expect(result.status == 1)
    }
  }

  @Test func explainsARule() throws {
    try run(["--explain", "country"]) { try $0.expect("check-explain") }
  }

  @Test func listsAllRules() throws {
    try run(["--rules"]) { try $0.expect("check-rules") }
  }

  @Test func isContentWithAGoodDraft() throws {
    try run(["-"], input: Self.clean) { result in
      #expect(result.status == 0 && result.output.isEmpty)
      #expect(result.messages == "twir-events: nothing found in 1 listing of 1 file\n")
    }
  }

  private static let strictness: [([String], Int32)] = [
    ([], 0), (["--strict"], 1), (["--strict", "--ignore", "fields"], 0),
  ]

  @Test(arguments: strictness)
  func failsForWarningsOnlyWhereItIsToBeStrict(_ arguments: [String], _ status: Int32) throws {
    try run(arguments + ["-"], input: Self.warned) { #expect($0.status == status) }
  }

  /// A column counts characters: `ö` is one.
  @Test func namesStandardInputAndCountsCharacters() throws {
    try run(["-q", "-"], input: Self.warned) { result in
      #expect(result.text.hasPrefix("<stdin>:9:24: warning: "), "\(result.text)")
      #expect(
        result.text.contains("\n" + String(repeating: " ", count: 23) + "^^\n"), "\(result.text)")
      #expect(result.messages.isEmpty)
    }
  }

  @Test func failsForErrors() throws {
    try run(["-"], input: Self.faulty) { #expect($0.status == 1) }
    try run(["--ignore=invalid-date,subline", "-"], input: Self.faulty) { #expect($0.status == 0) }
    try run(["--select=fields", "-"], input: Self.faulty) { #expect($0.status == 0) }
  }

  @Test func checksSeveralFilesAndSaysWhichCannotBeRead() throws {
    try run([Self.draft, "missing.md"]) { result in
      #expect(result.status == 66)
      #expect(result.text.contains("[no-date]"))
      #expect(result.messages.contains("error: cannot read 'missing.md'"))
    }
    try run(["-q", "Samples"]) { #expect($0.status == 1 && $0.text.contains("damaged.md:")) }
  }

  @Test func refusesWhatIsNoIssue() throws {
    try run(["-"], input: Array("# Read me\n".utf8)) { result in
      result.expectError(
        65,
        "no events section in '-': expected an issue of This Week in Rust with the heading "
          + "'Upcoming Events': its Markdown, its published page, or a feed with full content")
    }
    try run(["-"], input: Array("<html><body></body></html>".utf8)) { result in
      result.expectError(65, "'-' is a page or a feed: check reads the Markdown of an issue")
    }
  }

  /// An issue of the time when issues had events, but without their section, is a finding.
  @Test func missesTheSectionOfAnIssue() throws {
    try run(["-q", "-"], input: Array("Title: x\nDate: 2026-02-11\n\n# News\n".utf8)) { result in
      #expect(result.status == 1)
      #expect(result.text.hasPrefix("<stdin>:1:1: error: "), "\(result.text)")
    }
  }

  @Test func needsAnArchiveOrASource() throws {
    try run(["--offline"]) { result in
      result.expectError(64, "no local archive to check: name a SOURCE")
    }
  }

  /// The newest issue of the archive is checked where no source is named.
  @Test func checksTheNewestIssueOfTheArchive() throws {
    try Program.withSamples { program in
      let archive = program.folder.appending(path: "archive")
      try FileManager.default.createDirectory(at: archive, withIntermediateDirectories: true)
      try Data(Self.faulty).write(to: archive.appending(path: "2026-02-04-a.md"))
      try Data(Self.clean).write(to: archive.appending(path: "2026-02-11-b.md"))
      let result = try program.run(
        ["check", "--offline"], environment: ["TWIR_EVENTS_HOME": archive.path])
      #expect(result.status == 0 && result.messages.contains("1 file"), "\(result.messages)")
    }
  }

  @Test func refusesUnknownCodes() throws {
    try run(["--select", "fieds", "-"]) { result in
      #expect(result.status == 64)
      #expect(result.messages.contains("no rule has the code 'fieds'"), "\(result.messages)")
      #expect(result.messages.contains("did you mean 'fields'?"), "\(result.messages)")
    }
    try run(["--explain", "nothing-like-it"]) { #expect($0.status == 64) }
  }
}
