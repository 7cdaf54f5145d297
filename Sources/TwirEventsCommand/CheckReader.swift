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
    /// What was found; after the mends where there were any.
    var result: IssueCheck.Result
    /// What of it is shown.
    var findings: [Finding]
    /// What the file held, where mending was asked for.
    var original: [UInt8]?
    /// How many fixes were applied.
    var fixCount = 0
    /// Whether it came from the network, so that it cannot be mended where it is.
    var isFetched = false
    /// What it holds when it is mended: where nothing is, every byte as it was.
    var mended: [UInt8] { fixCount > 0 ? result.text : original ?? result.text }
    /// Whether it came from standard input.
    var isStandardInput: Bool { path == Self.standardInput }
    /// The name of standard input in findings.
    static let standardInput = "<stdin>"
  }

  /// The files in the order of the sources.
  private(set) var files: [File] = []
  /// Why a source gave nothing; what the others gave is shown all the same.
  private(set) var failure: CommandError?

  private let options: SourceOptions
  private let rules: [CheckRule]
  private let filter: FindingFilter
  /// What is known of the events' own pages; nil where they are not looked at.
  private let pages: EventPageKnowledge?
  /// Whether what can be mended is mended, in memory.
  private let mends: Bool
  private var sectionlessPaths: [String] = []

  init(
    _ options: SourceOptions, _ rules: [CheckRule], _ filter: FindingFilter,
    pages: EventPageKnowledge? = nil, mends: Bool = false
  ) {
    self.pages = pages
    self.options = options
    self.rules = rules
    self.filter = filter
    self.mends = mends
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
    let (filter, mends, pages) = (filter, mends, pages)
    let results = SourceReader.inTurns(files.count) { numbers in
      var look = Look(IssueCheck(rules, pages: pages), filter, mends: mends, date)
      return numbers.map { Self.check(files[$0], with: &look) }
    }
    for (file, result) in zip(files, results) { add(result, file) }
  }

  private enum Failure: Error {
    case unreadable(CommandError)
    case notMarkdown
    case noIssue(IssueReadingError)
  }

  /// Looks at one file after the other.
  private struct Look {
    private var check: IssueCheck
    private let filter: FindingFilter
    private let mends: Bool
    private let date: CivilDate?

    init(_ check: IssueCheck, _ filter: FindingFilter, mends: Bool, _ date: CivilDate?) {
      self.check = check
      self.filter = filter
      self.mends = mends
      self.date = date
    }

    /// Checks a file's contents, and mends them if that is wanted.
    mutating func look(_ bytes: [UInt8], _ file: SourceFile) throws(Failure) -> File {
      let path = file.path == "-" ? File.standardInput : file.shown
      if mends { return try mended(bytes, path, named: Text(file.name)) }
      let result: IssueCheck.Result
      do throws(IssueReadingError) {
        result = try check.check(bytes, file: Text(file.name), fallbackDate: date)
      } catch {
        throw .noIssue(error)
      }
      do throws(CommandError) {
        return File(path: path, result: result, findings: try filter.shown(result, path: path))
      } catch {
        throw .unreadable(error)
      }
    }

    private func mended(
      _ bytes: [UInt8], _ path: String, named name: Text
    ) throws(Failure) -> File {
      var mender = IssueMender(check)
      do throws(IssueReadingError) {
        let mended = try mender.mend(bytes, file: name, fallbackDate: date) {
          filter.new($0, path: path)
        }
        return File(
          path: path, result: mended.after, findings: filter.new(mended.after, path: path),
          original: bytes, fixCount: mended.fixCount)
      } catch {
        throw .noIssue(error)
      }
    }
  }

  private static func check(
    _ file: SourceFile, with look: inout Look
  ) -> Result<File, Failure> {
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
    return Result { () throws(Failure) in try look.look(bytes, file) }
  }

  private mutating func add(_ result: Result<File, Failure>, _ file: SourceFile) {
    switch result {
    case .success(var checked):
      // What is on the network was copied to a file of its own.
      checked.isFetched = file.path != file.shown
      files.append(checked)
    case .failure(.unreadable(let error)): fail(error)
    // The pages of a folder are no drafts.
    case .failure(.notMarkdown): if file.isNamed { fail(.notMarkdown(path: file.shown)) }
    case .failure(.noIssue(.noDate)): fail(.noDate(path: file.shown))
    case .failure(.noIssue(.noEventsSection)): sectionlessPaths.append(file.shown)
    case .failure(.noIssue): fail(.tooLarge(path: file.shown))
    }
  }

  // MARK: The closing line

  /// Says how much was found and mended.
  func summarise(_ shown: FindingOptions) {
    guard !files.isEmpty else { return }
    let findings = files.flatMap(\.findings)
    let omitted = files.reduce(0) { $0 + $1.result.omittedCount }
    let errors = findings.count { $0.severity == .error }
    let listings = files.reduce(0) { $0 + $1.result.listingCount }
    let extent = "\(counted(listings, "listing")) of \(counted(files.count, "file"))"
    let mended = files.reduce(0) { $0 + (shown.diff || !$1.isFetched ? $1.fixCount : 0) }
    var text = ""
    if mended > 0 { text = "\(shown.diff ? "would mend" : "mended") \(mended); " }
    if findings.isEmpty {
      return options.console.note(text + "nothing \(mended > 0 ? "else " : "")found in \(extent)")
    }
    text +=
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
