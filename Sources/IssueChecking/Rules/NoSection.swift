import EventModel

extension CheckRule {
  static let noSection = CheckRule(
    code: .noSection, severity: .error,
    summary: "no events section: expected a heading '## Upcoming Events'",
    explanation: """
      Each issue since 2014-11-17 lists events under the heading 'Upcoming Events'. Without it no \
      program finds them, and calendars that follow the newsletter take this week's events for \
      withdrawn.
      """,
    example: """
      Title: This Week in Rust 638
      Number: 638
      Date: 2026-02-11

      ## Upcoming Evnts

      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      Title: This Week in Rust 638
      Number: 638
      Date: 2026-02-11

      ## Upcoming Events

      Rusty Events between 2026-02-11 - 2026-03-11 🦀

      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    scope: .sectionless,
    // There is no issue to look at: the check itself reports it.
    look: { _, _ in })
}
