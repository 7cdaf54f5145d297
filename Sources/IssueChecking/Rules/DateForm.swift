import EventModel
import IssueReading

extension CheckRule {
  static let dateForm = CheckRule(
    code: .dateForm, severity: .warning,
    summary: "a date that is not written 'YYYY-MM-DD' or 'YYYY-MM-DD - YYYY-MM-DD'",
    explanation: """
      One form for all dates (ISO 8601) is read alike by people of every country and by every \
      program, and listings sort by it.
      """,
    example: """
      ### Europe
      * 2026-2-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      * 2026-02-20-22 | Paris, FR | [Rust Paris](https://example.org/rust-paris)
          * [**Rust Days**](https://example.org/rust-paris/days)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      * 2026-02-20 - 2026-02-22 | Paris, FR | [Rust Paris](https://example.org/rust-paris)
          * [**Rust Days**](https://example.org/rust-paris/days)
      """,
    fixability: .sometimes, scope: .currentForm, look: DateFormLook.look)
}

/// Compares each date field with how its days are written.
private enum DateFormLook {
  static func look(_ issue: borrowing CheckedIssue, _ report: inout FindingReport) {
    for index in issue.layout.items.indices {
      if let line = issue.fields[index] {
        check(line, issue, &report)
      } else {
        checkOtherForm(index, issue, &report)
      }
    }
  }

  private static func check(
    _ line: ListingLine, _ issue: borrowing CheckedIssue, _ report: inout FindingReport
  ) {
    // One that has no such day is an error of its own.
    guard line.dates != nil, !isWellFormed(line.date, issue.text) else { return }
    guard let meant = line.writtenDate else {
      return report.add(
        line.date, "several days in one date field: \(issue.quoted(line.date))",
        help: "give each day a listing of its own")
    }
    report.add(
      line.date, "a date is written '\(meant)', not \(issue.quoted(line.date))",
      fix: Fix(replacing: line.date, with: meant))
  }

  /// An item whose date has another form altogether: `Feb 18, 2026 | Berlin, DE | …`.
  private static func checkOtherForm(
    _ index: Int, _ issue: borrowing CheckedIssue, _ report: inout FindingReport
  ) {
    let item = issue.layout.items[index]
    guard let listing = item.listings.first else { return }
    let content = item.item.main.content
    let dates = issue.issue.listings[listing].details.dates
    let end = issue.text.firstOffset(of: ASCII.pipe, in: content)
    let field = end.map { issue.text.trimmed(content.lowerBound..<$0) }
    report.add(
      field ?? content, "a listing begins with its date: expected '\(dates.written) | '",
      fix: item.listings.count == 1 ? field.map { Fix(replacing: $0, with: dates.written) } : nil)
  }

  /// `YYYY-MM-DD`, or two of them with ` - ` between.
  private static func isWellFormed(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    let pattern = Array("dddd-dd-dd - dddd-dd-dd".utf8)
    guard range.count == 10 || range.count == 23 else { return false }
    return zip(range, pattern).allSatisfy { offset, expected in
      expected == UInt8(ascii: "d") ? text[offset].isDigit : text[offset] == expected
    }
  }
}

extension ListingLine {
  /// The date field as it should be written; nil where it has days that do not adjoin.
  var writtenDate: Text? { otherDates.isEmpty ? dates?.written : nil }
}

extension EventDates {
  /// The days as a date field has them.
  var written: Text { Text(isRange ? "\(first) - \(last)" : "\(first)") }
}
