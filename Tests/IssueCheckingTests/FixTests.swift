import EventModel
import IssueChecking
import Testing

/// That the mends of all findings, applied again and again, leave nothing that has one.
struct FixTests {
  /// Applies the fixes of one look, the first of those that meet; nil where there is none.
  private static func mended(_ text: [UInt8], _ rules: [CheckRule]) throws -> [UInt8]? {
    var check = IssueCheck(rules)
    let findings = try check.check(text, file: "2026-02-11-this-week-in-rust.md").findings
    var edits: [Fix.Edit] = []
    for fix in findings.compactMap(\.fix) {
      let meets = fix.edits.contains { edit in
        edits.contains {
          edit.range.lowerBound <= $0.range.upperBound
            && $0.range.lowerBound <= edit.range.upperBound
        }
      }
      if !meets { edits += fix.edits }
    }
    if edits.isEmpty { return nil }
    var result = text
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(edit.range, with: edit.replacement.buffer[edit.replacement.range])
    }
    return result
  }

  private static func settled(_ text: [UInt8], _ rules: [CheckRule]) throws -> [UInt8] {
    var text = text
    for _ in 0..<20 {
      guard let next = try mended(text, rules) else { return text }
      text = next
    }
    Issue.record("the mends never end")
    return text
  }

  @Test(
    arguments: CheckRule.all.filter { $0.fixability != .never && $0.scope != .pages }
      .map(\.code.name))
  func makesTheMendOfTheExample(_ code: String) throws {
    let rule = try #require(CheckRule.rule(named: code))
    let settled = try Self.settled(Array(MarkedIssue(rule.example).text.utf8), CheckRule.all)
    #expect(
      String(decoding: settled, as: UTF8.self) == MarkedIssue(rule.mend).text, "\(code)")
  }

  @Test func mendsCRLFAndByteOrderMark() throws {
    let text = MarkedIssue("* 2026-02-18 | Berlin, DE | [X](https://x.org)").text
    let crlf =
      "\u{FEFF}"
      + text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let rule = try #require(CheckRule.rule(named: "white-space"))
    #expect(try MarkedIssue(crlf).findings([rule]).count == 2)
    let settled = try Self.settled(Array(crlf.utf8), [rule])
    #expect(String(decoding: settled, as: UTF8.self) == text)
  }

  @Test func sortsByDayAndPlaceAndKeepsWhatBelongsTogether() throws {
    let issue = MarkedIssue(
      """
      ### Europe
      * 2026-02-20 | Paris, FR | [P](https://p.org)
          * [**A**](https://p.org/a)
      * 2026-02-20 | Berlin, DE | [B](https://b.org)
          * [**B**](https://b.org/b)
          * [Mirror](https://m.org/b)

      * 2026-02-18 | Oslo, NO | [O](https://o.org)
          * [**C**](https://o.org/c)
      """)
    let rules = ["date-order", "city-order"].compactMap(CheckRule.rule(named:))
    let settled = String(decoding: try Self.settled(Array(issue.text.utf8), rules), as: UTF8.self)
    let expected = """
      ### Europe
      * 2026-02-18 | Oslo, NO | [O](https://o.org)
          * [**C**](https://o.org/c)
      * 2026-02-20 | Berlin, DE | [B](https://b.org)
          * [**B**](https://b.org/b)
          * [Mirror](https://m.org/b)

      * 2026-02-20 | Paris, FR | [P](https://p.org)
          * [**A**](https://p.org/a)
      """
    #expect(settled.hasSuffix(expected + "\n"))
  }
}
