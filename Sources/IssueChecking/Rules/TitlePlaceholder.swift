import EventModel
import IssueReading

extension CheckRule {
  static let titlePlaceholder = CheckRule(
    code: .titlePlaceholder, severity: .warning,
    summary: "a title that says 'TBD' or 'TBA', or nothing",
    explanation: """
      The title was to be told later. Look at the event's page: it often says it by now.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Topic TBD**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    scope: .currentForm
  ) { issue, report in
    for entry in issue.entries where entry.subline != nil {
      guard let link = issue.link(of: entry) else { continue }
      let range = issue.titleRange(of: entry)
      if range.isEmpty {
        report.add(link.whole, "the title is empty")
      } else if let found = placeholder(in: range, of: issue.text) {
        report.add(found, "the title is a placeholder: \(issue.quoted(range))")
      }
    }
  }

  /// Where a title says that it will be told later.
  private static func placeholder(in range: Range<Int>, of text: [UInt8]) -> Range<Int>? {
    for offset in range where text[offset].lowercased == placeholderInitial {
      guard offset == range.lowerBound || !text[offset - 1].isAlphanumeric else { continue }
      for mark in placeholders where text.hasWord(mark, at: offset, to: range.upperBound) {
        let end = offset + mark.count
        if end == range.upperBound || !text[end].isAlphanumeric { return offset..<end }
      }
    }
    return nil
  }

  /// What each of them begins with.
  private static let placeholderInitial = UInt8(ascii: "t")

  private static let placeholders = [
    "tbd", "tba", "tbc", "to be announced", "to be determined", "to be defined", "to be confirmed",
    "topic to follow", "title to follow",
  ].map(word)
}
