import EventCatalog
import EventModel
import IssueReading

extension CheckRule {
  static let groupMismatch = CheckRule(
    code: .groupMismatch, severity: .warning,
    summary: "an event's Meetup link that names another group than the group's link",
    explanation: """
      Both links lead to Meetup, but to two groups: one of them was copied from another line, or \
      the group has a new address and the old one only leads to it. The event's link is the one \
      that is nearly always right. Two addresses that both sound like the group's name are most \
      likely its old and its new one, which the help says then: 'join-srug' and \
      'seattle-rust-user-group' are the Seattle Rust User Group.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://www.meetup.com/rust-paris/)
          * [**Rust and Tell**](https://www.meetup.com/rust-berlin/events/300000001/)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://www.meetup.com/rust-berlin/)
          * [**Rust and Tell**](https://www.meetup.com/rust-berlin/events/300000001/)
      """,
    scope: .currentForm
  ) { issue, report in
    for entry in issue.entries where entry.subline != nil {
      let details = issue.details(of: entry)
      guard let target = issue.link(of: entry)?.target, let url = details.url,
        let own = AddressKey.summary(of: url), own.isOccurrence, own.namedGroup != 0
      else { continue }
      let pages = details.organizers.compactMap(\.url)
      let groups = pages.compactMap { AddressKey.summary(of: $0)?.namedGroup }.filter { $0 != 0 }
      guard let first = groups.first, !groups.contains(own.namedGroup) else { continue }
      let page = pages.first { AddressKey.summary(of: $0)?.namedGroup == first }
      let isRenamed =
        page.map { GroupNaming.isRenamed($0, url, names: details.organizers.map(\.name)) } ?? false
      report.add(
        target, "the event's link names another group than the group's link '\(page ?? "")'",
        help: isRenamed
          ? "both sound like the group's name: its link is most likely an old address"
          : "one of the two was copied from elsewhere, or the group has a new address")
    }
  }
}
