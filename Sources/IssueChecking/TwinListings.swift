import EventCatalog
import EventModel
import IssueReading

/// Two listings of one issue that the ledger takes for one event.
struct TwinListings: Sendable {
  /// The one that stands first.
  var first: CheckedIssue.Entry
  /// One of the others.
  var second: CheckedIssue.Entry

  /// All pairs of a listing and the first one of its event; where the days do not overlap, another
  /// rule speaks of them.
  static func all(of issue: borrowing CheckedIssue) -> [TwinListings] {
    struct Key: Hashable {
      var root: Int
      var heading: Int?
    }
    var firsts: [Int: CheckedIssue.Entry] = [:]
    var firstsUnderHeadings: [Key: CheckedIssue.Entry] = [:]
    var pairs: [TwinListings] = []
    for entry in issue.entries {
      let root = issue.units.root(of: entry.listing)
      let key = Key(root: root, heading: issue.layout.items[entry.line].heading)
      // Listed a third time, it is compared with the one that stands under its heading.
      if let earlier = firstsUnderHeadings[key] ?? firsts[root] {
        let (left, right) = (issue.details(of: earlier).dates, issue.details(of: entry).dates)
        if left.overlaps(right) { pairs.append(TwinListings(first: earlier, second: entry)) }
      } else {
        firsts[root] = entry
      }
      if firstsUnderHeadings[key] == nil { firstsUnderHeadings[key] = entry }
    }
    return pairs
  }

  /// Whether both stand under one heading.
  func isUnderOneHeading(_ issue: borrowing CheckedIssue) -> Bool {
    issue.layout.items[first.line].heading == issue.layout.items[second.line].heading
  }

  /// The regions of their headings; nil where one has none.
  func regions(_ issue: borrowing CheckedIssue) -> (Region, Region)? {
    guard let left = issue.heading(ofItem: first.line)?.region,
      let right = issue.heading(ofItem: second.line)?.region
    else { return nil }
    return (left, right)
  }
}
