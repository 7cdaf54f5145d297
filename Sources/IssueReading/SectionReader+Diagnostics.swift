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
    if let offset = repaired.undecodable {
      report(
        .warning, .encoding,
        at: Self.location(of: offset, in: repaired.bytes, firstLine: firstLine)
      ) { _ in "bytes that are no UTF-8, read as U+FFFD" }
    }
    for run in repaired.mended {
      let text = String(decoding: repaired.bytes[run], as: UTF8.self)
      report(
        .warning, .mojibake,
        at: Self.location(of: run.lowerBound, in: repaired.bytes, firstLine: firstLine)
      ) { _ in "wrongly decoded UTF-8, read as '\(text)'" }
    }
  }

  private static func location(
    of offset: Int, in bytes: [UInt8], firstLine: Int
  ) -> SourceLocation {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0
    return SourceLocation(
      line: firstLine + before.count { $0 == ASCII.lineFeed }, column: offset - lineStart + 1)
  }

  /// An item that no form of a listing fits, for each of them has a date.
  mutating func reportUnknown(_ line: ListItem.Line) {
    report(
      .error, .noDate, at: line.location(of: line.content.lowerBound)
    ) { "a listing without a date: \($0.quoted(line.content))" }
  }

  /// Input text in quotes, cut to what a message can hold.
  func quoted(_ range: Range<Int>) -> String {
    let limit = 60
    let text = String(decoding: buffer[range.prefix(limit * 4)], as: UTF8.self)
    let printable = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
    let head = printable.prefix(limit).reduce(into: "") { $0.unicodeScalars.append($1) }
    return "'\(head)\(printable.count > limit || range.count > limit * 4 ? "…" : "")'"
  }
}
