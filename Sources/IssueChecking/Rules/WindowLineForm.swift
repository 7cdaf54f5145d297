import EventModel
import IssueReading

extension CheckRule {
  static let windowLine = CheckRule(
    code: .windowLine, severity: .warning,
    summary: "the line 'Rusty Events between A - B' is missing, malformed, or of another issue",
    explanation: """
      The line tells readers and programs which days the section is for. Its first day is the \
      issue's date; an older one was left from the issue that served as the pattern.
      """,
    example: """
      Title: This Week in Rust 638
      Number: 638
      Date: 2026-02-11

      ## Upcoming Events

      Rusty Events between 2026-02-11 * 2026-03-11 🦀

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
    fixability: .sometimes, scope: .currentForm
  ) { issue, report in
    let expected =
      EventDates(
        first: issue.date, last: issue.date.advanced(by: WindowLine.length))?.written ?? ""
    for section in issue.layout.sections {
      guard let line = WindowLine(section, of: issue) else {
        report.add(
          issue.text.trimmed(section.heading),
          "no line 'Rusty Events between \(expected)' stands below the heading")
        continue
      }
      guard let days = line.days, let first = line.first, let last = line.last, first <= last else {
        report.add(
          line.range, "the line has no two days 'YYYY-MM-DD - YYYY-MM-DD'",
          help: "expected 'Rusty Events between \(expected)'")
        continue
      }
      if first != issue.date {
        report.add(
          line.range, "the first day is \(first), but the issue's date is \(issue.date)",
          help: "expected 'Rusty Events between \(expected)'")
      } else if issue.string(days) != "\(first) - \(last)" {
        report.add(
          line.range, "the two days are joined by ' - ': \(issue.quoted(days))",
          fix: Fix(replacing: days, with: Text("\(first) - \(last)")))
      }
    }
  }
}
