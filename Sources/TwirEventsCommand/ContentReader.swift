import EventCatalog
import EventModel
import IssueReading

/// An issue that was read, and what the ledger reads of it.
struct ReadIssue {
  var issue: Issue
  var step: Ledger.Step?
  /// How many listings or calls it had.
  var count: Int

  init(_ issue: consuming Issue, of file: SourceFile, content: SourceReader.Content) {
    count = issue.listings.count + issue.calls.count
    if content == .events {
      step = Ledger.Step(taking: &issue, fetched: file.fetched, revision: file.revision)
    }
    self.issue = issue
  }
}

/// The reader of what is wanted of an issue.
struct ContentReader {
  private let content: SourceReader.Content
  private var listings: IssueReader?
  private var calls = CallReader()

  init(_ content: SourceReader.Content) {
    self.content = content
    listings = content == .calls ? nil : IssueReader()
  }

  mutating func read(
    _ bytes: [UInt8], of file: SourceFile, fallbackDate: CivilDate?
  ) throws(IssueReadingError) -> [ReadIssue] {
    let name = Text(file.name)
    var issues: [Issue]
    if let read = try listings?.readAll(bytes, file: name, fallbackDate: fallbackDate) {
      issues = read
    } else {
      issues = try calls.readAll(bytes, file: name, fallbackDate: fallbackDate)
    }
    // One after the other leaves the list, so that its listings are its step's alone.
    var result: [ReadIssue] = []
    issues.reverse()
    while let issue = issues.popLast() {
      result.append(ReadIssue(issue, of: file, content: content))
    }
    return result
  }
}
