import EventModel
import IssueReading

extension CheckRule {
  static let year = CheckRule(
    code: .year, severity: .warning,
    summary: "a year that cannot be meant",
    explanation: """
      The date is more than 60 days before the issue, or more than 300 days after it, while \
      another year puts it into the weeks ahead: last year's line was copied, or the year was \
      typed from habit. Programs that take the line at its word show the event a year early or \
      late.
      """,
    example: """
      ### Europe
      * 2025-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    fixability: .sometimes
  ) { issue, report in
    let fields = issue.fields
    issue.reportRead(
      .year, to: &report,
      fix: { range in
        fields.lazy.compactMap(\.self).first { $0.date == range }?.writtenDate
          .map { Fix(replacing: range, with: $0) }
      })
  }
}
