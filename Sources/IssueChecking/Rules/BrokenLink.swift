import EventModel
import IssueReading

extension CheckRule {
  static let brokenLink = CheckRule(
    code: .brokenLink, severity: .error,
    summary: "a link that is not written '[text](url)'",
    explanation: """
      On the page its brackets show, or nothing can be followed: the target is missing, stands \
      behind a space, has lost a parenthesis, or names a definition that is nowhere. The mend is \
      sure where the target stands beside the text.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**] (https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    fixability: .sometimes, look: BrokenLinkLook.look)
}

/// Looks at the brackets of main and indented lines.
private enum BrokenLinkLook {
  static func look(_ issue: borrowing CheckedIssue, _ report: inout FindingReport) {
    guard issue.isCurrentForm else { return issue.reportRead(.brokenLink, to: &report) }
    var labels = DefinedLabels(text: issue.text)
    for line in issue.fields {
      guard let line else { continue }
      check(line.groupLinks, in: line.group, issue, &labels, &report)
      for subline in line.sublines {
        check(subline.links, in: subline.line.content, issue, &labels, &report)
      }
    }
  }

  private static func check(
    _ links: [InlineLink], in range: Range<Int>, _ issue: borrowing CheckedIssue,
    _ labels: inout DefinedLabels, _ report: inout FindingReport
  ) {
    let hasTarget = links.contains { $0.target != nil }
    for link in links {
      if link.isBroken {
        report.add(link.whole, problem(of: link, issue.text), fix: fix(link, issue))
      } else if let target = link.target, issue.text.trimmed(target).isEmpty {
        report.add(link.whole, "the link has no target")
      } else if link.target == nil, !hasTarget || link.label != link.text,
        !labels.define(link)
      {
        // Beside a link, brackets alone are text: `[Postponed]`.
        report.add(
          link.whole,
          link.label == link.text || link.label == nil
            ? "the link has no target"
            : "no line defines the label \(issue.quoted(link.label ?? link.text))")
      }
    }
    checkParentheses(links, in: range, issue, &report)
  }

  /// `(text)(url)`, and brackets of a link's text that do not close.
  private static func checkParentheses(
    _ links: [InlineLink], in range: Range<Int>, _ issue: borrowing CheckedIssue,
    _ report: inout FindingReport
  ) {
    let text = issue.text
    var offset = range.lowerBound
    for link in links + [InlineLink(emptyAt: range.upperBound)] {
      let beside = offset..<max(offset, link.whole.lowerBound)
      offset = max(offset, link.whole.upperBound)
      guard
        let middle = beside.first(where: {
          text.hasWord(word(")(http"), at: $0, to: beside.upperBound)
        })
      else {
        if let bracket = beside.first(where: {
          text[$0] == ASCII.leftBracket || text[$0] == ASCII.rightBracket
        }) {
          report.add(bracket..<bracket + 1, "a bracket without its partner")
        }
        continue
      }
      let opening = beside.last { $0 < middle && text[$0] == ASCII.leftParenthesis }
      let closing = beside.first { $0 > middle + 1 && text[$0] == ASCII.rightParenthesis }
      let whole = (opening ?? beside.lowerBound)..<(closing.map { $0 + 1 } ?? beside.upperBound)
      report.add(
        whole, "a link is written '[text](url)'",
        fix: opening.map {
          Fix([Fix.Edit($0..<$0 + 1, "["), Fix.Edit(middle..<middle + 1, "]")])
        })
    }
  }

  /// What is wrong with the target.
  private static func problem(of link: InlineLink, _ text: [UInt8]) -> String {
    let form = "a link is written '[text](url)'"
    let next = link.text.upperBound + 1
    guard let target = link.target, next < link.whole.upperBound else { return form }
    if text.spaceWidth(at: next, to: link.whole.upperBound) > 0 {
      return form + ": a space stands before the target"
    }
    if text[next] != ASCII.leftParenthesis { return form + ": no parenthesis opens the target" }
    return target.upperBound == link.whole.upperBound
      || text[target.lowerBound] == ASCII.leftParenthesis
      ? form + ": the parentheses of the target do not close" : form
  }

  /// The mend where text and target stand side by side.
  private static func fix(_ link: InlineLink, _ issue: borrowing CheckedIssue) -> Fix? {
    guard var target = link.target else { return nil }
    // `[text]((url)`: one parenthesis too many.
    while let first = target.first, issue.text[first] == ASCII.leftParenthesis {
      target = first + 1..<target.upperBound
      if let last = target.last, issue.text[last] == ASCII.rightParenthesis {
        target = target.lowerBound..<last
      }
    }
    guard !target.isEmpty else { return nil }
    let written = issue.string(link.text.upperBound + 1..<link.whole.upperBound)
    let url = issue.string(target)
    // A title in quotation marks stays untouched, and so does what stands behind a lost end.
    guard written.filter({ !" ()\t".contains($0) }) == url.filter({ !"()".contains($0) }),
      !url.contains("["), !url.contains("]")
    else { return nil }
    return Fix(
      replacing: link.text.upperBound + 1..<link.whole.upperBound, with: Text("(\(url))"))
  }
}

/// The labels that lines `[label]: target` define, which few issues need.
private struct DefinedLabels {
  let text: [UInt8]
  private var labels: Set<[UInt8]>?

  init(text: [UInt8]) { self.text = text }

  /// Whether a link's label is one of them, in any letter case.
  mutating func define(_ link: InlineLink) -> Bool {
    guard let label = link.label, !label.isEmpty else { return false }
    let known = labels ?? all()
    labels = known
    return known.contains(text[label].map(\.lowercased))
  }

  private func all() -> Set<[UInt8]> {
    var labels: Set<[UInt8]> = []
    for line in text.split(separator: ASCII.lineFeed) {
      let range = text.trimmed(line.startIndex..<line.endIndex)
      guard let first = range.first, text[first] == ASCII.leftBracket,
        let closing = text.firstOffset(of: ASCII.rightBracket, in: range),
        text.hasWord([ASCII.colon], at: closing + 1, to: range.upperBound)
      else { continue }
      labels.insert(text[first + 1..<closing].map(\.lowercased))
    }
    return labels
  }
}

extension InlineLink {
  /// The end of a line as a link, for what stands behind the last one.
  fileprivate init(emptyAt offset: Int) {
    self.init(whole: offset..<offset, text: offset..<offset)
  }
}
