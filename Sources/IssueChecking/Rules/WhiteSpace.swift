import EventModel
import IssueReading

extension CheckRule {
  static let whiteSpace = CheckRule(
    code: .whiteSpace, severity: .warning,
    summary: "tabs, no-break spaces, trailing or doubled spaces, CRLF, a byte order mark",
    explanation: """
      Nobody sees them, but they make equal titles differ, end up in calendars, and turn up in \
      every comparison of two issues. Two spaces at a line's end are a line break in Markdown. \
      Looked at are the headings and listings of the section; indents are the rule 'subline', and \
      spaces at a bar the rule 'fields'.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust  and Tell**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    fixability: .always, scope: .currentForm, look: WhiteSpaceLook.look)
}

/// Looks for white space that is not one space between two words.
private enum WhiteSpaceLook {
  static func look(_ issue: borrowing CheckedIssue, _ report: inout FindingReport) {
    checkFile(issue.text, &report)
    for heading in issue.layout.headings {
      checkText(heading.content, issue.text, &report)
      checkEnd(of: heading.line, issue.text, &report)
    }
    for (index, item) in issue.layout.items.enumerated() {
      if let line = issue.fields[index] {
        checkText(line.place, issue.text, &report)
        checkText(issue.text.trimmed(line.group), issue.text, &report)
      } else {
        checkText(item.item.main.content, issue.text, &report)
      }
      checkEnd(of: item.item.main.content, issue.text, &report)
      for subline in item.item.subitems {
        checkText(subline.content, issue.text, &report)
        checkEnd(of: subline.content, issue.text, &report)
      }
    }
  }

  /// What is said once for a file.
  private static func checkFile(_ text: [UInt8], _ report: inout FindingReport) {
    if text.starts(with: [0xEF, 0xBB, 0xBF]) {
      report.add(0..<3, "the file begins with a byte order mark", fix: Fix(removing: 0..<3))
    }
    guard let first = text.firstOffset(of: ASCII.carriageReturn, in: 0..<text.count),
      text.hasWord([ASCII.lineFeed], at: first + 1, to: text.count)
    else { return }
    report.add(
      first..<first + 1, "lines end with CRLF, not with LF alone",
      fix: Fix(lineEnds(text).map { Fix.Edit($0..<$0 + 1, "") }))
  }

  /// The carriage returns before line feeds.
  private static func lineEnds(_ text: [UInt8]) -> [Int] {
    var offsets: [Int] = []
    var offset = 0
    while let found = text.firstOffset(of: ASCII.carriageReturn, in: offset..<text.count) {
      if text.hasWord([ASCII.lineFeed], at: found + 1, to: text.count) { offsets.append(found) }
      offset = found + 1
    }
    return offsets
  }

  /// White space inside of a text.
  private static func checkText(
    _ range: Range<Int>, _ text: [UInt8], _ report: inout FindingReport
  ) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      // What is printable ASCII is most of a text.
      guard !(0x21...0x7E ~= text[offset]),
        text.spaceWidth(at: offset, to: range.upperBound) > 0
      else {
        offset += 1
        continue
      }
      let end = text.skippingSpaces(from: offset, to: range.upperBound)
      defer { offset = end }
      // Line breaks part the lines of one item.
      let run = offset..<end
      if (end - offset == 1 && text[offset] == ASCII.space)
        || run.contains(where: { text[$0] == ASCII.lineFeed })
      {
        continue
      }
      let isInvisible = isZeroWidth(run, text)
      report.add(
        run, "\(name(of: run, text)) inside of a text",
        fix: Fix(replacing: run, with: isInvisible ? "" : " "))
    }
  }

  /// White space between a text and the end of its line.
  private static func checkEnd(
    of content: Range<Int>, _ text: [UInt8], _ report: inout FindingReport
  ) {
    let trimmed = text.trimmed(content)
    let lineEnd =
      text.firstOffset(of: ASCII.lineFeed, in: trimmed.upperBound..<text.count) ?? text.count
    var end = lineEnd
    while end > trimmed.upperBound, text[end - 1] == ASCII.carriageReturn { end -= 1 }
    let rest = trimmed.upperBound..<end
    // Behind the text a comment may stand.
    guard !rest.isEmpty, text.skippingSpaces(from: rest.lowerBound, to: end) == end else { return }
    report.add(
      rest, "\(name(of: rest, text)) at the end of a line", fix: Fix(removing: rest))
  }

  private static func isZeroWidth(_ run: Range<Int>, _ text: [UInt8]) -> Bool {
    let scalars = String(decoding: text[run], as: UTF8.self).unicodeScalars
    return scalars.allSatisfy { $0.value == 0x200B || $0.value == 0xFEFF }
  }

  /// What a run is, in words.
  private static func name(of run: Range<Int>, _ text: [UInt8]) -> String {
    let scalars = Array(String(decoding: text[run], as: UTF8.self).unicodeScalars)
    if scalars.contains("\t") { return "a tab" }
    if scalars.contains("\u{A0}") { return "a no-break space" }
    if let other = scalars.first(where: { $0.value > 0x7F }) {
      return "a space of another kind (U+\(String(other.value, radix: 16, uppercase: true)))"
    }
    return scalars.count == 1 ? "a space" : "\(scalars.count) spaces"
  }
}
