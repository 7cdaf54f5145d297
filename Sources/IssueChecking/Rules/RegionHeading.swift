import EventModel
import IssueReading

extension CheckRule {
  static let heading = CheckRule(
    code: .heading, severity: .warning,
    summary: "a heading that is none of the seven, has a colon, or is out of their order",
    explanation: """
      Events stand under 'Virtual', 'Africa', 'Asia', 'Europe', 'North America', 'Oceania' and \
      'South America', in this order, and a heading without events is left out. Readers find their \
      continent, and programs the region, by these words.
      """,
    example: """
      ### Europe:
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)

      ### Asia
      * 2026-02-18 | Taipei, TW | [Rust Taiwan](https://example.org/rust-taiwan)
          * [**Night of Crates**](https://example.org/rust-taiwan/crates)
      """,
    mend: """
      ### Asia
      * 2026-02-18 | Taipei, TW | [Rust Taiwan](https://example.org/rust-taiwan)
          * [**Night of Crates**](https://example.org/rust-taiwan/crates)

      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    fixability: .sometimes, scope: .currentForm, look: HeadingLook.look)
}

/// Looks at the words and the order of the headings.
private enum HeadingLook {
  private static let names = Region.allCases.map { "\($0.name)" }.joined(separator: ", ")

  static func look(_ issue: borrowing CheckedIssue, _ report: inout FindingReport) {
    for section in issue.layout.sections {
      let headings = issue.layout.headings.indices.filter {
        section.body.contains(issue.layout.headings[$0].line.lowerBound)
      }
      for index in headings { checkName(issue.layout.headings[index], issue, &report) }
      checkOrder(headings, issue, &report)
    }
  }

  private static func checkName(
    _ heading: IssueLayout.Heading, _ issue: borrowing CheckedIssue, _ report: inout FindingReport
  ) {
    let written = issue.string(heading.content)
    guard let region = heading.region else {
      return report.add(
        heading.content, "no region has this name: \(issue.quoted(heading.content))",
        help: "the headings are \(names)")
    }
    let name = "\(region.name)"
    guard written != name else { return }
    // `Online` and `Asia Pacific` are read, but whether the name is to change is the editor's choice.
    let bare = written.filter { $0 != ":" && $0 != "#" && $0 != "*" }.lowercased()
    let isSure = bare.split(separator: " ").joined(separator: " ") == name.lowercased()
    report.add(
      heading.content, "the heading is written '\(name)', not \(issue.quoted(heading.content))",
      fix: isSure ? Fix(replacing: heading.content, with: Text(name)) : nil)
  }

  private static func checkOrder(
    _ headings: [Int], _ issue: borrowing CheckedIssue, _ report: inout FindingReport
  ) {
    var highest: Region?
    for index in headings {
      guard let region = issue.layout.headings[index].region else { continue }
      defer { highest = max(highest ?? region, region) { $0.rawValue < $1.rawValue } }
      guard let before = highest, region.rawValue <= before.rawValue else { continue }
      let content = issue.layout.headings[index].content
      if region == before {
        report.add(content, "the heading '\(region.name)' stands twice")
      } else {
        report.add(
          content, "'\(region.name)' belongs before '\(before.name)'",
          help: "the order is \(names)", fix: sorting(headings, issue))
      }
    }
  }

  private static func max(
    _ left: Region, _ right: Region, by precedes: (Region, Region) -> Bool
  ) -> Region { precedes(left, right) ? right : left }

  /// The edits that put the headings, each with its listings, into their order; nil where one is
  /// unknown or stands twice.
  private static func sorting(_ headings: [Int], _ issue: borrowing CheckedIssue) -> Fix? {
    let regions = headings.compactMap { issue.layout.headings[$0].region }
    guard regions.count == headings.count, Set(regions).count == regions.count else { return nil }
    let order = headings.indices.sorted { regions[$0].rawValue < regions[$1].rawValue }
    var ends: [Int: Int] = [:]
    for (index, item) in issue.layout.items.enumerated() {
      if let heading = item.heading { ends[heading] = issue.lines(ofItem: index).upperBound }
    }
    let blocks = headings.map { index in
      let line = issue.layout.headings[index].line
      return line.lowerBound..<Swift.max(line.upperBound, ends[index] ?? 0)
    }
    return Fix(
      order.enumerated().filter { $0.offset != $0.element }.map { position, source in
        Fix.Edit(blocks[position], Text(slicing: issue.text, blocks[source]))
      })
  }
}
