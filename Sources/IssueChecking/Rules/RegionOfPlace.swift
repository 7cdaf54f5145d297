import EventModel

extension CheckRule {
  static let region = CheckRule(
    code: .region, severity: .warning,
    summary: "a continent's heading that contradicts the country",
    explanation: """
      The place is on another continent than the heading says. Mexico, Central America and the \
      Caribbean belong to North America; countries on two continents may stand under either.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Mountain View, CA, US | [Hacker Dojo](https://example.org/dojo)
          * [**Rust Meetup**](https://example.org/dojo/rust)
      """,
    mend: """
      ### North America
      * 2026-02-18 | Mountain View, CA, US | [Hacker Dojo](https://example.org/dojo)
          * [**Rust Meetup**](https://example.org/dojo/rust)
      """
  ) { issue, report in
    issue.reportRead(.region, to: &report)
  }
}
