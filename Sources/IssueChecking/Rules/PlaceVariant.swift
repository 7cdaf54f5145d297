import EventCatalog
import EventModel
import IssueReading

extension CheckRule {
  static let placeVariant = CheckRule(
    code: .placeVariant, severity: .warning,
    summary: "a group's city that the issue writes otherwise elsewhere",
    explanation: """
      The same group meets in the same city, but the two listings write it in two ways. Programs \
      may take them for two places. Of two ways the one that the issue uses less often is spoken \
      of; other cities of the same group are not.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Munich, DE | [Rust Munich](https://example.org/rust-munich)
          * [**Rust and Tell**](https://example.org/rust-munich/tell)
      * 2026-02-25 | Munich, Germany | [Rust Munich](https://example.org/rust-munich)
          * [**Hack Night**](https://example.org/rust-munich/hack)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Munich, DE | [Rust Munich](https://example.org/rust-munich)
          * [**Rust and Tell**](https://example.org/rust-munich/tell)
      * 2026-02-25 | Munich, DE | [Rust Munich](https://example.org/rust-munich)
          * [**Hack Night**](https://example.org/rust-munich/hack)
      """,
    scope: .currentForm, look: PlaceVariantLook.look)
}

/// Compares the places of each group's listings.
private enum PlaceVariantLook {
  /// A group in a city.
  private struct Key: Hashable {
    var group: UInt64
    var city: Coordinates
  }

  /// One way to write a city.
  private struct Spelling {
    var text: Text
    var entries: [CheckedIssue.Entry]
  }

  /// Most ways to write one place that are compared.
  private static let spellingLimit = 8

  static func look(_ issue: borrowing CheckedIssue, _ report: inout FindingReport) {
    var order: [Key] = []
    var spellings: [Key: [Spelling]] = [:]
    for entry in issue.entries {
      guard let key = key(of: entry, issue), let line = issue.line(of: entry) else { continue }
      let text = Text(slicing: issue.text, withoutCode(line.barePlace, issue.text))
      if spellings[key] == nil { order.append(key) }
      // In place, for a copy of each list would take quadratic time.
      if let index = spellings[key]?.firstIndex(where: { $0.text == text }) {
        spellings[key]?[index].entries.append(entry)
      } else if spellings[key, default: []].count < spellingLimit {
        spellings[key, default: []].append(Spelling(text: text, entries: [entry]))
      }
    }
    for key in order { compare(spellings[key] ?? [], issue, &report) }
  }

  /// The place but for `UK` or `GB` at its end, of which the rule `place-code` speaks.
  private static func withoutCode(_ place: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    let start = max(place.lowerBound, place.upperBound - 4)
    let isBritish = [word(", uk"), word(", gb")].contains {
      text.hasWord($0, at: start, to: place.upperBound)
    }
    return isBritish ? place.lowerBound..<start : place
  }

  private static func compare(
    _ spellings: [Spelling], _ issue: borrowing CheckedIssue, _ report: inout FindingReport
  ) {
    guard spellings.count > 1, var usual = spellings.first else { return }
    for spelling in spellings where spelling.entries.count > usual.entries.count {
      usual = spelling
    }
    guard let other = usual.entries.first, let otherLine = issue.line(of: other) else { return }
    let roots = Set(usual.entries.map { issue.units.root(of: $0.listing) })
    for spelling in spellings where spelling.text != usual.text {
      for entry in spelling.entries {
        // Two listings of one event are compared field by field elsewhere.
        guard !roots.contains(issue.units.root(of: entry.listing)),
          let line = issue.line(of: entry)
        else { continue }
        report.add(
          line.barePlace,
          "the same group's place is \(issue.quoted(otherLine.barePlace)) in line \(issue.lineNumber(of: other))"
        )
      }
    }
  }

  /// The group and city of a listing that has one of each; a district in brackets is another place.
  private static func key(
    of entry: CheckedIssue.Entry, _ issue: borrowing CheckedIssue
  ) -> Key? {
    let details = issue.details(of: entry)
    guard details.places.count == 1, let city = details.places[0].coordinates,
      let page = details.organizers.first?.url, let summary = AddressKey.summary(of: page),
      let line = issue.line(of: entry),
      issue.text.firstOffset(of: ASCII.leftParenthesis, in: line.barePlace) == nil
    else { return nil }
    return Key(
      group: summary.namedGroup == 0 ? summary.groupPage : summary.namedGroup, city: city)
  }
}
