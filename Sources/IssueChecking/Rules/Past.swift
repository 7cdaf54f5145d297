import EventModel
import IssueReading

extension CheckRule {
  static let past = CheckRule(
    code: .past, severity: .warning,
    summary: "an event that is over before the issue appears",
    explanation: """
      The last day of the event is before the issue's date. Nobody can attend it any more, and it \
      often stands there because a line of last week's issue was not taken out, or because its \
      date was not changed when the line was copied.
      """,
    example: """
      ### Europe
      * 2026-02-09 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-11 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    scope: .currentForm
  ) { issue, report in
    for line in issue.fields {
      guard let line, let dates = line.dates else { continue }
      let last = line.otherDates.last?.last ?? dates.last
      guard last < issue.date else { continue }
      let days = last.days(to: issue.date)
      report.add(
        line.date,
        "the event was over on \(last), \(days) day\(days == 1 ? "" : "s") before the issue of "
          + "\(issue.date)",
        help: "take the listing out, or mend its date")
    }
  }
}
