import EventCatalog
import EventModel
import IssueReading

extension CheckRule {
  static let hybridMismatch = CheckRule(
    code: .hybridMismatch, severity: .warning,
    summary: "an event under 'Virtual' and a continent whose two listings disagree",
    explanation: """
      A hybrid event is listed twice, and both listings should say the same of it: the mode and \
      place ('Hybrid (Berlin, DE)'), the days, the title and the link. Where they differ, one of \
      them was forgotten when the other was mended.
      """,
    example: """
      ### Virtual
      * 2026-02-18 | Hybrid (Berlin, DE) | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)

      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Virtual
      * 2026-02-18 | Hybrid (Berlin, DE) | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)

      ### Europe
      * 2026-02-18 | Hybrid (Berlin, DE) | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    scope: .currentForm, look: HybridMismatchLook.look)
}

/// Compares the fields of an event's two listings.
private enum HybridMismatchLook {
  static func look(_ issue: borrowing CheckedIssue, _ report: inout FindingReport) {
    for pair in issue.twins {
      guard let (first, second) = pair.regions(issue), first != second,
        first == .virtual || second == .virtual
      else { continue }
      compare(pair, issue, &report)
    }
  }

  private static func compare(
    _ pair: TwinListings, _ issue: borrowing CheckedIssue, _ report: inout FindingReport
  ) {
    guard let first = issue.line(of: pair.first), let second = issue.line(of: pair.second) else {
      return
    }
    let (left, right) = (issue.details(of: pair.first), issue.details(of: pair.second))
    let number = issue.lineNumber(of: pair.first)
    func add(_ range: Range<Int>, _ field: String, _ other: String) {
      report.add(range, "the same event in line \(number) has another \(field): \(other)")
    }
    if left.dates != right.dates {
      add(second.date, "date", "'\(left.dates.written)'")
    }
    // Two ways to write one mode are the rule `mode-form`'s, a mode that is not written that of
    // `mode-region`.
    if isSame(first.place, second.place, issue) {
      // Nothing differs.
    } else if left.mode != right.mode {
      add(second.place, "mode", issue.quoted(first.place))
    } else if !isSame(first.barePlace, second.barePlace, issue) {
      add(second.place, "place", issue.quoted(first.place))
    }
    if left.title != right.title {
      add(issue.titleRange(of: pair.second), "title", quoted(left.title))
    }
    if let url = left.url, let otherURL = right.url, !AddressKey.areSame(url, otherURL) {
      add(
        issue.link(of: pair.second)?.target ?? issue.mainRange(of: pair.second), "link",
        quoted(url))
    }
  }

  private static func isSame(
    _ left: Range<Int>, _ right: Range<Int>, _ issue: borrowing CheckedIssue
  ) -> Bool {
    issue.text[left].elementsEqual(issue.text[right])
  }

  private static func quoted(_ text: Text) -> String { text.buffer.quoted(text.range) }
}
