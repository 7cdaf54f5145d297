import EventModel
import Testing

@testable import IssueReading

struct LinkDefinitionsTests {
  private static let file = """
    Text with [a link]: but no definition
    [one]: https://one.example
    [Two Words]:   https://two.example/?a=1&amp;b=2
      [three]: <https://three.example>
    [one]: https://again.example
    [four]:https://four.example
    [five]: https://five.example\r
    [five six]: https://six.example "title"
    """

  private static func target(_ label: String) -> String? {
    var definitions = LinkDefinitions(of: Array(file.utf8))
    let (buffer, range) = label.field
    return definitions.target(buffer, range)?.string
  }

  @Test(arguments: [
    ("one", "https://one.example"), ("ONE", "https://one.example"),
    ("two words", "https://two.example/?a=1&b=2"), ("Two \t words", "https://two.example/?a=1&b=2"),
    ("three", "https://three.example"), ("four", "https://four.example"),
    ("five", "https://five.example"),
  ])
  func labelsMatchWithoutCaseAndWhiteSpace(label: String, target: String) {
    #expect(Self.target(label) == target)
  }

  @Test(arguments: ["", "a link", "six", "on"])
  func otherLabelsHaveNoTarget(label: String) {
    #expect(Self.target(label) == nil)
  }

  @Test func targetsOfDamagedLinesAreValidText() {
    let file = Array("[a]: https://a.example/".utf8) + [0xF8, 0xF8] + Array("\n[b]: N√ºrn".utf8)
    var definitions = LinkDefinitions(of: file)
    let targets = ["a", "b"].map { label in
      let (buffer, range) = label.field
      return definitions.target(buffer, range).map { Array($0.buffer[$0.range]) }
    }
    #expect(
      targets == [Array("https://a.example/\u{FFFD}\u{FFFD}".utf8), Array("Nürn".utf8)])
  }

  @Test func rememberThatTheyWereAsked() {
    var definitions = LinkDefinitions(of: Array(Self.file.utf8))
    #expect(!definitions.isUsed)
    let (buffer, range) = "nothing".field
    _ = definitions.target(buffer, range)
    #expect(definitions.isUsed)
    definitions.resetUse()
    #expect(!definitions.isUsed)
  }
}
