import Foundation
import LoopbackServer
import Testing

/// Sources that are URLs, and how old the newest issue may be.
@Suite struct URLSourceTests {
  private static let name = MadeUp.name("2031-04-16")
  private static let issue = MadeUp.issue("2031-04-16", number: 700)

  private func run(
    _ body: (Program, LoopbackServer, [String: String]) throws -> Void
  ) throws {
    let page = """
      <!DOCTYPE html><title>This Week in Rust 700</title><time datetime="2031-04-16"></time>
      <h2>Upcoming Events</h2><ul><li>2031-04-30 | Vienna, AT |
      <a href="https://vienna.example.org/">Rust Vienna</a></ul>
      """
    let server = try LoopbackServer(routes: [
      "/\(Self.name)": LoopbackServer.Response(Self.issue), "/page": .html(page),
      "/moved": .redirect(to: "/\(Self.name)"), "/broken": .status(500), "/secret": .status(403),
    ])
    defer { server.stop() }
    try Program.withSamples { program in
      try body(program, server, program.network(server.url()))
    }
  }

  @Test func theKindIsToldFromTheContents() throws {
    try run { program, server, network in
      let file = program.folder.appending(path: Self.name)
      try Data(Self.issue.utf8).write(to: file)
      let expected = try program.run(["json", Self.name]).output
      for path in ["/\(Self.name)", "/\(Self.name)?raw=1", "/moved"] {
        let result = try program.run(["json", server.url(path)], environment: network)
        result.expectSuccess()
        #expect(result.output == expected, "\(path)")
      }
      let page = try program.run(["csv", server.url("/page")], environment: network)
      page.expectSuccess()
      #expect(page.text.contains("2031-04-30"))
      let both = try program.run(["csv", server.url("/page"), Self.name], environment: network)
      #expect(both.messages == "twir-events: read 7 listings of 2 issues\n", "\(both.messages)")
    }
  }

  @Test func whatIsNotThereIs66AndWhatCannotBeReachedIs69() throws {
    try run { program, server, network in
      for (path, status) in [("/none.md", 66), ("/secret", 66), ("/broken", 69)] as [(_, Int32)] {
        let url = server.url(path)
        let result = try program.run(["ics", Self.name, url], environment: network)
        #expect(result.status == status, "\(path): \(result.messages)")
        #expect(result.messages.contains("'\(url)'") && result.output.isEmpty, "\(result.messages)")
      }
      let url = server.url("/\(Self.name)")
      try program.run(["ics", "--offline", url], environment: network).expectError(
        69, "'\(url)' is on the network, which --offline forbids")
      server.stop()
      #expect(try program.run(["ics", url], environment: network).status == 69)
    }
  }

  @Test(arguments: [
    (3, "4d", true), (3, "3d", true), (3, "2d", false), (15, "2w", false), (14, "2w", true),
    (3, "97h", true), (3, "71h", false), (-5, "0d", true),
  ])
  func theNewestIssueMayNotBeOlderThanItsLimit(
    age: Int, limit: String, isFresh: Bool
  ) throws {
    let day = MadeUp.text(Date(timeIntervalSinceNow: Double(-age) * 86_400))
    let issue = MadeUp.issue(day, number: 700)
    try Program.withSamples { program in
      try program.shell("echo kept > out").expectSuccess()
      try Data(issue.utf8).write(to: program.folder.appending(path: MadeUp.name(day)))
      let sources = [MadeUp.name(day), "Samples/2026-02-11-this-week-in-rust.md"]
      let run = try program.run(["csv", "-q", "--max-age", limit, "-o", "out"] + sources)
      let output = try program.shell("cat out").text
      if isFresh {
        run.expectSuccess()
        #expect(output.contains("Vienna"))
      } else {
        run.expectError(75, "the newest issue, of \(day), is older than \(limit)")
        #expect(output == "kept\n")
      }
    }
  }

  @Test(arguments: [
    "10", "d", "-1d", "1.5d", "10x", "99999999999999999999d", "9223372036854775807w",
  ])
  func whatIsNoDurationIsAWrongCommandLine(text: String) throws {
    try Program.withSamples { program in
      try program.run(["csv", "--max-age=\(text)", "Samples"]).expectError(
        64,
        "'\(text)' is no duration for --max-age: expected a number of hours, days or weeks such "
          + "as 36h, 10d or 2w (see 'twir-events csv --help')")
    }
  }

  @Test func theBuiltInIssueIsTooOldToo() throws {
    try Program.withSamples { program in
      let result = try program.run(["csv", "--max-age", "1h", "--offline", "-q"])
      result.expectError(75, "the newest issue, of 2026-02-11, is older than 1h")
    }
  }
}
