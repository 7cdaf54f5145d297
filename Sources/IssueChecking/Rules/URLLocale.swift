import EventCatalog
import EventModel
import IssueReading

extension CheckRule {
  static let urlLocale = CheckRule(
    code: .urlLocale, severity: .warning,
    summary: "a link to a page in the language of who copied it",
    explanation: """
      'meetup.com/de-DE/…' shows the site in German to every reader. Without the locale it shows \
      it in the reader's own language.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://www.meetup.com/de-DE/rust-berlin/)
          * [**Rust and Tell**](https://www.meetup.com/rust-berlin/events/300000001/)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://www.meetup.com/rust-berlin/)
          * [**Rust and Tell**](https://www.meetup.com/rust-berlin/events/300000001/)
      """,
    fixability: .always
  ) { issue, report in
    for target in issue.targets {
      guard let locale = AddressKey.locale(of: Text(slicing: issue.text, target)) else { continue }
      let range = target.lowerBound + locale.lowerBound..<target.lowerBound + locale.upperBound
      report.add(
        range.lowerBound..<range.upperBound - 1,
        "the link has a locale: \(issue.quoted(range.lowerBound..<range.upperBound - 1))",
        fix: Fix(removing: range))
    }
  }
}
