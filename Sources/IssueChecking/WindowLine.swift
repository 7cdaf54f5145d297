import EventModel
import IssueReading

/// The line `Rusty Events between 2026-02-11 - 2026-03-11 🦀` that a section begins with.
struct WindowLine {
  /// The line without white space at its ends.
  var range: Range<Int>
  /// The two days with what joins them; nil where there are no two.
  var days: Range<Int>?
  /// The first day.
  var first: CivilDate?
  /// The last day.
  var last: CivilDate?

  /// The days that an issue lists: 28 from its own on.
  static let length = 28

  /// The line of a section; nil where it has none.
  init?(_ section: IssueLayout.Section, of issue: borrowing CheckedIssue) {
    let text = issue.text
    let words = word("events between")
    guard
      let line = issue.layout.paragraphs.first(where: { line in
        section.body.contains(line.start) && text.containsWord(words, in: line.content)
      })
    else { return nil }
    range = line.content
    guard let start = Self.digits(text, from: range.lowerBound, to: range.upperBound) else {
      return
    }
    // Up to the last digit: the days, however they are written.
    let end = range.last { text[$0].isDigit }.map { $0 + 1 } ?? start
    days = start..<end
    first = Self.day(text, start..<end)
    last = Self.day(text, max(start, end - 10)..<end)
  }

  /// How the days are written.
  var isWellFormed: Bool {
    guard let days, let first, let last, days.count == 23 else { return false }
    return first <= last
  }

  private static func digits(_ text: [UInt8], from start: Int, to end: Int) -> Int? {
    (start..<end).first { text[$0].isDigit }
  }

  /// `YYYY-MM-DD` at the beginning of a range.
  private static func day(_ text: [UInt8], _ range: Range<Int>) -> CivilDate? {
    guard range.count >= 10 else { return nil }
    return CivilDate(
      String(decoding: text[range.lowerBound..<range.lowerBound + 10], as: UTF8.self))
  }
}
