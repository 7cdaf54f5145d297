import EventModel
import IssueReading

extension CheckRule {
  static let window = CheckRule(
    code: .window, severity: .warning,
    summary: "an event that begins after the days that the section says it is for",
    explanation: """
      An issue lists the events of the next 28 days, as its line 'Rusty Events between …' says. An \
      event further ahead will be listed in time; often its month or year is a slip.
      """,
    example: """
      ### Europe
      * 2026-03-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    scope: .currentForm
  ) { issue, report in
    let lastDays = issue.layout.sections.map { section in
      let line = WindowLine(section, of: issue)
      let last = line?.isWellFormed == true ? line?.last : nil
      return (section, last ?? issue.date.advanced(by: WindowLine.length))
    }
    for line in issue.fields {
      guard let line, let dates = line.dates,
        let (_, last) = lastDays.first(where: { $0.0.body.contains(line.date.lowerBound) }),
        dates.first > last
      else { continue }
      report.add(
        line.date,
        "the event begins on \(dates.first), after the last day of the issue's events, \(last)")
    }
  }
}
