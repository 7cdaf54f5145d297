import EventCatalog
import EventModel
import FileSystem
import IssueArchive
import IssueChecking
import IssueReading

/// Reads the sources of `check` and checks them.
struct CheckReader {
  /// A file that was checked.
  struct File {
    /// Its name as the user gave it; `<stdin>` for standard input.
    var path: String
    /// What was found.
    var result: IssueCheck.Result
  }

  /// The files in the order of the sources.
  private(set) var files: [File] = []
  /// Why a source gave nothing; what the others gave is shown all the same.
  private(set) var failure: CommandError?

  private let options: SourceOptions
  private let rules: [CheckRule]
  private var sectionlessPaths: [String] = []

  init(_ options: SourceOptions, _ rules: [CheckRule]) {
    self.options = options
    self.rules = rules
  }

  /// Reads and checks.
  mutating func read() throws {
    let filter = try options.issueFilter()
    let pages = try URLSources(fetching: options.sources, isOffline: options.offline)
    try check(options.sources.isEmpty ? archiveFiles(filter) : namedFiles(pages))
    try options.requireFreshness(of: files.compactMap(\.result.reference?.date).max())
    if let filter {
      let newest = files.compactMap(\.result.reference?.date).max() ?? .distantPast
      files.removeAll { file in
        file.result.reference.map { !filter.includes($0, newest: newest) } ?? true
      }
    }
    if files.isEmpty, failure == nil, !sectionlessPaths.isEmpty {
      failure = .noEventsSection(sources: sectionlessPaths)
    } else {
      for path in sectionlessPaths {
        options.console.warning("no events section in '\(path)'; it is left out")
      }
    }
  }

  // MARK: Files

  private mutating func namedFiles(_ pages: borrowing URLSources) -> [SourceFile] {
    var files: [SourceFile] = []
    for source in options.sources {
      do throws(CommandError) {
        if let page = pages[source] {
          files.append(page)
        } else {
          files += try SourceReader.files(of: source)
        }
      } catch {
        fail(error)
      }
    }
    return files
  }

  /// The newest issue of the archive, or all where a filter chooses of them.
  private func archiveFiles(_ filter: IssueFilter?) throws -> [SourceFile] {
    if let path = Environment.archivePath, case .online(let site) = try options.network() {
      let refresh = ArchiveRefresh(
        of: Archive(path: path), from: site, console: options.console)
      if let trouble = refresh.runIfDue() {
        options.console.warning("the archive is not up to date: \(trouble)")
      }
    }
    guard let path = Environment.archivePath, FileReading.status(of: path)?.isDirectory == true,
      case let all = try SourceReader.files(of: path), let last = all.last
    else {
      throw CommandError.usage("no local archive to check: name a SOURCE")
    }
    return filter == nil ? [last] : all
  }

  private mutating func fail(_ error: CommandError) {
    if let failure { Console.error(failure.description) }
    failure = error
  }

  // MARK: Checking

  private mutating func check(_ files: [SourceFile]) {
    let (rules, date) = (rules, options.issueDate.flatMap { CivilDate($0) })
    let results = SourceReader.inPieces(files.count) { range in
      var check = IssueCheck(rules)
      return files[range].map { Self.check($0, with: &check, date) }
    }
    for (file, result) in zip(files, results) { add(result, file) }
  }

  private enum Failure: Error {
    case unreadable(CommandError)
    case notMarkdown
    case noIssue(IssueReadingError)
  }

  private static func check(
    _ file: SourceFile, with check: inout IssueCheck, _ date: CivilDate?
  ) -> Result<IssueCheck.Result, Failure> {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileReading.contents(of: file.path)
    } catch {
      return .failure(
        .unreadable(
          error.code == SystemError.tooLarge.code
            ? .tooLarge(path: file.shown)
            : .unreadableSource(path: file.shown, reason: error.reason)))
    }
    guard IssueReader.isMarkdown(bytes) else { return .failure(.notMarkdown) }
    do throws(IssueReadingError) {
      return .success(try check.check(bytes, file: Text(file.name), fallbackDate: date))
    } catch {
      return .failure(.noIssue(error))
    }
  }

  private mutating func add(
    _ result: Result<IssueCheck.Result, Failure>, _ file: SourceFile
  ) {
    switch result {
    case .success(let result):
      files.append(File(path: file.path == "-" ? "<stdin>" : file.shown, result: result))
    case .failure(.unreadable(let error)): fail(error)
    // The pages of a folder are no drafts.
    case .failure(.notMarkdown): if file.isNamed { fail(.notMarkdown(path: file.shown)) }
    case .failure(.noIssue(.noDate)): fail(.noDate(path: file.shown))
    case .failure(.noIssue(.noEventsSection)): sectionlessPaths.append(file.shown)
    case .failure(.noIssue): fail(.tooLarge(path: file.shown))
    }
  }

  // MARK: The closing line

  /// Says how much was found.
  func summarise() {
    guard !files.isEmpty else { return }
    let findings = files.flatMap(\.result.findings)
    let omitted = files.reduce(0) { $0 + $1.result.omittedCount }
    let errors = findings.count { $0.severity == .error }
    let listings = files.reduce(0) { $0 + $1.result.listingCount }
    let extent = "\(counted(listings, "listing")) of \(counted(files.count, "file"))"
    guard !findings.isEmpty else { return options.console.note("nothing found in \(extent)") }
    var text =
      "found \(counted(errors, "error")) and \(counted(findings.count - errors, "warning")) in "
      + extent
    let fixable = findings.count { $0.fix != nil }
    if fixable > 0 { text += "; \(fixable) can be mended by --fix" }
    if omitted > 0 { text += "; \(omitted) more are not shown" }
    options.console.note(text)
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
