import Foundation
import Testing

/// `changes` tells what an issue brought.
@Suite struct ChangesCommandTests {
  @Test(arguments: [
    ("changes", ["changes", "Samples", "--since", "906"]),
    ("changes-default", ["changes", "Samples"]),
    ("changes-color", ["changes", "Samples", "--since", "906", "--color", "always"]),
    ("changes-json", ["changes", "Samples", "--since", "906", "--format", "json"]),
    (
      "changes-atom",
      [
        "changes", "Samples", "--since", "2031-04-02", "--format", "atom", "--country", "DE,NZ,BE",
        "--feed-url", "https://example.org/changes.xml?a=1&b=2",
      ]
    ),
  ])
  func writesWhatWasRecorded(name: String, arguments: [String]) throws {
    try Program.withSamples { try $0.run(arguments).expect(name) }
  }

  @Test func selectsByWhatAnEventWasAndIs() throws {
    try Program.withSamples { program in
      // The day before the move is in the window, that after it is not.
      let result = try program.run([
        "changes", "-q", "Samples", "--since", "906", "--from", "2031-04-12", "--to", "2031-04-12",
      ])
      result.expectSuccess()
      #expect(result.text.contains("Rust on Small Boards"))
      #expect(!result.text.contains("Embedded Evening"))
    }
  }

  @Test func oneIssueAloneIsAllNew() throws {
    try Program.withSamples { program in
      let result = try program.run(["changes", "Samples/2031-04-02-sample.md"])
      result.expectSuccess()
      #expect(result.text.hasPrefix("New\n"))
      #expect(result.messages.contains("warning: there is one issue alone, so that all"))
    }
  }

  @Test(arguments: [
    ("5", "no issue 5 for --since in the sources: they have 638 to 908"),
    (
      "last",
      "'last' is no issue for --since: expected a number such as 630 or a date YYYY-MM-DD "
        + "(see 'twir-events changes --help')"
    ),
  ])
  func anIssueThatIsNotThereIs64(since: String, message: String) throws {
    try Program.withSamples { program in
      try program.run(["changes", "-q", "Samples", "--since", since]).expectError(64, message)
    }
  }

  @Test func theSameIssuesGiveTheSameAtomOnEveryDay() throws {
    try Program.withSamples { program in
      let arguments = ["changes", "-q", "Samples", "--since", "638", "--format", "atom"]
      let first = try program.run(arguments)
      first.expectSuccess()
      #expect(first.text.components(separatedBy: "<entry>").count > 10)
      #expect(try program.run(arguments).output == first.output)
    }
  }
}
