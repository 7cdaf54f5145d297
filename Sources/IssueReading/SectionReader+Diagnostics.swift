import EventModel

/// The wording of what the reader reports, in one place.
extension SectionReader {
  mutating func reportInvalidDate(_ line: ListItem.Line, _ range: Range<Int>) {
    report(
      .error, .invalidDate, at: location(of: range.lowerBound, in: line), length: range.count
    ) { "no such date, or a range that ends before it begins: \($0.quoted(range))" }
  }

  mutating func reportMonth(_ line: ListItem.Line, _ name: Range<Int>, readAs dates: EventDates) {
    report(
      .warning, .invalidDate, at: location(of: name.lowerBound, in: line), length: name.count
    ) { "no month has this name: \($0.quoted(name)); read as \(dates.first)" }
  }

  mutating func reportYear(
    _ line: ListItem.Line, _ range: Range<Int>, corrected: CivilDate
  ) {
    report(
      .warning, .year, at: location(of: range.lowerBound, in: line), length: range.count
    ) {
      "the year cannot be meant in an issue of \($0.issueDate): \($0.quoted(range)); "
        + "read as \(corrected)"
    }
  }

  mutating func reportBrokenLink(_ line: ListItem.Line, _ offset: Int) {
    // In an item of several lines the link may stand behind its first.
    let end = offset < line.content.upperBound ? line.content.upperBound : endOfLine(from: offset)
    report(
      .warning, .brokenLink, at: location(of: offset, in: line), length: end - offset
    ) {
      "a link that is not written '[text](url)': \($0.quoted(offset..<end))"
    }
  }

  mutating func reportUnreadable(_ line: ListItem.Line, _ reason: String) {
    report(
      .error, .unreadable, at: line.location(of: line.content.lowerBound),
      length: line.content.count
    ) { _ in reason }
  }

  /// The place of an offset in an item that begins on a line, and may go over several.
  private func location(of offset: Int, in line: ListItem.Line) -> SourceLocation {
    let before = line.start..<max(line.start, offset)
    guard let end = before.last(where: { buffer[$0] == ASCII.lineFeed }) else {
      return line.location(of: offset)
    }
    let number = line.number + before.count { buffer[$0] == ASCII.lineFeed }
    return SourceLocation(line: number, column: offset - end)
  }

  private func endOfLine(from offset: Int) -> Int {
    buffer.firstOffset(of: ASCII.lineFeed, in: offset..<buffer.count) ?? buffer.count
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
      .error, .noDate, at: line.location(of: line.content.lowerBound),
      length: line.content.count
    ) { "a listing without a date: \($0.quoted(line.content))" }
  }

  /// Input text in quotes, cut to what a message can hold.
  func quoted(_ range: Range<Int>) -> String { buffer.quoted(range) }
}
