import EventCatalog
import EventModel
import IssueReading

/// Reads the sources of a command into issues.
struct SourceReader {
  /// Where the issues come from when no source is named.
  enum Origin: Equatable {
    /// Sources on the command line.
    case sources
    /// The local archive.
    case archive
    /// The issue inside the program.
    case builtIn
  }

  /// The issues read, in the order of the sources.
  private(set) var issues: [Issue] = []
  /// Where they come from.
  private(set) var origin = Origin.sources

  private let console: Console
  private let issueDate: CivilDate?
  private var listingCount = 0
  private var warningCount = 0
  private var unreadCount = 0
  private var sectionlessPaths: [String] = []

  init(console: Console, issueDate: CivilDate?) {
    self.console = console
    self.issueDate = issueDate
  }

  /// Reads sources; without any the local archive, and without that the built-in issue.
  mutating func read(_ sources: [String]) throws {
    if sources.isEmpty {
      try readArchive()
    } else {
      var files: [String] = []
      for source in sources { files += try Self.files(of: source) }
      try readFiles(files)
      if issues.isEmpty { throw CommandError.noEventsSection(sources: sources) }
    }
    if listingCount == 0 { throw CommandError.nothingRead(sources: sources) }
    for path in sectionlessPaths {
      console.warning("no events section in '\(path)'; it is left out")
    }
    summarise()
  }

  // MARK: Sources

  /// The files that a source stands for: itself, or the issues of a folder.
  private static func files(of source: String) throws(CommandError) -> [String] {
    guard source != "-" else { return [source] }
    guard let status = FileReading.status(of: source) else {
      throw .unreadableSource(path: source, reason: SystemError.last.reason)
    }
    guard status.isDirectory else { return [source] }
    let paths = try issues(in: source)
    if paths.isEmpty { throw .emptyDirectory(path: source) }
    return paths
  }

  /// Reads files, several at a time where there are many.
  private mutating func readFiles(_ paths: [String]) throws(CommandError) {
    let issueDate = issueDate
    let pieces = paths.count < Self.filesWorthAThread * 2 ? 1 : Threads.coreCount
    let results = Threads.map(pieces) { piece in
      // A reader remembers the fields that it has seen, so each piece is one run of the files.
      var reader = IssueReader()
      return paths[paths.count * piece / pieces..<paths.count * (piece + 1) / pieces].map { path in
        Self.readFile(path, with: &reader, issueDate)
      }
    }
    for (path, result) in zip(paths, results.joined()) { try add(result, path: path) }
  }

  /// So many files are read in the time that a thread takes to start.
  private static let filesWorthAThread = 8

  private static func readFile(
    _ path: String, with reader: inout IssueReader, _ issueDate: CivilDate?
  ) -> Result<Issue, ReadingFailure> {
    do throws(SystemError) {
      let bytes = try FileReading.contents(of: path)
      return read(
        bytes, name: path == "-" ? "" : fileName(path), with: &reader, issueDate)
    } catch {
      return .failure(.unreadable(error))
    }
  }

  private static func read(
    _ bytes: [UInt8], name: String, with reader: inout IssueReader, _ issueDate: CivilDate?
  ) -> Result<Issue, ReadingFailure> {
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
    _ result: Result<Issue, ReadingFailure>, path: String
  ) throws(CommandError) {
    switch result {
    case .success(let issue):
      report(issue, path: path)
      issues.append(issue)
    case .failure(.unreadable(let error)):
      throw .unreadableSource(path: path, reason: error.reason)
    case .failure(.noIssue(.noEventsSection)): sectionlessPaths.append(path)
    case .failure(.noIssue(.noDate)): throw .noDate(path: path)
    case .failure(.noIssue(.tooLarge)): throw .tooLarge(path: path)
    }
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
    }
    origin = .builtIn
    var reader = IssueReader()
    let result = Self.read(BuiltInIssue.bytes, name: BuiltInIssue.file, with: &reader, nil)
    try add(result, path: BuiltInIssue.file)
    guard let issue = issues.first?.reference else { return }
    let age = issue.date.days(to: Environment.today)
    console.warning(
      "no issues in the local archive\(path.map { " '\($0)'" } ?? ""): using the built-in issue "
        + "\(issue.number.map { "\($0) " } ?? "")of \(issue.date), \(age) days old")
  }

  private static func issues(in path: String) throws(CommandError) -> [String] {
    do {
      return try FileReading.issues(in: path)
    } catch {
      throw .unreadableSource(path: path, reason: error.reason)
    }
  }

  private static func fileName(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) }
      ?? path
  }

  // MARK: What was read

  private mutating func report(_ issue: Issue, path: String) {
    listingCount += issue.listings.count
    unreadCount += issue.unreadItemCount
    warningCount +=
      Set(issue.diagnostics.lazy.filter { $0.severity == .warning }.map(\.location.line))
      .count
    for diagnostic in issue.diagnostics { console.diagnostic(diagnostic, in: path) }
    if issue.omittedDiagnosticCount > 0, console.verbosity == .verbose {
      console.warning("\(issue.omittedDiagnosticCount) more findings in '\(path)' are not shown")
    }
  }

  private func summarise() {
    guard origin != .builtIn else { return }
    var text =
      "read \(listingCount) listing\(listingCount == 1 ? "" : "s") of \(issues.count) issue\(issues.count == 1 ? "" : "s")"
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
