import EventModel
import Foundation
import IssueChecking
import Testing

/// That `docs/rules` says what the program says; `RECORD_SNAPSHOTS=1` writes it anew, and fails.
struct RulePageTests {
  private static func compare(_ text: String, with name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/rules/\(name).md")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try Data(text.utf8).write(to: file)
      Testing.Issue.record("\(name) was recorded")
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == expected, "docs/rules/\(name).md: record it anew")
  }

  @Test(arguments: CheckRule.all.map(\.code.name))
  func eachRuleHasItsPage(_ code: String) throws {
    try Self.compare(RulePage.markdown(try #require(CheckRule.rule(named: code))), with: code)
  }

  @Test func theTableHasEachRule() throws { try Self.compare(RulePage.index(), with: "README") }
}
