package import EventModel
import HTMLTree

/// Reads something of Markdown issues, and so of all that can be made Markdown.
package protocol MarkdownReader {
  /// Reads a Markdown issue.
  mutating func read(
    _ bytes: [UInt8], file: Text, fallbackDate: CivilDate?
  ) throws(IssueReadingError) -> Issue
}

extension IssueReader: MarkdownReader {}
extension CallReader: MarkdownReader {}

extension MarkdownReader {
  /// Reads a source of any kind, which its contents tell: a Markdown issue, a published page, or
  /// an Atom or RSS feed with full content.
  ///
  /// What is read of pages and feeds is the same as of the Markdown, but nothing has a line.
  ///
  /// - Parameters:
  ///   - bytes: The source's contents, in whatever state.
  ///   - file: Its name without folders; see `read(_:file:fallbackDate:)`.
  ///   - fallbackDate: The date of an issue that does not say it.
  /// - Throws: `IssueReadingError`, where the source gives no issue at all.
  /// - Returns: One issue, or of a feed one for each entry that has an events section.
  package mutating func readAll(
    _ bytes: [UInt8], file: Text, fallbackDate: CivilDate? = nil
  ) throws(IssueReadingError) -> [Issue] {
    try PublishedSource.issues(bytes, file, fallbackDate) {
      markdown, file, date throws(IssueReadingError) in
      try read(markdown, file: file, fallbackDate: date)
    }
  }
}

/// The way of a source of any kind to a reader of Markdown.
private enum PublishedSource {
  /// Reads a Markdown issue, under the name given and with a date in case it says none.
  typealias Reading = ([UInt8], Text, CivilDate?) throws(IssueReadingError) -> Issue

  static func issues(
    _ bytes: [UInt8], _ file: Text, _ date: CivilDate?, _ read: Reading
  ) throws(IssueReadingError) -> [Issue] {
    switch SourceKind(bytes) {
    case .markdown: return [try read(bytes, file, date)]
    case .page:
      let page = try parsing { () throws(HTMLTreeError) in try PublishedPage(bytes) }
      return [withoutLines(try read(page.markdown, file, date))]
    case .feed:
      let feed = try parsing { () throws(HTMLTreeError) in try Feed(bytes) }
      return try issues(of: feed, file, date, read)
    }
  }

  private static func issues(
    of feed: Feed, _ file: Text, _ date: CivilDate?, _ read: Reading
  ) throws(IssueReadingError) -> [Issue] {
    var issues: [Issue] = []
    var undatedCount = 0
    // A name or an option says nothing of the many issues of a feed.
    let isOnly = feed.entries.count == 1
    for entry in feed.entries.prefix(entryLimit) {
      do {
        var issue = withoutLines(try read(entry, isOnly ? file : "", isOnly ? date : nil))
        issue.reference.file = file
        issues.append(issue)
      } catch {
        // Feeds hold entries that are no issues, or only the beginning of one, and one that says no
        // date takes none of the others with it.
        switch error {
        case .noEventsSection: continue
        case .noDate: undatedCount += 1
        default: throw error
        }
      }
    }
    guard let last = issues.indices.last else {
      throw undatedCount > 0 ? .noDate : .noEventsSection
    }
    if undatedCount > 0 {
      issues[last].diagnostics.append(undated(undatedCount))
    }
    if feed.entries.count > entryLimit {
      issues[last].diagnostics.append(
        Diagnostic(
          .warning, .markup, at: .none,
          "the feed has \(feed.entries.count) entries; those behind the first \(entryLimit) are left "
            + "out"))
    }
    if let problem = feed.problem {
      issues[last].diagnostics.append(
        Diagnostic(
          .warning, .markup, at: .none,
          "the feed is no well-formed XML, and what comes behind line \(problem.line) may be "
            + "missing: \(problem.message)"))
    }
    return issues
  }

  /// Most entries of a feed that are read: the newsletter's own history of twelve years has 600
  /// issues, and each is a step of the ledger.
  private static let entryLimit = 5_000

  private static func undated(_ count: Int) -> Diagnostic {
    Diagnostic(
      .warning, .noDate, at: .none,
      count == 1
        ? "an entry of the feed says no date; it is left out"
        : "\(count) entries of the feed say no date; they are left out")
  }

  /// An issue without lines: those of the Markdown that was made of a page mean nothing.
  private static func withoutLines(_ issue: Issue) -> Issue {
    var issue = issue
    issue.windowLocation = nil
    for index in issue.listings.indices { issue.listings[index].location = .none }
    for index in issue.calls.indices { issue.calls[index].location = .none }
    for index in issue.diagnostics.indices { issue.diagnostics[index].location = .none }
    return issue
  }

  /// Makes a parser's error one of the reader's.
  private static func parsing<Value>(
    _ parse: () throws(HTMLTreeError) -> Value
  ) throws(IssueReadingError) -> Value {
    do { return try parse() } catch {
      switch error {
      case .libraryMissing: throw .libraryMissing
      case .tooLong, .outOfMemory: throw .tooLarge
      case .tooDeep, .tooManyAttributes: throw .tooComplex
      case .unreadable: throw .noEventsSection
      }
    }
  }
}
