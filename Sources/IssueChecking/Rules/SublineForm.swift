import EventModel
import IssueReading

extension CheckRule {
  static let subline = CheckRule(
    code: .subline, severity: .warning,
    summary: "an indented line that is missing or not written '    * [**TITLE**](url)'",
    explanation: """
      The title stands on a line of its own below the listing: four spaces, the bullet '*', and a \
      bold link. With other indents and bullets some Markdown programs make another list of it, \
      or a line of the outer one.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
        - [Rust and Tell](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    fixability: .sometimes, scope: .currentForm, look: SublineLook.look)
}

/// Looks at the indented lines of each listing.
private enum SublineLook {
  static func look(_ issue: borrowing CheckedIssue, _ report: inout FindingReport) {
    for line in issue.fields {
      guard let line, line.dates != nil else { continue }
      if line.sublines.isEmpty {
        report.add(
          line.main.content, "the listing has no title: expected a line '    * [**TITLE**](url)'",
          help: "write it below this line")
      }
      for (index, subline) in line.sublines.enumerated() {
        check(subline, isFirst: index == 0, issue, &report)
      }
    }
  }

  /// One finding a line, whatever is wrong with it.
  private static func check(
    _ subline: ListingLine.Subline, isFirst: Bool, _ issue: borrowing CheckedIssue,
    _ report: inout FindingReport
  ) {
    let content = subline.line.content
    let prefix = subline.line.start..<content.lowerBound
    var problems: [String] = []
    var edits: [Fix.Edit] = []
    if let problem = problem(ofPrefix: prefix, issue.text) {
      problems.append(problem)
      edits.append(Fix.Edit(prefix, "    * "))
    }
    if let link = subline.links.first {
      // `$[**Title**](url)`: a slip of a character before the link.
      let before = content.lowerBound..<link.whole.lowerBound
      let marks = Array(before.filter { issue.text[$0] != ASCII.asterisk })
      if !before.isEmpty, marks.allSatisfy({ issue.text[$0].isPunctuation }) {
        if !isBoldAround(link, content, issue.text) {
          problems.append("\(issue.quoted(before)) stands before the link")
          edits.append(Fix.Edit(before, ""))
        }
      }
      if let (problem, edit) = boldProblem(link, content, issue) {
        problems.append(problem)
        if let edit { edits.append(edit) }
      }
    }
    guard !problems.isEmpty else { return }
    let overlap = zip(edits, edits.dropFirst()).contains { $0.range.overlaps($1.range) }
    report.add(
      subline.line.start..<content.upperBound,
      "a title is written '    * [**TITLE**](url)': \(problems.joined(separator: ", "))",
      help: Self.mended(subline, issue).map { "write '\($0)'" },
      fix: edits.count == problems.count && !overlap ? Fix(edits) : nil)
  }

  /// The beginning of the line as it should be.
  private static func mended(
    _ subline: ListingLine.Subline, _ issue: borrowing CheckedIssue
  ) -> String? {
    guard let link = subline.links.first else { return nil }
    let title = issue.string(link.text).split(separator: "*").joined(separator: "*")
    return "    * [**\(title)**](…)"
  }

  /// What is wrong with indentation and bullet.
  private static func problem(ofPrefix prefix: Range<Int>, _ text: [UInt8]) -> String? {
    let written = Array(text[prefix])
    if written == Array("    * ".utf8) { return nil }
    let spaces = written.prefix { $0 == ASCII.space || $0 == ASCII.tab }
    let bullet = written.dropFirst(spaces.count)
    if spaces.contains(ASCII.tab) { return "the indentation has a tab" }
    if spaces.count != 4 {
      return spaces.isEmpty ? "it is not indented" : "it is indented by \(spaces.count)"
    }
    guard let first = bullet.first else { return "it has no bullet" }
    return first == ASCII.asterisk
      ? "one space stands behind the bullet" : "its bullet is no '*'"
  }

  /// `**[Title](url)**`: bold all the same.
  private static func isBoldAround(
    _ link: InlineLink, _ content: Range<Int>, _ text: [UInt8]
  ) -> Bool {
    text.hasWord(word("**"), at: content.lowerBound, to: content.upperBound)
      && link.whole.lowerBound == content.lowerBound + 2
      && text.hasWord(word("**"), at: link.whole.upperBound, to: content.upperBound)
  }

  private static func boldProblem(
    _ link: InlineLink, _ content: Range<Int>, _ issue: borrowing CheckedIssue
  ) -> (String, Fix.Edit?)? {
    let text = issue.text
    let title = text.trimmed(link.text)
    if title.isEmpty || isBoldAround(link, content, text) { return nil }
    if issue.isFurtherLink(link) { return nil }
    let opening = title.prefix { text[$0] == ASCII.asterisk }.count
    let closing = title.reversed().prefix { text[$0] == ASCII.asterisk }.count
    if opening == 2, closing == 2, title.count > 4 { return nil }
    // `**Hack Night: *SOLD OUT***`: emphasis in the bold part ends with it.
    if opening == 2, closing == 3,
      title.dropFirst(2).dropLast(3).count(where: { text[$0] == ASCII.asterisk }) == 1
    {
      return nil
    }
    // `**Title** [Postponed]` has its bold part.
    if opening == 2, closing == 0,
      text.containsWord(word("**"), in: title.lowerBound + 2..<title.upperBound)
    {
      return nil
    }
    let inner = text.trimmed(
      min(
        title.lowerBound + opening, title.upperBound)..<max(
          title.lowerBound + opening, title.upperBound - closing))
    guard !inner.isEmpty else { return nil }
    let hasMarks = text.firstOffset(of: ASCII.asterisk, in: inner) != nil
    return (
      "the title is not bold",
      hasMarks ? nil : Fix.Edit(link.text, Text("**\(issue.string(inner))**"))
    )
  }
}

extension CheckedIssue {
  /// Whether a link says that it is another link of the event above it.
  fileprivate func isFurtherLink(_ link: InlineLink) -> Bool {
    LinkWords.isFurtherLink(Text(slicing: text, text.trimmed(link.text)))
  }
}
