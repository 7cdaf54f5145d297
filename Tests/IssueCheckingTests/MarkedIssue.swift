import EventModel
import IssueChecking
import Testing

/// A text in which `⟦` and `⟧` mark what a rule must mean, and what the rules found in it.
///
/// Lines that are no whole issue get front matter, a section's heading and its line before them.
struct MarkedIssue {
  /// The text without marks.
  let text: String
  /// The marked ranges.
  let marks: [Range<Int>]

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var marks: [Range<Int>] = []
    for scalar in Self.whole(marked).unicodeScalars {
      switch scalar {
      case "⟦": starts.append(bytes.count)
      case "⟧": marks.append((starts.popLast() ?? 0)..<bytes.count)
      default: bytes += Array(String(scalar).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.marks = marks
  }

  private static func whole(_ text: String) -> String {
    if text.hasPrefix("Title:") || text.hasPrefix("\u{FEFF}") { return text + "\n" }
    return """
      Title: This Week in Rust 638
      Number: 638
      Date: 2026-02-11

      ## Upcoming Events

      Rusty Events between 2026-02-11 - 2026-03-11 🦀

      \(text)

      """
  }

  /// What the rules find.
  func findings(_ rules: [CheckRule] = CheckRule.all) throws -> [Finding] {
    var check = IssueCheck(rules)
    return try check.check(Array(text.utf8), file: "2026-02-11-this-week-in-rust.md").findings
  }

  /// The text that a finding means.
  func meant(_ finding: Finding) -> String {
    String(decoding: Array(text.utf8)[finding.range], as: UTF8.self)
  }
}
