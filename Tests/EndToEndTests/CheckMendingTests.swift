import Foundation
import LoopbackServer
import Testing

/// `check` that mends, and that shows only what is new.
struct CheckMendingTests {
  private static let draft = """
    Title: This Week in Rust 999
    Number: 999
    Date: 2031-04-02

    ## Upcoming Events

    Rusty Events between 2031-04-02 - 2031-04-30 🦀

    ### Europe
    * 2031-04-10| Köln, DE | [Rust Köln](https://koeln.example.org/)
        * [**Second**](https://koeln.example.org/2?utm_source=mail)
    * 2031-04-09 | Berlin, DE | [Rust Berlin](https://berlin.example.org/)
        * [**First**](https://berlin.example.org/1)

    """
  private static let mended = """
    Title: This Week in Rust 999
    Number: 999
    Date: 2031-04-02

    ## Upcoming Events

    Rusty Events between 2031-04-02 - 2031-04-30 🦀

    ### Europe
    * 2031-04-09 | Berlin, DE | [Rust Berlin](https://berlin.example.org/)
        * [**First**](https://berlin.example.org/1)
    * 2031-04-10 | Köln, DE | [Rust Köln](https://koeln.example.org/)
        * [**Second**](https://koeln.example.org/2)

    """

  /// Gives a body the program beside a draft with three mistakes.
  private func withDraft(_ body: (Program, URL) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    let draft = program.folder.appending(path: "draft.md")
    try Data(Self.draft.utf8).write(to: draft)
    try body(program, draft)
  }

