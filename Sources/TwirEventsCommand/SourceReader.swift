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
  private var reader = IssueReader()
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
      for source in sources { try readSource(source) }
      if issues.isEmpty { throw CommandError.noEventsSection(sources: sources) }
    }
    for path in sectionlessPaths {
      console.warning("no events section in '\(path)'; it is left out")
    }
    summarise()
    if listingCount == 0 { throw CommandError.nothingRead(sources: sources) }
  }

  // MARK: Sources

  private mutating func readSource(_ path: String) throws(CommandError) {
    guard path != "-" else { return try readFile(path, name: "") }
    guard let status = FileReading.status(of: path) else {
      throw .unreadableSource(path: path, reason: SystemError.last.reason)
    }
    guard status.isDirectory else { return try readFile(path, name: Self.fileName(path)) }
    let paths = try Self.issues(in: path)
    if paths.isEmpty { throw .emptyDirectory(path: path) }
    for issue in paths { try readFile(issue, name: Self.fileName(issue)) }
  }

  private mutating func readFile(_ path: String, name: String) throws(CommandError) {
    let bytes: [UInt8]
    do {
      bytes = try FileReading.contents(of: path)
    } catch {
      throw .unreadableSource(path: path, reason: error.reason)
    }
    try read(bytes, path: path, name: name)
  }

  private mutating func read(
    _ bytes: [UInt8], path: String, name: String
  ) throws(CommandError) {
    do {
      for issue in try reader.readAll(bytes, file: Text(name), fallbackDate: issueDate) {
        report(issue, path: path)
        issues.append(issue)
      }
    } catch {
      switch error {
      case .noEventsSection: sectionlessPaths.append(path)
      case .noDate: throw .noDate(path: path)
      case .tooLarge: throw .tooLarge(path: path)
      case .tooComplex: throw .tooComplex(path: path)
      case .libraryMissing: throw .libraryMissing(path: path)
      }
    }
  }

  /// The local archive, or the built-in issue where there is none.
  private mutating func readArchive() throws(CommandError) {
    let path = Environment.archivePath
    if let path, FileReading.status(of: path)?.isDirectory == true {
      let paths = try Self.issues(in: path)
      for issue in paths { try readFile(issue, name: Self.fileName(issue)) }
      if !issues.isEmpty {
        origin = .archive
        return
      }
    }
    origin = .builtIn
    try read(BuiltInIssue.bytes, path: BuiltInIssue.file, name: BuiltInIssue.file)
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
    let warnings = issue.diagnostics.lazy.filter { $0.severity == .warning }.map(\.location.line)
    warningCount += Set(warnings.compactMap(\.self)).count + warnings.count { $0 == nil }
    for diagnostic in issue.diagnostics { console.diagnostic(diagnostic, in: path) }
    if issue.omittedDiagnosticCount > 0 {
      console.warning("\(issue.omittedDiagnosticCount) more findings in '\(path)' are not shown")
    }
  }

  private func summarise() {
    guard origin != .builtIn else { return }
    var text =
      "read \(listingCount) listings of \(issues.count) issue\(issues.count == 1 ? "" : "s")"
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
