import EventModel

/// The wording of what the reader reports, in one place.
extension SectionReader {
  mutating func reportInvalidDate(_ line: ListItem.Line, _ range: Range<Int>) {
    report(
      .error, .invalidDate, at: line.location(of: range.lowerBound)
    ) { "no such date, or a range that ends before it begins: \($0.quoted(range))" }
  }

  mutating func reportMonth(_ line: ListItem.Line, _ name: Range<Int>, readAs dates: EventDates) {
    report(
      .warning, .invalidDate, at: line.location(of: name.lowerBound)
    ) { "no month has this name: \($0.quoted(name)); read as \(dates.first)" }
  }

  mutating func reportYear(
    _ line: ListItem.Line, _ range: Range<Int>, corrected: CivilDate
  ) {
    report(
      .warning, .year, at: line.location(of: range.lowerBound)
    ) {
      "the year cannot be meant in an issue of \($0.issueDate): \($0.quoted(range)); "
        + "read as \(corrected)"
    }
  }

  mutating func reportBrokenLink(_ line: ListItem.Line, _ offset: Int) {
    // The link of a listing that goes on may stand in a later line: then the listing is shown.
    let offset = line.content.contains(offset) ? offset : line.content.lowerBound
    report(
      .warning, .brokenLink, at: line.location(of: offset)
    ) {
      "a link that is not written '[text](url)': \($0.quoted(offset..<line.content.upperBound))"
    }
  }

  mutating func reportUnreadable(_ line: ListItem.Line, _ reason: String) {
    report(.error, .unreadable, at: line.location(of: line.content.lowerBound)) { _ in reason }
  }

  /// Reports what was repaired in the text of a section that begins on a line.
  mutating func report(_ repaired: TextRepair.Result, firstLine: Int) {
    for finding in repaired.findings(firstLine: firstLine) {
      report(finding.severity, finding.code, at: finding.location) { _ in finding.message }
    }
  }

  /// An item that no form of a listing fits, for each of them has a date.
  mutating func reportUnknown(_ line: ListItem.Line) {
    report(
      .error, .noDate, at: line.location(of: line.content.lowerBound)
    ) { "a listing without a date: \($0.quoted(line.content))" }
  }

  /// Input text in quotes, cut to what a message can hold.
  func quoted(_ range: Range<Int>) -> String { buffer.quoted(range) }
}
