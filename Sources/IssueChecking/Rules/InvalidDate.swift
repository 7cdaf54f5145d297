import EventModel

extension CheckRule {
  static let invalidDate = CheckRule(
    code: .invalidDate, severity: .error,
    summary: "a date that does not exist, or a range that ends before it begins",
    explanation: """
      No calendar has the 30th of February, and no event ends before it begins. The listing makes \
      no event until its date is right; only who knows the event can tell which day is meant.
      """,
    example: """
      ### Europe
      * 2026-02-30 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-28 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """
  ) { issue, report in
    issue.reportRead(.invalidDate, to: &report)
  }
}
