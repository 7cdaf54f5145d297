import EventModel
import IssueReading

extension CheckRule {
  static let titleDate = CheckRule(
    code: .titleDate, severity: .warning,
    summary: "a title that names another day than the date field",
    explanation: """
      A weekday, a month, a day or a range of days in the title contradicts the date field: one of \
      the two was not changed when the line was copied, or the group named its event wrongly. \
      Spoken of are English names, and days of the month only beside the month's name.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**January Meetup**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**February Meetup**](https://example.org/rust-berlin/tell)
      """,
    scope: .currentForm
  ) { issue, report in
    for entry in issue.entries where entry.subline != nil {
      let dates = issue.details(of: entry).dates
      let range = issue.titleRange(of: entry)
      for mention in TitleDates.mentions(in: range, of: issue.text) {
        guard let problem = mention.contradiction(with: dates) else { continue }
        report.add(mention.range, "the title says \(problem), but the date field \(dates.written)")
        break
      }
    }
  }
}
