package import EventModel
package import IssueReading

/// Checks the events of issues.
///
/// One check serves many files: its reader remembers the fields that it has seen.
package struct IssueCheck {
  /// What was found in one file.
  package struct Result: Sendable {
    /// The file's text: what the ranges of the findings are offsets in.
    package var text: [UInt8]
    /// The findings in the order of the file.
    package var findings: [Finding]
    /// How many more there were.
    package var omittedCount = 0
    /// How many listings were read.
    package var listingCount = 0
    /// Whether edits of ``text`` are edits of the file: not where its bytes are no UTF-8.
    package var isEditable = true
    /// Which issue it is; nil for one without events section.
    package var reference: IssueReference?
  }

  private let rules: [CheckRule]
  private let pages: EventPageKnowledge?
  private var reader = IssueReader()

  /// A check by some rules; with `pages` also against the events' own pages.
  package init(_ rules: [CheckRule] = CheckRule.all, pages: EventPageKnowledge? = nil) {
    self.rules = rules
    self.pages = pages
  }

  /// Checks a Markdown file.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents, in whatever state.
  ///   - file: Its name without folders.
  ///   - fallbackDate: The date of an issue that does not say it.
  /// - Throws: `IssueReadingError` where the file is no issue; one of the time when issues had
  ///   events, but without a section of them, is a finding.
  /// - Returns: What the rules found, nothing where none speaks.
  package mutating func check(
    _ bytes: [UInt8], file: Text, fallbackDate: CivilDate? = nil
  ) throws(IssueReadingError) -> Result {
    do {
      return check(
        try CheckedIssue(
          bytes, file: file, fallbackDate: fallbackDate, pages: pages, with: &reader))
    } catch {
      guard error == .noEventsSection,
        let date = IssueReader.date(of: bytes, file: file, fallbackDate: fallbackDate),
        date >= Self.firstEvents
      else { throw error }
      return checkSectionless(bytes)
    }
  }

  /// The day of the first issue that has an events section.
  private static let firstEvents = CivilDate(year: 2014, month: 11, day: 17) ?? .distantPast

  private func check(_ issue: CheckedIssue) -> Result {
    var report = FindingReport(issue.lineTable)
    for rule in rules where isInScope(rule, issue) {
      report.run(rule, on: issue)
    }
    let omitted = report.omittedCount
    return Result(
      text: issue.text, findings: report.sorted(), omittedCount: omitted,
      listingCount: issue.issue.listings.count, isEditable: !issue.layout.isDecoded,
      reference: issue.issue.reference)
  }

  private func isInScope(_ rule: CheckRule, _ issue: CheckedIssue) -> Bool {
    switch rule.scope {
    case .everyForm: true
    case .currentForm: issue.isCurrentForm
    case .pages: issue.pages != nil
    case .sectionless: false
    }
  }

  private func checkSectionless(_ bytes: [UInt8]) -> Result {
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let end = text.firstOffset(of: ASCII.lineFeed, in: 0..<text.count) ?? text.count
    var report = FindingReport(LineTable(text))
    for rule in rules where rule.scope == .sectionless {
      report.add(text.trimmed(0..<end), of: rule)
    }
    return Result(text: text, findings: report.sorted(), isEditable: text == bytes)
  }
}
