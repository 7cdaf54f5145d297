import EventModel
import FileSystem
import IssueArchive

/// Why a command ends without its result: each case with what its message needs.
enum CommandError: Error {
  /// A source cannot be opened or read; `reason` is the system's.
  case unreadableSource(path: String, reason: String)
  /// None of the sources has an events section.
  case noEventsSection(sources: [String])
  /// The sources have events sections, but no listing in them could be read.
  case nothingRead(sources: [String])
  /// The sources have events sections, but no listing stands in them.
  case nothingListed(sources: [String])
  /// A folder holds no issue.
  case emptyDirectory(path: String)
  /// A folder holds no page.
  case noPages(path: String)
  /// An issue says no date.
  case noDate(path: String)
  /// A page or feed, whose lines cannot be checked.
  case notMarkdown(path: String)
  /// A source is too large to be an issue.
  case tooLarge(path: String)
  /// A source is larger than event pages are.
  case pageTooLarge(path: String)
  /// A page or feed is made to keep its reader busy.
  case tooComplex(path: String)
  /// A page or feed cannot be read without libxml2.
  case libraryMissing(path: String)
  /// HTML cannot be written without libxml2.
  case libraryMissingToWrite
  /// The built-in issue may not replace a file.
  case builtInWouldReplace(path: String)
  /// The output cannot be made.
  case cannotCreate(path: String, reason: String)
  /// Writing failed.
  case writeFailed(path: String, reason: String)
  /// Items of these files became neither an event or call nor an error, or both.
  case unaccountedItems(paths: [String])
  /// A source is a URL, and the network may not be used.
  case offline(url: String)
  /// A URL cannot be reached.
  case unreachable(url: String, reason: String)
  /// There is no place for an archive.
  case noArchive
  /// The archive could not be brought up to date.
  case archive(ArchiveError)
  /// The newest issue is older than the user wants.
  case stale(newest: CivilDate, limit: String)
  /// A file of feeds is wrong as a whole, so that nothing is written.
  case feeds([FeedProblem])
  /// The calendar of a replay broke so many promises.
  case brokenPromises(count: Int)
  /// An option's value is wrong.
  case usage(String)

  var status: ExitStatus {
    switch self {
    case .unreadableSource, .libraryMissing: .noInput
    case .noEventsSection, .nothingRead, .nothingListed, .emptyDirectory, .noPages, .noDate,
      .notMarkdown, .tooLarge, .pageTooLarge, .tooComplex:
      .noEvents
    case .builtInWouldReplace, .offline, .unreachable: .unavailable
    case .cannotCreate, .noArchive, .libraryMissingToWrite: .cannotCreate
    case .archive(let error): Self.status(of: error)
    case .stale: .tryLater
    case .writeFailed: .inputOutput
    case .unaccountedItems, .brokenPromises: .faulty
    case .feeds, .usage: .usage
    }
  }

  private static func status(of error: ArchiveError) -> ExitStatus {
    switch error {
    case .cannotWrite(_, let reason) where reason.isForbidden: .cannotCreate
    case .cannotWrite, .bodyNotWritten, .damaged: .inputOutput
    case .cannotRead: .noInput
    case .locked: .tryLater
    case .fetcher: .unavailable
    }
  }
}

extension CommandError {
  /// Whether it says something of one file alone, so that the others of a folder can do without it.
  var isOfOneFile: Bool {
    switch self {
    case .unreadableSource, .noDate, .tooLarge, .tooComplex: true
    default: false
    }
  }
}

extension CommandError: CustomStringConvertible {
  /// The message, without the program's name: what was wrong, where, and what to do.
  var description: String {
    switch self {
    case .unreadableSource(let path, let reason): "cannot read '\(path)': \(reason)"
    case .noEventsSection(let sources):
      "no events section in \(Self.list(sources)): expected an issue of This Week in Rust with "
        + "the heading 'Upcoming Events': its Markdown, its published page, or a feed with full "
        + "content"
    case .nothingRead(let sources):
      "no listing could be read in \(Self.list(sources)); --verbose shows why"
    case .nothingListed(let sources): "no event is listed in \(Self.list(sources))"
    case .emptyDirectory(let path): "no issue (*.md, *.markdown, *.html) in the folder '\(path)'"
    case .noPages(let path): "no page (*.html, *.htm) in the folder '\(path)'"
    case .noDate(let path):
      "'\(path)' says no date: name it YYYY-MM-DD-….md, or give --issue-date"
    case .notMarkdown(let path):
      "'\(path)' is a page or a feed: check reads the Markdown of an issue"
    case .tooLarge(let path): "'\(path)' is too large to be an issue"
    case .pageTooLarge(let path): "'\(path)' is too large to be read as a page"
    case .tooComplex(let path):
      "'\(path)' is no page that people read: its elements nest too deep or have too many attributes"
    case .libraryMissing(let path):
      "cannot read '\(path)': pages and feeds need libxml2, which is not installed "
        + "(Debian: libxml2; Fedora, Arch: libxml2)"
    case .libraryMissingToWrite:
      "cannot write HTML: it needs libxml2, which is not installed (Debian, Fedora, Arch: libxml2)"
    case .builtInWouldReplace(let path):
      "no local archive, and the built-in issue does not replace '\(path)': name a SOURCE"
    case .cannotCreate(let path, let reason): "cannot write '\(path)': \(reason)"
    case .writeFailed(let path, let reason): "writing '\(path)' failed: \(reason)"
    case .unaccountedItems(let paths):
      "the sums do not close for \(Self.list(paths)): an item became neither an event nor an "
        + "error, or both"
    case .offline(let url): "'\(url)' is on the network, which --offline forbids"
    case .unreachable(let url, let reason): "cannot reach '\(url)': \(reason)"
    case .noArchive: "no place for the archive: set TWIR_EVENTS_HOME or HOME"
    case .archive(let error): error.reason
    case .stale(let newest, let limit):
      "the newest issue, of \(newest), is older than \(limit)"
    case .feeds(let problems): problems.map(\.description).joined(separator: "\n")
    case .brokenPromises(let count):
      "the calendar broke \(count) promise\(count == 1 ? "" : "s") (see the report)"
    case .usage(let message): message
    }
  }

  private static func list(_ sources: [String]) -> String {
    let shown = sources.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return sources.count > 3 ? "\(shown) and \(sources.count - 3) more" : shown
  }
}
