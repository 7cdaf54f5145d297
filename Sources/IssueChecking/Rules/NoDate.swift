import EventModel

extension CheckRule {
  static let noDate = CheckRule(
    code: .noDate, severity: .error,
    summary: "a listing without a date",
    explanation: """
      An event without a day is in no calendar. Prose and links that belong to the section as a \
      whole are no list items.
      """,
    example: """
      ### Europe
      * Soon | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """
  ) { issue, report in
    let isCurrent = issue.isCurrentForm
    issue.reportRead(
      .noDate, to: &report, help: { _ in isCurrent ? "begin it with 'YYYY-MM-DD | '" : nil })
  }
}
