import FileSystem
import IssueArchive

/// Sources that are URLs, fetched into a folder of their own until they are read.
struct URLSources: ~Copyable {
  /// The file of each URL.
  private let files: [String: SourceFile]
  private let folder: String?

  /// Whether a source is a URL.
  static func isURL(_ source: String) -> Bool {
    let lower = source.prefix(8).lowercased()
    return lower.hasPrefix("http://") || lower.hasPrefix("https://")
  }

  /// Fetches those of the sources that are URLs.
  ///
  /// - Parameters:
  ///   - sources: all sources.
  ///   - isOffline: whether the network may not be used.
  /// - Throws: `CommandError` of the first that cannot be had.
  init(fetching sources: [String], isOffline: Bool) throws(CommandError) {
    (folder, files) = try Self.fetched(sources.filter(Self.isURL), isOffline)
  }

  deinit { if let folder { Disk.removeFolder(folder) } }

  /// The file of a source that is a URL.
  subscript(url: String) -> SourceFile? { files[url] }

  private static func fetched(
    _ urls: [String], _ isOffline: Bool
  ) throws(CommandError) -> (folder: String?, files: [String: SourceFile]) {
    guard let first = urls.first else { return (nil, [:]) }
    if isOffline { throw .offline(url: first) }
    let folder: String
    let results: [FetchResult]
    do throws(FetcherError) {
      folder = try Fetcher.temporaryFolder()
    } catch {
      throw .archive(.fetcher(error))
    }
    do throws(FetcherError) {
      let requests = urls.enumerated().map { index, url in
        FetchRequest(url: url, bodyPath: "\(folder)/\(index)")
      }
      results = try Fetcher.fetch(requests, options)
    } catch {
      Disk.removeFolder(folder)
      throw .archive(.fetcher(error))
    }
    let failures = zip(results, urls).compactMap { Self.error($0, $1) }
    if let error = failures.first {
      Disk.removeFolder(folder)
      throw error
    }
    return (folder, files(of: results, urls, in: folder))
  }

  private static func files(
    of results: [FetchResult], _ urls: [String], in folder: String
  ) -> [String: SourceFile] {
    var files: [String: SourceFile] = [:]
    for (index, url) in urls.enumerated() {
      let found = results[index].url.isEmpty ? url : results[index].url
      let path = found.prefix { $0 != "?" && $0 != "#" }
      files[url] = SourceFile(
        path: "\(folder)/\(index)", shown: url, name: SourceFile.name(of: String(path)),
        isNamed: true)
    }
    return files
  }

  /// The user has named the address himself, and waits for it.
  private static var options: Fetcher.Options {
    var options = Fetcher.Options()
    options.allowsPrivate = true
    options.greatestSize = 100_000_000
    options.delay = 0
    options.retryDelay = 0.5
    options.longestWait = 10
    return options
  }

  /// Why a URL gave nothing; nil where it did.
  static func error(_ result: FetchResult, _ url: String) -> CommandError? {
    switch result.outcome {
    case .ok: nil
    case .tooLarge: .tooLarge(path: url)
    case .gone, .badURL: .unreadableSource(path: url, reason: result.reason)
    case .httpError where result.status < 500:
      .unreadableSource(path: url, reason: result.reason)
    case .writeFailed: .archive(.bodyNotWritten(reason: result.reason))
    default: .unreachable(url: url, reason: result.advice)
    }
  }
}

extension FetchResult {
  /// What went wrong, and the option that would have helped.
  var advice: String {
    outcome == .refusedAddress ? "\(reason) (--allow-private fetches it too)" : reason
  }
}
