import EventModel
import IssueReading

extension CheckRule {
  static let cityOrder = CheckRule(
    code: .cityOrder, severity: .warning,
    summary: "listings of one day whose places are not in alphabetical order",
    explanation: """
      Under a heading, listings of one first day are sorted by place. Mode words and their brackets \
      do not count, nor do letter case and diacritics: 'Hybrid (Zürich, CH)' sorts as 'zurich, \
      ch'. An event that is plain 'Virtual' comes first. The mend moves listings as a whole.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Paris, FR | [Rust Paris](https://example.org/rust-paris)
          * [**Apéro**](https://example.org/rust-paris/apero)
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      * 2026-02-18 | Paris, FR | [Rust Paris](https://example.org/rust-paris)
          * [**Apéro**](https://example.org/rust-paris/apero)
      """,
    fixability: .sometimes, scope: .currentForm
  ) { issue, report in
    for group in HeadingGroup.all(of: issue) {
      for (member, next) in zip(group.members, group.members.dropFirst()) {
        guard let day = member.day, day == next.day,
          PlaceKey(issue.text, next.place) < PlaceKey(issue.text, member.place),
          let line = issue.fields[member.item], let nextLine = issue.fields[next.item]
        else { continue }
        report.add(
          nextLine.place,
          "\(issue.quoted(nextLine.place)) belongs before \(issue.quoted(line.place)) of the same "
            + "day",
          help: "listings of one day are sorted by place",
          fix: group.sorting(issue, byPlace: true))
      }
    }
  }
}
