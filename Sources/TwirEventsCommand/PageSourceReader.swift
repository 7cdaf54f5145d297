import EventModel
import EventPages
import FileSystem
import IssueArchive

/// Reads the sources of the command `pages`.
struct PageSourceReader {
  /// What was read, in the order of the sources.
  private(set) var readings: [PageReading] = []

  private let console: Console
  private let isOffline: Bool
  private let allowsPrivate: Bool

  init(console: Console, isOffline: Bool, allowsPrivate: Bool = false) {
    self.console = console
    self.isOffline = isOffline
    self.allowsPrivate = allowsPrivate
  }

  /// A page to read.
  private enum Source {
    /// A file, or standard input for `-`; whether it was named, and so must be there.
    case file(path: String, isNamed: Bool)
    /// A page of the web.
    case address(String)

    /// The source as it was given.
    var name: String {
      switch self {
      case .file(let path, _): path
      case .address(let address): address
      }
    }
  }

  /// Reads the pages of all sources.
  ///
  /// - Throws: `CommandError` where a source that was named is not there, or no page can be read;
  ///   what else cannot be read is left out with a warning.
  mutating func read(_ names: [String]) throws(CommandError) {
    var sources: [Source] = []
    for name in names { sources += try Self.sources(name) }
    let pages = try contents(of: sources)
    let results = SourceReader.inPieces(pages.count) { range in
      pages[range].map { Self.read($0) }
    }
    var failures: [CommandError] = []
    for (source, result) in zip(sources, results) {
      switch result {
      case .success(let reading): readings.append(reading)
      case .failure(let error):
        if case .file(_, true) = source, case .unreadableSource = error { throw error }
        if case .libraryMissing = error { throw error }
        failures.append(error)
      }
    }
    if readings.isEmpty, let failure = failures.first { throw failure }
    for failure in failures { console.warning("\(failure); it is left out") }
    summarise()
  }

  // MARK: Sources

  /// The sources that a name stands for: itself, or the pages of a folder.
  private static func sources(_ name: String) throws(CommandError) -> [Source] {
    if URLSources.isURL(name) { return [.address(name)] }
    let named = [Source.file(path: name, isNamed: true)]
    guard name != "-" else { return named }
    guard let status = FileReading.status(of: name) else {
      throw .unreadableSource(path: name, reason: SystemError.last.reason)
    }
    guard status.isDirectory else { return named }
    let paths: [String]
    do throws(SystemError) {
      paths = try FileReading.files(in: name, ending: FileReading.pageSuffixes)
    } catch {
      throw .unreadableSource(path: name, reason: error.reason)
    }
    if paths.isEmpty { throw .noPages(path: name) }
    return paths.map { .file(path: $0, isNamed: false) }
  }

  // MARK: Pages

  /// A page of the web as it was fetched, or a file that is still to be read.
  private enum Page: Sendable {
    case file(path: String)
    case fetched(source: String, url: String, charset: String?, bytes: [UInt8])
    /// A page of the web that could not be had.
    case missing(CommandError)
  }

  /// The pages of sources; those of the web are fetched here, all at once.
  private func contents(of sources: [Source]) throws(CommandError) -> [Page] {
    let addresses = sources.compactMap { source in
      if case .address(let address) = source { address } else { nil }
    }
    if isOffline, let first = addresses.first { throw .offline(url: first) }
    var fetched = try fetch(addresses)[...]
    return sources.compactMap { source in
      switch source {
      case .file(let path, _): .file(path: path)
      case .address: fetched.popFirst()
      }
    }
  }

  private func fetch(_ addresses: [String]) throws(CommandError) -> [Page] {
    var options = Fetcher.Options()
    options.allowsPrivate = allowsPrivate
    options.honoursRobots = true
    var pages: [Page] = []
    do throws(FetcherError) {
      try Fetcher.fetch(addresses.map { Fetcher.Page(url: $0) }, options) { index, result, bytes in
        let address = addresses[index]
        if let error = URLSources.error(result, address) {
          pages.append(.missing(error))
        } else {
          pages.append(
            .fetched(
              source: address, url: result.url, charset: result.charset, bytes: bytes ?? []))
        }
      }
    } catch {
      throw .archive(.fetcher(error))
    }
    return pages
  }

  private static func read(_ page: Page) -> Result<PageReading, CommandError> {
    switch page {
    case .file(let path):
      do throws(SystemError) {
        return read(try FileReading.contents(of: path), path, url: nil, charset: nil)
      } catch {
        let isTooLarge = error.code == SystemError.tooLarge.code
        return .failure(
          isTooLarge
            ? .pageTooLarge(path: path) : .unreadableSource(path: path, reason: error.reason))
      }
    case .missing(let error): return .failure(error)
    case .fetched(let source, let url, let charset, let bytes):
      return read(bytes, source, url: Text(url), charset: charset)
    }
  }

  private static func read(
    _ bytes: [UInt8], _ source: String, url: Text?, charset: String?
  ) -> Result<PageReading, CommandError> {
    do throws(EventPagesError) {
      return .success(
        try PageReader.read(bytes, source: Text(source), url: url, charset: charset))
    } catch {
      switch error {
      case .libraryMissing: return .failure(.libraryMissing(path: source))
      case .tooLarge: return .failure(.pageTooLarge(path: source))
      case .tooComplex: return .failure(.tooComplex(path: source))
      }
    }
  }

  // MARK: What was read

  private func summarise() {
    let count = readings.reduce(0) { $0 + $1.events.count }
    if count == 0 { return console.warning("no event is stated on \(counted(readings.count))") }
    console.note("read \(count) event\(count == 1 ? "" : "s") of \(counted(readings.count))")
  }

  private func counted(_ pages: Int) -> String { "\(pages) page\(pages == 1 ? "" : "s")" }
}
