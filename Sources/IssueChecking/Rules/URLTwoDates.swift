import EventCatalog
import EventModel
import IssueReading

extension CheckRule {
  static let urlTwoDates = CheckRule(
    code: .urlTwoDates, severity: .warning,
    summary: "the link of one occurrence on two days",
    explanation: """
      Meetup and Luma give each meeting an address of its own. If one stands on two days, the link \
      of one listing was copied from the other, or one of the dates is wrong.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://www.meetup.com/rust-berlin)
          * [**Rust and Tell**](https://www.meetup.com/rust-berlin/events/300000001/)
      * 2026-03-04 | Berlin, DE | [Rust Berlin](https://www.meetup.com/rust-berlin)
          * [**Rust and Tell**](https://www.meetup.com/rust-berlin/events/300000001/)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://www.meetup.com/rust-berlin)
          * [**Rust and Tell**](https://www.meetup.com/rust-berlin/events/300000001/)
      * 2026-03-04 | Berlin, DE | [Rust Berlin](https://www.meetup.com/rust-berlin)
          * [**Rust and Tell**](https://www.meetup.com/rust-berlin/events/300000002/)
      """,
    scope: .currentForm
  ) { issue, report in
    var firsts: [UInt64: CheckedIssue.Entry] = [:]
    for entry in issue.entries {
      let details = issue.details(of: entry)
      guard let url = details.url, let summary = AddressKey.summary(of: url), summary.isOccurrence,
        !details.organizers.contains(where: { organizer in
          organizer.url.map { AddressKey.areSame($0, url) } ?? false
        })
      else { continue }
      guard let first = firsts[summary.key] else {
        firsts[summary.key] = entry
        continue
      }
      let other = issue.details(of: first)
      guard !other.dates.overlaps(details.dates),
        other.url.map({ AddressKey.areSame($0, url) }) == true
      else { continue }
      // Several days of one listing have one link by right.
      guard first.line != entry.line, let line = issue.line(of: entry) else { continue }
      report.add(
        line.date,
        "the same link stands on \(other.dates.written) in line \(issue.lineNumber(of: first))",
        help: "it is the address of one meeting: \(url)")
    }
  }
}
