import EventModel

extension CheckRule {
  static let unreadable = CheckRule(
    code: .unreadable, severity: .error,
    summary: "a list item of which nothing can be read",
    explanation: """
      The item has a date but neither a group nor a title, so that no event can be made of it.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE |
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """
  ) { issue, report in
    issue.reportRead(.unreadable, to: &report)
  }
}
