import FileSystem
import IssueArchive

/// Fetches from the web, through `twir-events-fetch`: the only program of the project that reaches
/// the network.
enum Fetcher {
  /// How politely and how patiently is fetched; nil where the fetcher's own default holds.
  struct Options {
    /// Whether addresses of this machine and of private networks may be reached: where the user has
    /// named them himself.
    var allowsPrivate = false
    /// Whether `robots.txt` is asked: for pages that no user named one by one.
    var honoursRobots = false
    /// The greatest body in bytes.
    var greatestSize = 5_000_000
    /// Seconds for one request.
    var timeout: Double?
    /// Seconds to connect.
    var connectTimeout: Double?
    /// Seconds between two requests to one host.
    var delay: Double?
    /// Seconds before an error is tried again for the first time.
    var retryDelay: Double?
    /// The longest time in seconds that a server may ask to wait.
    var longestWait: Double?

    fileprivate var arguments: [String] {
      var arguments = ["--max-size", "\(greatestSize)"]
      if allowsPrivate { arguments.append("--allow-private") }
      if honoursRobots { arguments.append("--robots") }
      for (name, value) in [
        ("--timeout", timeout), ("--connect-timeout", connectTimeout), ("--delay", delay),
        ("--retry-delay", retryDelay), ("--longest-wait", longestWait),
      ] {
        if let value { arguments += [name, "\(value)"] }
      }
      return arguments
    }
  }

  /// A page to fetch, and what is known of it from the last time.
  struct Page {
    var url: String
    var validators = Validators()
  }

  /// How much the fetcher may report of one request, beside the URL that it was given.
  private static let greatestReport = 32_768

  /// Fetches into files.
  ///
  /// - Parameters:
  ///   - requests: what is fetched, and where the bodies go.
  ///   - options: how.
  /// - Returns: a result for each request, in their order.
  /// - Throws: `FetcherError` where nothing could be fetched.
  static func fetch(
    _ requests: [FetchRequest], _ options: Options
  ) throws(FetcherError) -> [FetchResult] {
    if requests.isEmpty { return [] }
    let path = try executable()
    let input = Array(requests.map(\.line).joined().utf8)
    let run: HelperProgram.Result
    do throws(HelperProgram.Failure) {
      run = try HelperProgram.run(
        path, options.arguments, input: input,
        limit: input.count + greatestReport * (requests.count + 1))
    } catch {
      throw .failed(reason: error.reason)
    }
    let results = FetchResult.results(in: run.output, count: requests.count)
    if !run.isSuccess, results.allSatisfy({ $0 == nil }) {
      let message = String(decoding: run.errors, as: UTF8.self).split(separator: "\n").first
      throw .failed(reason: message.map(String.init) ?? run.ending)
    }
    return results.map { $0 ?? FetchResult(.failed, message: "the fetcher ended before it") }
  }

  /// Fetches pages, and hands each with its body to `body`, in their order.
  ///
  /// - Parameters:
  ///   - pages: what is fetched.
  ///   - options: how.
  ///   - body: gets the page's number, the result, and the bytes where there are new ones.
  /// - Throws: `FetcherError` where nothing could be fetched.
  static func fetch(
    _ pages: [Page], _ options: Options,
    _ body: (Int, FetchResult, [UInt8]?) -> Void
  ) throws(FetcherError) {
    if pages.isEmpty { return }
    let folder = try temporaryFolder()
    defer { Disk.removeFolder(folder) }
    let requests = pages.enumerated().map { index, page in
      FetchRequest(url: page.url, bodyPath: "\(folder)/\(index)", validators: page.validators)
    }
    let results = try fetch(requests, options)
    for (index, result) in results.enumerated() {
      let bytes = result.outcome == .ok ? try contents(of: requests[index].bodyPath) : nil
      body(index, result, bytes)
    }
  }

  private static func contents(of path: String) throws(FetcherError) -> [UInt8] {
    do throws(SystemError) {
      return try FileReading.contents(of: path)
    } catch {
      throw .failed(reason: error.reason)
    }
  }

  static func temporaryFolder() throws(FetcherError) -> String {
    do throws(SystemError) {
      let parent = Environment.variable("TMPDIR") ?? "/tmp"
      return try TemporaryPath.folder(FileReading.path(of: "twir-events-", in: parent))
    } catch {
      throw .failed(reason: "no temporary folder: \(error.reason)")
    }
  }

  // MARK: The program

  static let name = "twir-events-fetch"

  /// `$TWIR_EVENTS_FETCH`, else the program beside this one, else `../libexec/twir-events/` from
  /// there.
  private static func executable() throws(FetcherError) -> String {
    if let named = Environment.variable("TWIR_EVENTS_FETCH") {
      guard FileReading.isExecutable(named) else { throw .missing(path: named) }
      return named
    }
    let folder = OutputFile.folder(of: Environment.ownPath ?? "")
    let places = [folder + name, "\(folder)../libexec/twir-events/\(name)"]
    guard let path = places.first(where: FileReading.isExecutable) else {
      throw .missing(path: places[0])
    }
    return path
  }
}
