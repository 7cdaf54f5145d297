import EventModel
import IssueReading

extension CheckRule {
  static let dateOrder = CheckRule(
    code: .dateOrder, severity: .warning,
    summary: "a listing before one with an earlier first day under the same heading",
    explanation: """
      Readers look for a day, and listings under a heading are sorted by their first one. The mend \
      moves listings as a whole and leaves those of one day in their order.
      """,
    example: """
      ### Europe
      * 2026-02-25 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      * 2026-02-18 | Paris, FR | [Rust Paris](https://example.org/rust-paris)
          * [**Apéro**](https://example.org/rust-paris/apero)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Paris, FR | [Rust Paris](https://example.org/rust-paris)
          * [**Apéro**](https://example.org/rust-paris/apero)
      * 2026-02-25 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    fixability: .sometimes, scope: .currentForm
  ) { issue, report in
    for group in HeadingGroup.all(of: issue) {
      let dated = group.members.filter { $0.day != nil }
      for (member, next) in zip(dated, dated.dropFirst()) {
        guard let day = member.day, let nextDay = next.day, nextDay < day else { continue }
        let line = issue.layout.items[next.item].item.main.number
        report.add(
          issue.itemRange(member.item),
          "the listing of \(day) stands before that of \(nextDay) in line \(line)",
          help: "listings are sorted by their first day",
          fix: group.sorting(issue, byPlace: false))
      }
    }
  }
}