  @Test func mendsAFileAndChangesNothingTheSecondTime() throws {
    try withDraft { program, draft in
      let first = try program.run(["check", "--fix", "draft.md"])
      #expect(first.status == 0)
      #expect(first.text == "")
      #expect(first.messages.contains("mended 3; nothing else found"))
      #expect(try String(contentsOf: draft, encoding: .utf8) == Self.mended)
      let time = try FileManager.default.attributesOfItem(atPath: draft.path)[.modificationDate]
      let second = try program.run(["check", "--fix", "draft.md"])
      #expect(second.status == 0)
      #expect(
        try FileManager.default.attributesOfItem(atPath: draft.path)[.modificationDate] as? Date
          == time as? Date)
    }
  }

  @Test func mendsStandardInputToStandardOutput() throws {
    try withDraft { program, _ in
      let result = try program.run(["check", "--fix", "-"], input: Array(Self.draft.utf8))
      #expect(result.text == Self.mended)
      #expect(result.status == 0)
      let clean = try program.run(["check", "--fix", "-"], input: Array(Self.mended.utf8))
      #expect(clean.text == Self.mended)
      // What is no UTF-8 is not mended, and keeps its bytes.
      let broken = Array(Self.draft.utf8) + [0xFF, 0x0A]
      #expect(try program.run(["check", "--fix", "-"], input: broken).output == broken)
    }
  }

  @Test func mendsTheFilesBesideWhatIsOnTheNetwork() throws {
    let server = try LoopbackServer(routes: ["/draft.md": LoopbackServer.Response(Self.draft)])
    defer { server.stop() }
    try withDraft { program, draft in
      let url = server.url("/draft.md")
      let network = try program.network(server.url())
      let result = try program.run(["check", "--fix", url, "draft.md"], environment: network)
      #expect(result.status == 64, "\(result.messages)")
      #expect(result.messages.contains("mended 3;"), "\(result.messages)")
      #expect(result.messages.contains("'\(url)' cannot be mended where it is: save it first"))
      #expect(try String(contentsOf: draft, encoding: .utf8) == Self.mended)
      let shown = try program.run(["check", "--diff", url], environment: network)
      #expect(shown.status == 0 && shown.text.contains("utm_source"), "\(shown.messages)")
    }
  }

  @Test(.enabled(if: hasGit, noGit))
  func showsADifferenceThatGitApplies() throws {
    try withDraft { program, draft in
      let result = try program.shell(
        """
        git init -q . && "$twir_events" check --diff ./draft.md > draft.patch && \
        git apply draft.patch
        """, environment: Self.gitEnvironment)
      #expect(result.status == 0, "\(result.messages)")
      #expect(try String(contentsOf: draft, encoding: .utf8) == Self.mended)
    }
  }

  @Test func showsOnlyWhatABaselineDoesNotKnow() throws {
    try withDraft { program, draft in
      let known = try program.run(["check", "draft.md", "--format", "json", "-o", "known.json"])
      #expect(known.status == 0)
      let none = try program.run(["check", "--baseline", "known.json", "draft.md"])
      #expect(none.text == "" && none.messages.contains("nothing found"))
      // A line above moves the known findings; the line itself brings a new one.
      let text = Self.draft.replacing(
        "### Europe\n", with: "### Europe\n* 2031-04-08| Oslo, NO | [A](https://a.example.org/)\n")
      try Data(text.utf8).write(to: draft)
      let new = try program.run(
        ["check", "--baseline", "known.json", "--select", "fields", "./draft.md"])
      #expect(new.text.split(separator: "\n").first?.hasPrefix("./draft.md:10:13: warning") == true)
      #expect(new.messages.contains("found 0 errors and 1 warning"))
    }
  }

  @Test func aBaselineThatIsNoneIs64() throws {
    try withDraft { program, _ in
      let result = try program.run(["check", "--baseline", "draft.md", "draft.md"])
      #expect(result.status == 64)
      #expect(result.messages.contains("'draft.md' is no baseline"))
      #expect(try program.run(["check", "--baseline", "gone.json", "draft.md"]).status == 66)
    }
  }

  @Test(.enabled(if: hasGit, noGit))
  func showsOnlyLinesThatChangedSinceARevision() throws {
    try withDraft { program, draft in
      let commit = try program.shell(
        "git init -q . && git add draft.md && git commit -q -m draft",
        environment: Self.gitEnvironment)
      try #require(commit.status == 0, "\(commit.messages)")
      let none = try program.run(["check", "--changed-since", "HEAD", "draft.md"])
      #expect(none.text == "")
      let text = Self.draft.replacing(
        "### Europe\n", with: "### Europe\n* 2031-04-08| Oslo, NO | [A](https://a.example.org/)\n")
      try Data(text.utf8).write(to: draft)
      let new = try program.run(
        ["check", "--changed-since", "HEAD", "--select", "fields", "draft.md"])
      #expect(new.text.split(separator: "\n").first?.hasPrefix("draft.md:10:13: warning") == true)
      #expect(new.messages.contains("found 0 errors and 1 warning"))
      let unknown = try program.run(["check", "--changed-since", "no-such", "draft.md"])
      #expect(unknown.status == 64)
      #expect(unknown.messages.contains("git knows no revision 'no-such'"))
      // A file that git has not seen yet is new as a whole.
      try Data(text.utf8).write(to: program.folder.appending(path: "other.md"))
      let other = try program.run(
        ["check", "--changed-since", "HEAD", "--select", "fields", "other.md"])
      #expect(other.messages.contains("found 0 errors and 2 warnings"))
    }
  }

  @Test(arguments: [
    (["--fix", "--diff"], "--fix and --diff exclude each other"),
    (["--fix", "--changed-since", "HEAD"], "--changed-since goes with no --fix or --diff"),
    (["--diff", "--format", "json"], "--diff has a form of its own"),
    (["--format", "xml"], "'xml'"),
  ])
  func whatCannotBeTogetherIs64(options: [String], message: String) throws {
    try withDraft { program, _ in
      let result = try program.run(["check"] + options + ["draft.md"])
      #expect(result.status == 64)
      #expect(result.messages.contains(message), "\(result.messages)")
    }
  }

  @Test(arguments: ["json", "github", "sarif"])
  func formatsAreWrittenForNoFindingToo(format: String) throws {
    try withDraft { program, draft in
      try Data(Self.mended.utf8).write(to: draft)
      let result = try program.run(["check", "--format", format, "draft.md"])
      #expect(result.status == 0)
      if format == "github" { return #expect(result.text == "") }
      _ = try JSONSerialization.jsonObject(with: Data(result.output))
    }
  }

  private static let gitEnvironment = [
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
  ]
  private static let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")
  private static let noGit: Comment = "SKIPPED: there is no /usr/bin/git"
}
