import EventCatalog
import EventModel
import IssueReading

extension CheckRule {
  static let nearDuplicate = CheckRule(
    code: .nearDuplicate, severity: .warning,
    summary: "two listings under one heading that seem to be one event",
    explanation: """
      Both have the same link and day, or the same group, day and title, but differ in another \
      field; or one title of the same group and days stands in the other. If they are two events, \
      their titles and links should tell them apart.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      * 2026-02-18 | Berlin, Germany | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell, February**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    scope: .currentForm, look: NearDuplicateLook.look)
}

/// Looks for listings that are nearly the same.
private enum NearDuplicateLook {
  static func look(_ issue: borrowing CheckedIssue, _ report: inout FindingReport) {
    for pair in issue.twins where pair.isUnderOneHeading(issue) {
      // Two titles of one listing are two parts of it: a first and a second day.
      guard pair.first.line != pair.second.line,
        issue.details(of: pair.first) != issue.details(of: pair.second)
      else { continue }
      report.add(
        issue.mainRange(of: pair.second),
        "this seems to be the event of line \(issue.lineNumber(of: pair.first))",
        help: "take one out, or tell them apart by title and link")
    }
    lookForTitles(issue, &report)
  }

  /// Most titles that are compared in one issue: a real one has hardly any.
  private static let comparisonLimit = 1_000

  /// The same group and days under one heading, one title in the other.
  private static func lookForTitles(
    _ issue: borrowing CheckedIssue, _ report: inout FindingReport
  ) {
    struct Key: Hashable {
      var heading: Int?
      var dates: EventDates
      var group: Text
    }
    var seen: [Key: [CheckedIssue.Entry]] = [:]
    var comparisonsLeft = comparisonLimit
    for entry in issue.entries {
      let details = issue.details(of: entry)
      guard let group = details.organizers.first?.name else { continue }
      let key = Key(
        heading: issue.layout.items[entry.line].heading, dates: details.dates, group: group)
      let title = details.title
      let others = seen[key] ?? []
      comparisonsLeft -= others.count
      if comparisonsLeft < 0 { return }
      let twin = others.first { other in
        other.line != entry.line
          && issue.units.root(of: other.listing) != issue.units.root(of: entry.listing)
          && isInOther(title, issue.details(of: other).title)
          && isOneLink(issue.details(of: other), details)
      }
      if let twin {
        report.add(
          issue.mainRange(of: entry),
          "this seems to be the event of line \(issue.lineNumber(of: twin)): same group and day, "
            + "and one title stands in the other",
          help: "take one out, or tell them apart by title and link")
      }
      if seen[key, default: []].count < 16 { seen[key, default: []].append(entry) }
    }
  }

  /// Whether the two may be one, by their links: each with a page of its own are two.
  private static func isOneLink(_ left: EventDetails, _ right: EventDetails) -> Bool {
    guard let url = left.url, let otherURL = right.url,
      let first = AddressKey.summary(of: url), let second = AddressKey.summary(of: otherURL)
    else { return true }
    return !(first.isOccurrence && second.isOccurrence)
  }

  private static func isInOther(_ left: Text, _ right: Text) -> Bool {
    let (first, second) = (left.folded, right.folded)
    guard !first.isEmpty, !second.isEmpty, first.count <= 256, second.count <= 256 else {
      return false
    }
    return contains(first, second) || contains(second, first)
  }

  private static func contains(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...whole.count - part.count).contains { start in
      whole[start..<start + part.count].elementsEqual(part)
    }
  }
}
