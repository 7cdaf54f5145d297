import EventModel

/// Reads the lines of a section of calls into calls and diagnostics.
struct CallLineReader {
  /// The text that is read.
  private(set) var buffer: [UInt8] = []
  /// What was read.
  private(set) var issue = Issue(
    reference: IssueReference(date: .distantPast, number: nil, file: ""), hasEventsSection: false)

  private var definitions = LinkDefinitions()
  private var scanner = LinkScanner()
  private var errorCount = 0

  /// Begins an issue.
  mutating func begin(
    _ reference: IssueReference, hasEventsSection: Bool, definitions: LinkDefinitions
  ) {
    issue = Issue(reference: reference, hasEventsSection: hasEventsSection)
    self.definitions = definitions
  }

  /// Ends it, and gives what was read.
  mutating func end() -> Issue {
    buffer = []
    definitions = LinkDefinitions()
    issue.diagnostics.sort { $0.location < $1.location }
    return issue
  }

  /// Reads the lines of a section, the first of which has this number.
  mutating func read(_ text: [UInt8], firstLine: Int) {
    buffer = text
    var number = firstLine
    var offset = 0
    while offset < text.count {
      let end = text.firstOffset(of: ASCII.lineFeed, in: offset..<text.count) ?? text.count
      let shape = LineShape(buffer, offset..<end)
      let line = ListItem.Line(content: shape.content, start: offset, number: number)
      switch shape.kind {
      case .blank, .definition, .heading: break
      case .item: readItem(line)
      case .text: if isCall(shape.content) { readItem(line) }
      }
      offset = end + 1
      number += 1
    }
  }

  /// Whether a line without bullet is a call: it has fields, and a link or a date in them.
  private func isCall(_ content: Range<Int>) -> Bool {
    let isShort = content.count <= SectionReader.lineLimit
    guard isShort, let first = content.first(where: { buffer[$0] != ASCII.asterisk }) else {
      return false
    }
    let hasFields = buffer.firstOffset(of: ASCII.pipe, in: content) != nil
    if buffer[first] == ASCII.leftBracket {
      return hasFields || dates.first(in: content) != nil
    }
    return hasFields && dates.first(in: content) != nil
  }

  private var dates: CallDates { CallDates(buffer: buffer, reference: issue.reference.date) }

  private mutating func readItem(_ line: ListItem.Line) {
    if line.content.isEmpty { return }
    let errorsBefore = errorCount
    if line.content.count > SectionReader.lineLimit {
      issue.itemCount += 1
      report(
        .error, .unreadable, line, line.content.lowerBound,
        "a line is longer than \(SectionReader.lineLimit) bytes")
    } else {
      let links = links(in: line)
      if links.isEmpty, CallWords.isNotice(buffer, line.content) { return }
      issue.itemCount += 1
      let countBefore = issue.calls.count
      readCall(line, links)
      if issue.calls.count > countBefore {
        if errorCount > errorsBefore { issue.faultyItemCount += 1 }
        return
      }
    }
    issue.unreadItemCount += 1
    if errorCount > errorsBefore { issue.faultyItemCount += 1 } else { issue.silentItemCount += 1 }
  }

  /// The links of a line with their targets.
  private mutating func links(in line: ListItem.Line) -> [CallFields.FoundLink] {
    scanner.scan(buffer, line.content)
    var found: [CallFields.FoundLink] = []
    for link in scanner.links {
      var target = link.target.map { PlainText.target(buffer, $0) }
      if target == nil, let label = link.label { target = definitions.target(buffer, label) }
      let title = PlainText.make(buffer, link.text)
      found.append(
        CallFields.FoundLink(
          whole: link.whole, title: title, url: target?.nonEmpty,
          isBroken: link.isBroken || target?.nonEmpty == nil))
    }
    return found
  }

  private mutating func readCall(_ line: ListItem.Line, _ links: [CallFields.FoundLink]) {
    var fields = CallFields(
      buffer: buffer, content: line.content, links: links, issueDate: issue.reference.date)
    let details = fields.details()
    for finding in fields.findings {
      report(finding.severity, finding.code, line, finding.offset, finding.message)
    }
    if let details {
      issue.calls.append(
        CallForPapers(details: details, location: line.location(of: line.content.lowerBound)))
    }
  }

  // MARK: Findings

  private mutating func report(
    _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ line: ListItem.Line,
    _ offset: Int, _ message: String
  ) {
    report(Diagnostic(severity, code, at: line.location(of: offset), message))
  }

  /// Adds a finding; beyond the limit it is counted only.
  mutating func report(_ finding: Diagnostic) {
    if finding.severity == .error { errorCount += 1 }
    if issue.diagnostics.count < SectionReader.diagnosticLimit {
      issue.diagnostics.append(finding)
    } else {
      issue.omittedDiagnostics[finding.code, default: 0] += 1
    }
  }
}
