import EventModel
import IssueReading

extension CheckRule {
  static let emptySection = CheckRule(
    code: .emptySection, severity: .error,
    summary: "an events section without listings",
    explanation: """
      A section without a single listing is nearly always a slip: a heading in its middle that \
      ends it, or listings that were pasted elsewhere. A section ends at the next heading of level \
      1 or 2.
      """,
    example: """
      Title: This Week in Rust 638
      Number: 638
      Date: 2026-02-11

      ## Upcoming Events

      Rusty Events between 2026-02-11 - 2026-03-11 🦀

      ## Europe
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
      """
  ) { issue, report in
    for section in issue.layout.sections {
      let hasItems = issue.layout.items.contains {
        section.body.contains($0.item.main.start)
      }
      if !hasItems {
        report.add(
          issue.text.trimmed(section.heading), "the events section has no listings",
          help: "a section ends at the next heading of level 1 or 2")
      }
    }
  }
}
