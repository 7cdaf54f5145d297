import EventCatalog
import EventModel
import IssueReading

/// Reads the sources of a command into issues.
struct SourceReader {
  /// Where the issues come from when no source is named.
  enum Origin: Equatable, Sendable {
    /// Sources on the command line.
    case sources
    /// The local archive.
    case archive
    /// The issue inside the program.
    case builtIn
  }

  /// The issues read, in the order of the sources; without their listings where the ledger's steps
  /// hold them.
  private(set) var issues: [Issue] = []
  /// The issues as the ledger reads them, where events are wanted.
  private(set) var steps: [Ledger.Step] = []
  /// Where they come from.
  private(set) var origin = Origin.sources

  /// What of the issues is read.
  enum Content { case events, listings, calls }

  private let console: Console
  private let content: Content
  private let issueDate: CivilDate?
  private var listingCount = 0
  private var warningCount = 0
  private var unreadCount = 0
  private var sectionlessPaths: [String] = []
  /// Why files that were found in folders gave no issue.
  private var failures: [CommandError] = []

  init(console: Console, issueDate: CivilDate?, content: Content = .events) {
    self.console = console
    self.content = content
    self.issueDate = issueDate
  }

  /// Reads sources; without any the local archive, and without that the built-in issue.
  mutating func read(_ sources: [String]) throws {
    if sources.isEmpty {
      try readArchive()
    } else {
      var files: [SourceFile] = []
      for source in sources { files += try Self.files(of: source) }
      try readFiles(files)
      if issues.isEmpty { throw failures.first ?? .noEventsSection(sources: sources) }
    }
    // Most issues have no call; each has events.
    if listingCount == 0, content != .calls || unreadCount > 0 {
      throw unreadCount > 0
        ? CommandError.nothingRead(sources: sources) : .nothingListed(sources: sources)
    }
    for path in sectionlessPaths {
      console.warning("no events section in '\(path)'; it is left out")
    }
    for failure in failures { console.warning("\(failure); it is left out") }
    summarise()
  }

  // MARK: Sources

  /// A file to read.
  struct SourceFile {
    var path: String
    /// Whether it was named on the command line, and so must be an issue.
    var isNamed: Bool
  }

  /// The files that a source stands for: itself, or the issues of a folder.
  static func files(of source: String) throws(CommandError) -> [SourceFile] {
    let named = [SourceFile(path: source, isNamed: true)]
    guard source != "-" else { return named }
    guard let status = FileReading.status(of: source) else {
      throw .unreadableSource(path: source, reason: SystemError.last.reason)
    }
    guard status.isDirectory else { return named }
    let files = try issues(in: source)
    if files.isEmpty { throw .emptyDirectory(path: source) }
    return files
  }

  /// Reads files, several at a time where there are many.
  private mutating func readFiles(_ files: [SourceFile]) throws(CommandError) {
    let (issueDate, content) = (issueDate, content)
    let results = Self.inPieces(files.count) { range in
      // A reader remembers the fields that it has seen, so each piece is one run of the files.
      var reader = ContentReader(content)
      return files[range].map { Self.readFile($0.path, with: &reader, issueDate) }
    }
    for (file, result) in zip(files, results) {
      do throws(CommandError) {
        try add(result, path: file.path)
      } catch {
        guard !file.isNamed, error.isOfOneFile else { throw error }
        failures.append(error)
      }
    }
  }

  /// So many files are read in the time that a thread takes to start.
  private static let filesWorthAThread = 8

  private static func readFile(
    _ path: String, with reader: inout ContentReader, _ issueDate: CivilDate?
  ) -> Result<[ReadIssue], ReadingFailure> {
    do throws(SystemError) {
      let bytes = try FileReading.contents(of: path)
      return read(
        bytes, name: path == "-" ? "" : fileName(path), with: &reader, issueDate)
    } catch {
      let isTooLarge = error.code == SystemError.tooLarge.code
      return .failure(isTooLarge ? .noIssue(.tooLarge) : .unreadable(error))
    }
  }

  private static func read(
    _ bytes: [UInt8], name: String, with reader: inout ContentReader, _ issueDate: CivilDate?
  ) -> Result<[ReadIssue], ReadingFailure> {
    do throws(IssueReadingError) {
      return .success(try reader.read(bytes, file: Text(name), fallbackDate: issueDate))
    } catch {
      return .failure(.noIssue(error))
    }
  }

  /// Why a file gave no issue.
  private enum ReadingFailure: Error {
    case unreadable(SystemError)
    case noIssue(IssueReadingError)
  }

  private mutating func add(
    _ result: Result<[ReadIssue], ReadingFailure>, path: String
  ) throws(CommandError) {
    switch result {
    case .success(let read):
      for one in read {
        report(one, path: path)
        issues.append(one.issue)
        if let step = one.step { steps.append(step) }
      }
    case .failure(.unreadable(let error)):
      throw .unreadableSource(path: path, reason: error.reason)
    case .failure(.noIssue(.noEventsSection)): sectionlessPaths.append(path)
    case .failure(.noIssue(.noDate)): throw .noDate(path: path)
    case .failure(.noIssue(.tooLarge)): throw .tooLarge(path: path)
    case .failure(.noIssue(.tooComplex)): throw .tooComplex(path: path)
    case .failure(.noIssue(.libraryMissing)): throw .libraryMissing(path: path)
    }
  }

