import EventModel
import IssueReading

extension CheckRule {
  static let fields = CheckRule(
    code: .fields, severity: .warning,
    summary: "a main line that is not written '* DATE | PLACE | [GROUP](url)'",
    explanation: """
      Three fields with ' | ' between them: programs that read the line part it there, and a bar \
      that is missing or doubled makes one field of two or an empty one. The mend puts bars and \
      spaces right where nothing else differs.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE| [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      * 2026-02-19 || Paris, FR [Rust Paris](https://example.org/rust-paris)
          * [**Apéro**](https://example.org/rust-paris/apero)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      * 2026-02-19 | Paris, FR | [Rust Paris](https://example.org/rust-paris)
          * [**Apéro**](https://example.org/rust-paris/apero)
      """,
    fixability: .sometimes, scope: .currentForm, look: FieldsLook.look)
}

/// Looks at what stands between the fields of a main line.
private enum FieldsLook {
  static func look(_ issue: borrowing CheckedIssue, _ report: inout FindingReport) {
    for line in issue.fields {
      guard let line, line.dates != nil else { continue }
      checkBullet(line, issue, &report)
      if line.place.isEmpty {
        report.add(
          line.date.upperBound..<line.group.lowerBound,
          "the listing has no place: expected '* DATE | PLACE | [GROUP](url)'")
      } else {
        checkGap(line.date.upperBound..<line.place.lowerBound, "date and place", issue, &report)
        checkGap(line.place.upperBound..<line.group.lowerBound, "place and group", issue, &report)
      }
      checkGroup(line, issue, &report)
    }
  }

  private static func checkBullet(
    _ line: ListingLine, _ issue: borrowing CheckedIssue, _ report: inout FindingReport
  ) {
    let prefix = line.main.start..<line.main.content.lowerBound
    guard issue.string(prefix) != "* " else { return }
    report.add(
      prefix, "a listing begins with '* ', not \(issue.quoted(prefix))",
      fix: Fix(replacing: prefix, with: "* "))
  }

  private static func checkGap(
    _ gap: Range<Int>, _ fields: String, _ issue: borrowing CheckedIssue,
    _ report: inout FindingReport
  ) {
    guard gap.lowerBound <= gap.upperBound else { return }
    let text = issue.string(gap)
    guard text != " | " else { return }
    let onlyBars = gap.allSatisfy { issue.text[$0] == ASCII.pipe || issue.text[$0].isSpace }
    let bars = gap.count { issue.text[$0] == ASCII.pipe }
    let message =
      bars == 0
      ? "no bar between \(fields): expected ' | ', found '\(text)'"
      : "\(fields) are parted by ' | ', not '\(text)'"
    // Of a space alone the caret would point between two words.
    let isSure = onlyBars || (bars == 0 && text == ", ")
    report.add(gap, message, fix: isSure ? Fix(replacing: gap, with: " | ") : nil)
  }

  private static func checkGroup(
    _ line: ListingLine, _ issue: borrowing CheckedIssue, _ report: inout FindingReport
  ) {
    let group = issue.text.trimmed(line.group)
    if group.isEmpty {
      return report.add(
        line.main.content, "the listing has no group: expected ' | [GROUP](url)' behind the place")
    }
    guard let first = line.groupLinks.first, let last = line.groupLinks.last else {
      return report.add(group, "the group has no link: expected '[GROUP](url)'")
    }
    let before = group.lowerBound..<first.whole.lowerBound
    if !before.isEmpty {
      report.add(before, "\(issue.quoted(before)) stands before the group's link")
    }
    let after = last.whole.upperBound..<max(group.upperBound, last.whole.upperBound)
    let rest = issue.text.trimmed(after)
    guard !rest.isEmpty else { return }
    let onlyBars = rest.allSatisfy { issue.text[$0] == ASCII.pipe || issue.text[$0].isSpace }
    report.add(
      rest, "\(issue.quoted(rest)) stands behind the group's link",
      fix: onlyBars ? Fix(removing: after) : nil)
  }
}
