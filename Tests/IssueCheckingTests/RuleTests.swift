import EventModel
import IssueChecking
import Testing

struct RuleTests {
  /// The pages of events are not part of an issue.
  @Test(arguments: CheckRule.all.filter { $0.scope != .pages }.map(\.code.name))
  func speaksOfItsExampleAndNotOfItsMend(_ code: String) throws {
    let rule = try #require(CheckRule.rule(named: code))
    let found = try MarkedIssue(rule.example).findings([rule])
    #expect(!found.isEmpty, "\(code) is silent about its example")
    #expect(found.allSatisfy { $0.code == rule.code && $0.severity == rule.severity })
    let left = try MarkedIssue(rule.mend).findings()
    #expect(left.isEmpty, "\(code): the mend is no good: \(left.map(\.message))")
    if rule.fixability == .never { #expect(found.allSatisfy { $0.fix == nil }, "\(code)") }
    if rule.fixability == .always { #expect(found.allSatisfy { $0.fix != nil }, "\(code)") }
  }

  @Test func hasEachCodeOnce() {
    let codes = CheckRule.all.map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  @Test(arguments: CheckRule.all.map(\.code.name))
  func writesItsWordsAsMessages(_ code: String) throws {
    let rule = try #require(CheckRule.rule(named: code))
    #expect(rule.summary.first?.isUppercase == false && !rule.summary.hasSuffix("."), "\(code)")
    #expect(rule.explanation.hasSuffix("."), "\(code)")
  }
}