  /// The steps, which are no longer held here.
  mutating func takeSteps() -> [Ledger.Step] {
    defer { steps = [] }
    return steps
  }

  /// The results for the numbers below `count`, found on several cores where there are many.
  static func inPieces<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Range<Int>) -> [Result]
  ) -> [Result] {
    let pieces = count < filesWorthAThread * 2 ? 1 : Threads.coreCount
    if pieces == 1 { return body(0..<count) }
    return Threads.map(pieces) { piece in
      body(count * piece / pieces..<count * (piece + 1) / pieces)
    }.flatMap(\.self)
  }

  /// The local archive, or the built-in issue where there is none.
  private mutating func readArchive() throws(CommandError) {
    let path = Environment.archivePath
    if let path, FileReading.status(of: path)?.isDirectory == true {
      try readFiles(Self.issues(in: path))
      if !issues.isEmpty {
        origin = .archive
        return
      }
      if let failure = failures.first { throw failure }
    }
    origin = .builtIn
    var reader = ContentReader(content)
    let result = Self.read(BuiltInIssue.bytes, name: BuiltInIssue.file, with: &reader, nil)
    try add(result, path: BuiltInIssue.file)
    guard let issue = issues.first?.reference else { return }
    let age = issue.date.days(to: Environment.today)
    let name =
      "the built-in issue \(issue.number.map { "\($0) " } ?? "")of \(issue.date), \(age) days old"
    console.warning(
      "no issues in the local archive\(path.map { " '\($0)'" } ?? ""): "
        + (content == .calls && listingCount == 0
          ? "\(name), has no calls for papers; name a SOURCE" : "using \(name)"))
  }

  private static func issues(in path: String) throws(CommandError) -> [SourceFile] {
    do {
      return try FileReading.issues(in: path).map { SourceFile(path: $0, isNamed: false) }
    } catch {
      throw .unreadableSource(path: path, reason: error.reason)
    }
  }

  /// The name of a file without folders.
  static func fileName(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) }
      ?? path
  }

  // MARK: What was read

  private mutating func report(_ read: ReadIssue, path: String) {
    let issue = read.issue
    listingCount += read.count
    unreadCount += issue.unreadItemCount
    let warnings = issue.diagnostics.lazy.filter { $0.severity == .warning }.map(\.location.line)
    warningCount += Set(warnings.compactMap(\.self)).count + warnings.count { $0 == nil }
    for diagnostic in issue.diagnostics { console.diagnostic(diagnostic, in: path) }
    if issue.omittedDiagnosticCount > 0, console.verbosity == .verbose {
      console.warning("\(issue.omittedDiagnosticCount) more findings in '\(path)' are not shown")
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func summarise() {
    guard origin != .builtIn else { return }
    let noun = content == .calls ? "call" : "listing"
    var text =
      "read \(Self.counted(listingCount, noun)) of \(Self.counted(issues.count, "issue"))"
    var remarks: [String] = []
    if warningCount > 0 { remarks.append("\(warningCount) with a warning") }
    if unreadCount > 0 { remarks.append("\(unreadCount) not read") }
    if !remarks.isEmpty {
      text += " (\(remarks.joined(separator: ", "))"
      text += console.verbosity == .verbose ? ")" : "; --verbose shows them)"
    }
    console.note(text)
  }
}

/// An issue that was read, and what the ledger reads of it.
private struct ReadIssue {
  var issue: Issue
  var step: Ledger.Step?
  /// How many listings or calls it had.
  var count: Int

  init(_ issue: consuming Issue, content: SourceReader.Content) {
    count = issue.listings.count + issue.calls.count
    step = content == .events ? Ledger.Step(taking: &issue) : nil
    self.issue = issue
  }
}

/// The reader of what is wanted of an issue.
private struct ContentReader {
  private let content: SourceReader.Content
  private var listings: IssueReader?
  private var calls = CallReader()

  init(_ content: SourceReader.Content) {
    self.content = content
    listings = content == .calls ? nil : IssueReader()
  }

  mutating func read(
    _ bytes: [UInt8], file: Text, fallbackDate: CivilDate?
  ) throws(IssueReadingError) -> [ReadIssue] {
    var issues: [Issue]
    if let read = try listings?.readAll(bytes, file: file, fallbackDate: fallbackDate) {
      issues = read
    } else {
      issues = try calls.readAll(bytes, file: file, fallbackDate: fallbackDate)
    }
    // One after the other leaves the list, so that its listings are its step's alone.
    var result: [ReadIssue] = []
    issues.reverse()
    while let issue = issues.popLast() { result.append(ReadIssue(issue, content: content)) }
    return result
  }
}
