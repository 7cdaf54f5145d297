import EventCatalog
import EventModel
import FileSystem
import IssueArchive
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
  /// The names of the issues of which an earlier body was read.
  private var namesWithEarlierBody: Set<String> = []
  /// Where they come from.
  var origin = Origin.sources

  /// What of the issues is read.
  enum Content { case events, listings, calls }

  let console: Console
  let content: Content
  private let issueDate: CivilDate?
  private(set) var listingCount = 0
  private var warningCount = 0
  private var unreadCount = 0
  private var sectionlessPaths: [String] = []
  /// Why files that were found in folders gave no issue.
  private(set) var failures: [CommandError] = []

  init(console: Console, issueDate: CivilDate?, content: Content = .events) {
    self.console = console
    self.content = content
    self.issueDate = issueDate
  }

  /// Reads sources; without any the local archive, and without that the built-in issue.
  ///
  /// - Parameters:
  ///   - sources: files, folders, URLs, or `-`.
  ///   - network: what of the network may be used.
  /// - Throws: `CommandError` where a source cannot be read, or none holds anything.
  mutating func read(_ sources: [String], network: NetworkUse) throws {
    if sources.isEmpty {
      try readArchive(network)
    } else {
      let pages = try URLSources(fetching: sources, isOffline: network == .offline)
      var files: [SourceFile] = []
      for source in sources { files += try pages[source].map { [$0] } ?? Self.files(of: source) }
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

  /// The files that a source stands for: itself, or the issues of a folder.
  static func files(of source: String) throws(CommandError) -> [SourceFile] {
    let named = [SourceFile(path: source, isNamed: true)]
    guard source != "-" else { return named }
    guard let status = FileReading.status(of: source) else {
      throw .unreadableSource(path: source, reason: SystemError.last.reason)
    }
    guard status.isDirectory else { return named }
    let files = try SourceFile.issues(in: source)
    if files.isEmpty { throw .emptyDirectory(path: source) }
    return files
  }

  /// Reads files, several at a time where there are many.
  mutating func readFiles(_ files: [SourceFile]) throws(CommandError) {
    let (issueDate, content) = (issueDate, content)
    let results = Self.inPieces(files.count) { range in
      // A reader remembers the fields that it has seen, so each piece is one run of the files.
      var reader = ContentReader(content)
      return files[range].map { Self.readFile($0, with: &reader, issueDate) }
    }
    for (file, result) in zip(files, results) {
      do throws(CommandError) {
        try add(result, of: file)
      } catch {
        guard !file.isNamed, error.isOfOneFile else { throw error }
        failures.append(error)
      }
    }
  }

  /// So many files are read in the time that a thread takes to start.
  private static let filesWorthAThread = 8

  private static func readFile(
    _ file: SourceFile, with reader: inout ContentReader, _ issueDate: CivilDate?
  ) -> Result<[ReadIssue], ReadingFailure> {
    do throws(SystemError) {
      let bytes = try FileReading.contents(of: file.path)
      return read(bytes, of: file, with: &reader, issueDate)
    } catch {
      let isTooLarge = error.code == SystemError.tooLarge.code
      return .failure(isTooLarge ? .noIssue(.tooLarge) : .unreadable(error))
    }
  }

  static func read(
    _ bytes: [UInt8], of file: SourceFile, with reader: inout ContentReader,
    _ issueDate: CivilDate?
  ) -> Result<[ReadIssue], ReadingFailure> {
    do throws(IssueReadingError) {
      return .success(try reader.read(bytes, of: file, fallbackDate: issueDate))
    } catch {
      return .failure(.noIssue(error))
    }
  }

  /// Why a file gave no issue.
  enum ReadingFailure: Error {
    case unreadable(SystemError)
    case noIssue(IssueReadingError)
  }

  mutating func add(
    _ result: Result<[ReadIssue], ReadingFailure>, of file: SourceFile
  ) throws(CommandError) {
    let path = file.shown
    switch result {
    case .success(let read):
      for one in read {
        if !file.isEarlierBody {
          report(one, path: path)
          issues.append(one.issue)
        }
        if var step = one.step {
          if file.revision > 0, !namesWithEarlierBody.contains(file.name) { step.becomeFirst() }
          steps.append(step)
        }
      }
      if file.isEarlierBody { namesWithEarlierBody.insert(file.name) }
    case .failure(.unreadable(let error)):
      throw .unreadableSource(path: path, reason: error.reason)
    case .failure(.noIssue(.noEventsSection)):
      if !file.mayLackEvents { sectionlessPaths.append(path) }
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

  /// The same where the first numbers take less work than the last, as the first years of the
  /// newsletter do for `check`: the cores take the numbers in turns.
  static func inTurns<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (StrideTo<Int>) -> [Result]
  ) -> [Result] {
    let pieces = count < filesWorthAThread * 2 ? 1 : Threads.coreCount
    if pieces == 1 { return body(stride(from: 0, to: count, by: 1)) }
    let results = Threads.map(pieces) { body(stride(from: $0, to: count, by: pieces)) }
    return (0..<count).map { results[$0 % pieces][$0 / pieces] }
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
