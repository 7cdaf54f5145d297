import EventModel
import IssueReading

extension CheckRule {
  static let duplicate = CheckRule(
    code: .duplicate, severity: .warning,
    summary: "the same listing twice under one heading",
    explanation: """
      All fields of the two are equal, so that one of them says nothing. The mend takes the second \
      one out.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    fixability: .always, scope: .currentForm
  ) { issue, report in
    for pair in issue.twins where pair.isUnderOneHeading(issue) {
      let (first, second) = (pair.first, pair.second)
      guard issue.details(of: first) == issue.details(of: second) else { continue }
      let isWholeItem = issue.layout.items[second.line].listings.count == 1
      let line = second.subline.flatMap { issue.line(of: second)?.sublines[$0].line }
      let meant = isWholeItem ? issue.lines(ofItem: second.line) : line?.content
      report.add(
        isWholeItem ? issue.mainRange(of: second) : line?.content ?? issue.mainRange(of: second),
        "the same listing stands in line \(issue.lineNumber(of: first))",
        fix: meant.map { Fix(removing: issue.wholeLines($0)) })
    }
  }
}
