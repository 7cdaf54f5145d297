package import EventModel
import IssueReading

/// Collects what the rules find in one file.
package struct FindingReport: Sendable {
  /// Most findings that are kept of one rule: who has so many mends them by hand no more.
  package static let limit = 1_000

  /// The findings so far.
  private(set) var findings: [Finding] = []
  /// How many were left out.
  private(set) var omittedCount = 0

  private let lines: LineTable
  private var code = Diagnostic.Code.unreadable
  private var severity = Diagnostic.Severity.error
  private var count = 0
  /// The place counted last: rules go forward in a file, and a line may be long.
  private var last: (offset: Int, position: FilePosition) = (0, FilePosition(line: 1, column: 1))

  init(_ lines: LineTable) { self.lines = lines }

  /// Runs a rule.
  mutating func run(_ rule: CheckRule, on issue: borrowing CheckedIssue) {
    code = rule.code
    severity = rule.severity
    count = 0
    rule.look(issue, &self)
  }

  /// Adds a finding of the rule that is looking.
  ///
  /// - Parameters:
  ///   - range: The bytes that are meant; empty where something is missing.
  ///   - message: What was found and what was expected; made only if the finding is kept.
  ///   - help: What to do about it.
  ///   - fix: The one sure mend.
  package mutating func add(
    _ range: Range<Int>, _ message: @autoclosure () -> String,
    help: @autoclosure () -> String? = nil, fix: @autoclosure () -> Fix? = nil
  ) {
    guard count < Self.limit else {
      omittedCount += 1
      return
    }
    count += 1
    let start = lines.position(of: range.lowerBound, countingFrom: last)
    last = (range.lowerBound, start)
    findings.append(
      Finding(
        severity, code, range, from: start,
        to: lines.position(of: range.upperBound, countingFrom: last), message: message(),
        help: help(), fix: fix()))
  }

  /// The findings in the order of the file; those of one place in the order of the rules.
  consuming func sorted() -> [Finding] {
    // The order of equal places must not depend on the sort.
    let order = findings.indices.sorted { left, right in
      let (first, second) = (findings[left].range, findings[right].range)
      return (first.lowerBound, first.upperBound, left)
        < (second.lowerBound, second.upperBound, right)
    }
    return order.map { findings[$0] }
  }
}

extension FindingReport {
  /// Adds a finding whose message is the rule's summary.
  mutating func add(_ range: Range<Int>, of rule: CheckRule) {
    code = rule.code
    severity = rule.severity
    count = 0
    add(range, rule.summary)
  }
}
