import Foundation
import Testing

/// What each command writes for the samples, whole.
@Suite struct CommandTests {
  @Test(arguments: [
    ("ics", ["ics", "Samples", "--from", "2031-01-01"]),
    (
      "ics-options",
      [
        "ics", "Samples", "--region", "Oceania,Europe", "--from", "2031-01-01", "--name", "Mine",
        "--ttl", "P1D", "--feed-url", "https://example.org/a,b.ics", "--method", "publish",
        "--color", "teal", "--summary", "title", "--cancelled", "title", "--withdrawn", "cancel",
        "--reminder", "PT2H",
      ]
    ),
    ("ics-of-nothing", ["ics", "Samples", "--search", "COBOL"]),
    ("csv", ["csv", "Samples", "--from", "2031-01-01"]),
    ("csv-google", ["csv", "Samples", "--from", "2031-01-01", "--format", "google"]),
    ("json", ["json", "Samples", "--issues", "908", "--country", "PL,BR"]),
    ("ndjson", ["json", "Samples", "--from", "2031-05-01", "--format", "ndjson"]),
    ("json-raw", ["json", "--raw", "Samples", "--search", "Munich", "--format", "ndjson"]),
    ("list", ["list", "Samples", "--from", "2031-01-01"]),
    ("list-width", ["list", "Samples", "--from", "2031-01-01", "--width", "72"]),
    (
      "list-color",
      [
        "list", "Samples", "--from", "2031-04-20", "--width", "90", "--color", "always",
      ]
    ),
    ("list-by-city", ["list", "Samples", "--from", "2031-01-01", "--by", "city"]),
    ("list-by-country", ["list", "Samples", "--by", "country"]),
    ("list-by-region", ["list", "Samples", "--by", "region"]),
    ("list-by-organizer", ["list", "Samples", "--from", "2031-01-01", "--by", "organizer"]),
    ("list-by-month", ["list", "Samples", "--by", "month"]),
    ("list-verbose", ["list", "Samples", "--verbose", "--region", "Africa"]),
  ])
  func writesWhatWasRecorded(name: String, arguments: [String]) throws {
    try Program.withSamples { try $0.run(arguments).expect(name) }
  }

  @Test func printsItsVersionAlone() throws {
    try Program.withSamples { program in
      let result = try program.run(["--version"])
      result.expectSuccess()
      #expect(result.text.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil, "\(result.text)")
      #expect(result.messages.isEmpty)
    }
  }

  @Test(arguments: ["ics", "csv", "json", "list", "changes", "run"])
  func showsTheHelpOfEachCommand(command: String) throws {
    try Program.withSamples { program in
      let help = try program.run([command, "--help"])
      help.expectSuccess()
      #expect(help.text.contains("USAGE: twir-events \(command)"))
      #expect(help.messages.isEmpty)
      #expect(try program.run(["help", command]).text == help.text)
    }
  }

  /// The lines that "EXAMPLES" shows run as they stand, but for sources and folders of others.
  @Test(arguments: ["ics", "csv", "json", "list"])
  func examplesOfTheHelpRun(command: String) throws {
    try Program.withSamples { program in
      let help = try program.run([command, "--help"]).text
      let examples = help.split(separator: "\n").filter { $0.hasPrefix("  twir-events ") }
      #expect(examples.count >= 2)
      for example in examples {
        let line = example.dropFirst("  twir-events ".count)
          .replacing("~/public/", with: "")
          .replacing(" 2026-02-11-this-week-in-rust.md", with: "")
          .replacing("| jq '.[].title'", with: "")
        let result = try program.shell("\"$twir_events\" \(line)")
        #expect(result.status == 0, "\(example): \(result.messages)")
      }
    }
  }

  /// Every line of the README's shell blocks that begins with the program, or pipes into it.
  @Test func commandsOfTheReadmeRun() throws {
    let readme = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")
    let text = String(decoding: try Data(contentsOf: readme), as: UTF8.self)
    let lines = text.matches(of: /```sh\n((?:[^`]|`(?!``))*)```/)
      .flatMap { $0.1.replacing("|\n", with: "|").split(separator: "\n") }
      .filter { $0.hasPrefix("twir-events ") || $0.contains("| twir-events ") }
      // What only fetches has nothing to fetch here; its own tests have a server.
      .filter { !$0.hasPrefix("twir-events refresh") }
    #expect(lines.count >= 20)
    try Program.withSamples { program in
      let hasJQ = FileManager.default.isExecutableFile(atPath: "/usr/bin/jq")
      try program.shell("mkdir bin public; ln -s \"$twir_events\" bin/twir-events").expectSuccess()
      for line in lines where hasJQ || !line.contains("jq ") {
        let result = try program.shell("PATH=\"$PWD/bin:$PATH\"; \(line)")
        #expect(result.status == 0, "\(line): \(result.messages)")
        // A command that finds nothing shows nothing to whoever tries it.
        #expect(!result.messages.contains("no event"), "\(line): \(result.messages)")
      }
    }
  }
}
