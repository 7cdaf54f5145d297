import EventCatalog
import EventModel
import EventPages
import IssueReading

extension CheckRule {
  static let pageMismatch = CheckRule(
    code: .pageMismatch, severity: .warning,
    summary: "an event whose own page says another day, city, title or status",
    explanation: """
      With --pages the listing is compared with the metadata of the event's page. Groups change \
      day, city and title after the listing was written, or cancel the event. A page that the server \
      says is gone is reported too.
      """,
    example: "", mend: "", scope: .pages
  ) { issue, report in
    guard let pages = issue.pages else { return }
    var comparison = pages.comparison()
    let links = linkCounts(issue)
    for entry in issue.entries {
      let details = issue.details(of: entry)
      guard let key = details.ownPage, let page = pages.page(at: key) else { continue }
      if page.isGone, let target = issue.link(of: entry)?.target {
        report.add(target, "the event's page is gone", help: "look for its new address")
      }
      guard let reading = page.reading else { continue }
      let differences = comparison.differences(
        of: details, from: reading, link: PageLink(isOwn: links[key] == 1))
      for difference in differences { report.add(difference, entry, issue) }
    }
  }

  /// How many events of an issue have each page.
  private static func linkCounts(_ issue: borrowing CheckedIssue) -> [AddressKey: Int] {
    var roots: [AddressKey: Set<Int>] = [:]
    for entry in issue.entries {
      guard let key = issue.details(of: entry).ownPage else { continue }
      roots[key, default: []].insert(issue.units.root(of: entry.listing))
    }
    return roots.mapValues(\.count)
  }
}

extension FindingReport {
  /// Reports what a page says otherwise, with both values.
  fileprivate mutating func add(
    _ difference: PageDifference, _ entry: CheckedIssue.Entry, _ issue: borrowing CheckedIssue
  ) {
    guard let line = issue.line(of: entry) else { return }
    let details = issue.details(of: entry)
    switch difference {
    case .dates(let dates):
      add(line.date, "the event's page says \(dates.text), the listing \(details.dates.text)")
    case .place(let place):
      let listed = details.places.first?.text ?? "no city"
      add(line.barePlace, "the event's page says \(place.text), the listing \(listed)")
    case .title(let title):
      add(
        issue.titleRange(of: entry),
        "the event's page has the title '\(title)', the listing '\(details.title)'")
    case .status(let status):
      add(
        issue.titleRange(of: entry),
        "the event's page says \(status.name), the listing \(details.status.name)")
    case .otherEvent(let start):
      add(
        line.date,
        "the event's page says \(start.date), the listing \(details.dates.text): the page cannot be "
          + "of this event")
    }
  }
}

extension EventDates {
  /// `2026-02-12`, `2026-02-12 - 2026-02-14`.
  fileprivate var text: String { isRange ? "\(first) - \(last)" : "\(first)" }
}

extension Place {
  /// `Nürnberg, DE`.
  fileprivate var text: String {
    [city?.string, country?.description].compactMap(\.self).joined(separator: ", ")
  }
}
