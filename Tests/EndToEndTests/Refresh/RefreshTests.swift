import Foundation
import LoopbackServer
import Testing

/// What `refresh` fetches, says and keeps.
@Suite struct RefreshTests {
  private static let last = "2031-04-16"

  private func run(
    _ issues: [String: String], as listing: Newsletter.Listing = .page,
    _ body: (Program, Newsletter, [String: String]) throws -> Void
  ) throws {
    try Program.withSamples { program in
      try Newsletter.run(issues, as: listing) { newsletter in
        try body(program, newsletter, program.network(newsletter))
      }
    }
  }

  @Test(arguments: Newsletter.Listing.allCases)
  func fillsThenAsksThenMends(listing: Newsletter.Listing) throws {
    try run(MadeUp.issues(3, upTo: Self.last), as: listing) { program, newsletter, network in
      let filled = try program.run(["refresh"], environment: network)
      filled.expectSuccess()
      #expect(
        filled.text == """
          new: issue 700 of 2031-04-16, 6 listings
          new: issue 699 of 2031-04-09, 6 listings
          new: issue 698 of 2031-04-02, 6 listings

          """)
      #expect(try program.archived() == MadeUp.issues(3, upTo: Self.last))

      let before = newsletter.requestCount
      let again = try program.run(["refresh"], environment: network)
      #expect(again.text == "nothing new\n")
      #expect(newsletter.requested.dropFirst(before).allSatisfy { $0.hasSuffix(" 304") })
      #expect(newsletter.requestCount == before + 4)

      let (name, old) = (MadeUp.name("2031-04-09"), MadeUp.issue("2031-04-09", number: 699))
      let new = MadeUp.issue("2031-04-09", number: 699, events: 7)
      newsletter[name] = new
      newsletter[MadeUp.name("2031-04-23")] = MadeUp.issue("2031-04-23", number: 701, events: 1)
      let mended = try program.run(["refresh"], environment: network)
      #expect(
        mended.text == """
          new: issue 701 of 2031-04-23, 1 listing
          mended: issue 699 of 2031-04-09, 7 listings

          """)
      let archived = try program.archived()
      #expect(archived[name] == new)
      let day = MadeUp.text(Date())
      #expect(archived[".bodies/\(name)/\(day).md"] == old)
      #expect(archived.count == 5)
    }
  }

  @Test func theNewestTwelveAreFetchedUnlessAllAreWanted() throws {
    let issues = MadeUp.issues(15, upTo: Self.last)
    try run(issues) { program, _, network in
      try program.run(["refresh"], environment: network).expectSuccess()
      #expect(try program.archived().count == 12)
      #expect(try program.archived()[MadeUp.name("2031-01-22")] == nil)
      let whole = try program.run(["refresh", "--all"], environment: network)
      #expect(whole.text.split(separator: "\n").count == 3, "\(whole.text)\(whole.messages)")
      #expect(try program.archived() == issues)
    }
  }

  @Test func aGapIsSaid() throws {
    let issues = MadeUp.issues(15, upTo: Self.last)
    try run(issues) { program, newsletter, network in
      let first = MadeUp.name("2031-01-08")
      try program.shell("mkdir archive").expectSuccess()
      try Data((newsletter[first] ?? "").utf8).write(to: program.archive.appending(path: first))
      let result = try program.run(["refresh"], environment: network)
      result.expectSuccess()
      #expect(
        result.messages.contains(
          "2 older issues are not in the archive; 'twir-events refresh --all' fetches every issue"),
        "\(result.messages)")
    }
  }

  @Test func aFolderFilledByHandIsAnArchive() throws {
    try run(MadeUp.issues(2, upTo: Self.last)) { program, newsletter, network in
      let name = MadeUp.name(Self.last)
      let mine = MadeUp.issue(Self.last, number: 700, events: 5)
      try program.shell("mkdir archive; echo mine > archive/notes.txt").expectSuccess()
      try Data(mine.utf8).write(to: program.archive.appending(path: name))
      let result = try program.run(["refresh"], environment: network)
      #expect(
        result.text == """
          new: issue 699 of 2031-04-09, 6 listings
          mended: issue 700 of 2031-04-16, 6 listings

          """)
      let archived = try program.archived()
      #expect(archived[name] == newsletter[name])
      #expect(archived.contains { $0.key.hasPrefix(".bodies/\(name)/") && $0.value == mine })
      #expect(FileManager.default.fileExists(atPath: program.archive.path + "/notes.txt"))
    }
  }

  @Test func whatSomebodyDamagedIsFetchedAnew() throws {
    let issues = MadeUp.issues(2, upTo: Self.last)
    try run(issues) { program, _, network in
      try program.run(["refresh"], environment: network).expectSuccess()
      let name = MadeUp.name(Self.last)
      try program.shell("echo nonsense > archive/\(name)").expectSuccess()
      try program.run(["refresh"], environment: network).expectSuccess()
      #expect(try program.archived()[name] == issues[name])
    }
  }

  @Test func whereAFileIsInTheWayNoArchiveCanBeMade() throws {
    try run(MadeUp.issues(1, upTo: Self.last)) { program, _, network in
      try program.shell("echo mine > archive").expectSuccess()
      try program.run(["refresh"], environment: network).expectError(
        73, "cannot write '\(program.archive.path)': a file is in the way")
    }
  }

  @Test func whereTheFirstBodyIsDamagedTheNextCountsOnTheIssuesDay() throws {
    let name = MadeUp.name(Self.last)
    try run([name: MadeUp.issue(Self.last, number: 700, title: "Old")]) {
      program, newsletter, network in
      try program.run(["refresh"], environment: network).expectSuccess()
      newsletter[name] = MadeUp.issue(Self.last, number: 700, title: "New")
      try program.run(["refresh"], environment: network).expectSuccess()
      try program.shell("for body in archive/.bodies/*/*; do echo damaged > $body; done")
        .expectSuccess()
      let after = try program.run(["json", "--format", "ndjson", "--offline"])
      after.expectSuccess()
      #expect(after.text.split(separator: "\n").allSatisfy { $0.contains(#""sequence":0"#) })
      #expect(after.text.contains(#""created":"\#(Self.last)""#), "\(after.text)")
    }
  }

  @Test func aMendIsAStepOfTheEventsHistory() throws {
    try run([MadeUp.name(Self.last): MadeUp.issue(Self.last, number: 700, title: "Old")]) {
      program, newsletter, network in
      try program.run(["refresh"], environment: network).expectSuccess()
      newsletter[MadeUp.name(Self.last)] = MadeUp.issue(Self.last, number: 700, title: "New")
      try program.run(["refresh"], environment: network).expectSuccess()
      let result = try program.run(["json", "--format", "ndjson", "--offline"])
      result.expectSuccess()
      let lines = result.text.split(separator: "\n")
      #expect(lines.count == 6)
      for line in lines {
        #expect(line.contains(#""title":"New "#) && line.contains(#""sequence":1"#), "\(line)")
      }
      #expect(result.messages.contains("read 6 listings of 1 issue\n"), "\(result.messages)")
    }
  }

  @Test func whereTheListFailsTheNamesFollowFromTheDays() throws {
    let known = MadeUp.wednesday(weeksAgo: 2)
    let new = MadeUp.wednesday(weeksAgo: 1)
    for (answer, reason) in [
      (LoopbackServer.Response.status(429, headers: ["Retry-After": "3600"]), "429"),
      (.status(403), "403"),
      (.html("<h1>Please log in</h1>"), "no issue stands in what it answers"),
      (LoopbackServer.Response(#"{"message": "API rate limit exceeded"}"#), "no issue stands"),
      (.truncated("<a href='2031", announcing: 900), "'"),
    ] {
      try run([MadeUp.name(known): MadeUp.issue(known, number: 700)]) {
        program, newsletter, network in
        try program.run(["refresh"], environment: network).expectSuccess()
        newsletter[MadeUp.name(new)] = MadeUp.issue(new, number: 701)
        newsletter.answer(answer)
        let result = try program.run(["refresh"], environment: network)
        result.expectSuccess()
        #expect(result.text == "new: issue 701 of \(new), 6 listings\n")
        #expect(
          result.messages.contains("warning: no list of issues from '\(newsletter.url)'")
            && result.messages.contains(reason), "\(result.messages)")
        #expect(result.messages.split(separator: "\n").count == 1, "\(result.messages)")
      }
    }
  }

  @Test func aBodyThatIsCompressedIsTheSame() throws {
    let name = MadeUp.name(Self.last)
    let issue = MadeUp.issue(Self.last, number: 700)
    try run([name: issue]) { program, newsletter, network in
      try Data(issue.utf8).write(to: program.folder.appending(path: "plain"))
      let packed = try program.shell("gzip -c plain")
      newsletter.answer(.gzip(packed.output), to: name)
      try program.run(["refresh"], environment: network).expectSuccess()
      #expect(try program.archived() == [name: issue])
    }
  }
}
