import EventCatalog
import EventModel
import IssueReading

extension CheckRule {
  static let urlRedirect = CheckRule(
    code: .urlRedirect, severity: .warning,
    summary: "a link that only leads to another one",
    explanation: """
      Links that are copied from a calendar or a search often lead through 'google.com/url?q=…', \
      which records the reader and may stop working. The mend puts the real address in its place.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://www.google.com/url?q=https://example.org/tell&sa=D)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/tell)
      """,
    fixability: .sometimes
  ) { issue, report in
    for range in issue.targets {
      guard let target = AddressKey.redirectTarget(of: Text(slicing: issue.text, range)) else {
        continue
      }
      report.add(
        range, "the link leads to '\(target)' by a detour",
        fix: target.isTarget ? Fix(replacing: range, with: target) : nil)
    }
  }
}

extension Text {
  /// Whether the text can be a link's target as it stands: an address without white space, brackets
  /// and control characters.
  fileprivate var isTarget: Bool {
    let isAddress = string.hasPrefix("https://") || string.hasPrefix("http://")
    return isAddress
      && withSpan { bytes in
        bytes.indices.allSatisfy { index in
          bytes[index] > ASCII.space
            && ![UInt8](arrayLiteral: 0x28, 0x29, 0x3C, 0x3E, 0x7F, 0x5C)
              .contains(bytes[index])
        }
      }
  }
}
