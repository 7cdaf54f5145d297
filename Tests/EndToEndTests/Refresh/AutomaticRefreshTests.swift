import Foundation
import LoopbackServer
import Testing

/// Commands without a source bring the archive up to date first, and never lose an event by it.
@Suite struct AutomaticRefreshTests {
  private static let last = "2031-04-16"

  private func run(_ body: (Program, Newsletter, [String: String]) throws -> Void) throws {
    try Program.withSamples { program in
      try Newsletter.run(MadeUp.issues(2, upTo: Self.last)) { newsletter in
        try body(program, newsletter, program.network(newsletter))
      }
    }
  }

  @Test func anOldArchiveIsBroughtUpToDateAndAYoungOneIsNot() throws {
    try run { program, newsletter, network in
      let first = try program.run(["json"], environment: network)
      first.expectSuccess()
      #expect(first.messages == "twir-events: read 12 listings of 2 issues\n")
      let count = newsletter.requestCount
      #expect(try program.run(["json"], environment: network).output == first.output)
      #expect(newsletter.requestCount == count)
      try program.age(byHours: 5)
      try program.run(["json"], environment: network).expectSuccess()
      #expect(newsletter.requestCount == count)
      try program.age(byHours: 7)
      newsletter[MadeUp.name("2031-04-23")] = MadeUp.issue("2031-04-23", number: 701)
      let result = try program.run(["json"], environment: network)
      #expect(result.messages == "twir-events: read 18 listings of 3 issues\n")
      #expect(newsletter.requestCount > count)
      // A clock that was wrong does not keep the archive as it is.
      try program.age(byHours: -48)
      let before = newsletter.requestCount
      try program.run(["json"], environment: network).expectSuccess()
      #expect(newsletter.requestCount > before)
    }
  }

  @Test func offlineEverythingWorksFromTheArchive() throws {
    try run { program, newsletter, network in
      try program.run(["refresh"], environment: network).expectSuccess()
      try program.age(byHours: 1000)
      let count = newsletter.requestCount
      for command in ["ics", "csv", "json", "list", "json --raw", "cfp"] {
        let words = command.split(separator: " ").map(String.init) + ["--offline"]
        let result = try program.run(words, environment: network)
        result.expectSuccess()
        #expect(!result.messages.contains("warning: the archive"), "\(result.messages)")
      }
      #expect(newsletter.requestCount == count)
      try program.run(["refresh", "--offline"], environment: network).expectError(
        64,
        "refresh is all network: --offline leaves it nothing to do "
          + "(see 'twir-events refresh --help')")
    }
  }

  @Test func aFailureIsAWarningAndIsNotRepeatedAtOnce() throws {
    try run { program, newsletter, network in
      let expected = try program.run(["json"], environment: network).output
      try program.age(byHours: 7)
      newsletter.answer(.silent)
      let failed = try program.run(["json"], environment: network)
      failed.expectSuccess()
      #expect(failed.output == expected)
      let age = "its newest issue is 700 of 2031-04-16"
      #expect(
        failed.messages.hasPrefix("twir-events: warning: the archive is not up to date, \(age), -"),
        "\(failed.messages)")
      let count = newsletter.requestCount
      let again = try program.run(["json"], environment: network)
      #expect(again.output == expected)
      #expect(again.messages.contains("the last attempt, 0 min ago, failed"), "\(again.messages)")
      #expect(newsletter.requestCount == count)
      #expect(try program.run(["json", "-q"], environment: network).messages.isEmpty)
      // Whoever asks for it gets it.
      newsletter.answer(nil)
      try program.run(["refresh"], environment: network).expectSuccess()
      #expect(try program.run(["json"], environment: network).messages.contains("warning") == false)
    }
  }

  @Test func anIssueThatIsNotTakenIsAWarning() throws {
    try run { program, newsletter, network in
      newsletter.answer(.html("<html>"), to: MadeUp.name(Self.last))
      let result = try program.run(["json"], environment: network)
      result.expectSuccess()
      #expect(result.messages.contains("was not taken") && result.text.contains("2031-04-23"))
    }
  }

  @Test func withoutArchiveAndNetworkTheBuiltInIssueStandsIn() throws {
    try run { program, newsletter, network in
      newsletter.server.stop()
      let result = try program.run(["csv"], environment: network)
      result.expectSuccess()
      #expect(
        result.messages.contains("no list of issues from '\(newsletter.url)'")
          && result.messages.contains("using the built-in issue 638 of 2026-02-11"),
        "\(result.messages)")
      #expect(result.messages.split(separator: "\n").count == 1)
    }
  }

  @Test func aCloneIsLeftToGit() throws {
    try run { program, newsletter, network in
      try program.shell("mkdir -p archive clone/.git; cp -r Samples clone/content").expectSuccess()
      let home = ["TWIR_EVENTS_HOME": program.folder.appending(path: "clone/content").path]
      let result = try program.run(["json"], environment: network.merging(home) { $1 })
      result.expectSuccess()
      #expect(newsletter.requestCount == 0)
    }
  }

  @Test func withoutTheProgramThatFetchesItSaysWhatIsMissing() throws {
    try run { program, _, network in
      try program.run(["refresh"], environment: network).expectSuccess()
      try program.age(byHours: 7)
      var broken = network
      broken["TWIR_EVENTS_FETCH"] = "/nonexistent/fetch"
      let message = "twir-events-fetch, which reaches the network, is missing: '/nonexistent/fetch'"
      try program.run(["refresh"], environment: broken).expectError(69, "the program \(message)")
      let result = try program.run(["json"], environment: broken)
      result.expectSuccess()
      #expect(result.messages.contains(message))
    }
  }

  @Test func aBaseURLThatIsNoneIsAWrongCommandLine() throws {
    try Program.withSamples { program in
      try program.run(["refresh", "--base-url", "example.org"]).expectError(
        64,
        "'example.org' is no URL for --base-url: expected https://… "
          + "(see 'twir-events refresh --help')")
    }
  }
}
