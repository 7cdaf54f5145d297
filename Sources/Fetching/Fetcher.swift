/// Fetches a list of requests and reports each as it ends.
package struct Fetcher: ~Copyable {
  let options: FetchOptions
  /// The requests by their lines; nil for a line that is none and was reported.
  let requests: [FetchRequest?]
  let report: (FetchReport) throws(FetchFailure) -> Void
  let start = ContinuousClock.now
  var pool: TransferPool
  var schedule: Schedule
  var registry = RobotsRegistry()
  var jobs: [FetchJob] = []
  /// Hosts that could not be reached in all tries of a request: the next ones get one try each.
  var unreachableHosts: Set<String> = []

  /// How long is waited at a time before signals are looked for.
  private static let patience = Duration.milliseconds(250)

  /// Fetches all requests.
  ///
  /// - Parameters:
  ///   - lines: The lines of standard input.
  ///   - options: How is fetched.
  ///   - report: Called once for each line, in the order in which they end.
  /// - Throws: `FetchFailure` where nothing more can be done; what a request meets is reported.
  package static func run(
    _ lines: [[UInt8]], options: FetchOptions,
    report: @escaping (FetchReport) throws(FetchFailure) -> Void
  ) throws(FetchFailure) {
    var requests: [FetchRequest?] = []
    for (index, line) in lines.enumerated() {
      do throws(FetchLineError) {
        requests.append(try FetchRequest(line: line))
      } catch {
        requests.append(nil)
        var bad = FetchReport(index: index, outcome: .badURL)
        bad.message = error.message
        try report(bad)
      }
    }
    guard let pool = TransferPool() else { throw .noLibrary }
    var fetcher = Fetcher(options: options, requests: requests, report: report, pool: pool)
    try fetcher.run()
  }

  private init(
    options: FetchOptions, requests: [FetchRequest?],
    report: @escaping (FetchReport) throws(FetchFailure) -> Void, pool: consuming TransferPool
  ) {
    self.options = options
    self.requests = requests
    self.report = report
    self.pool = pool
    schedule = Schedule(
      perHost: options.perHost, delay: options.delay, total: FetchOptions.greatestTransfers)
  }

  /// What has passed since the start.
  var now: Duration { .now - start }

  private mutating func run() throws(FetchFailure) {
    for (index, request) in requests.enumerated() {
      if let request { try begin(index, request) }
    }
    while !schedule.isIdle {
      if let signal = HeldSignals.pending {
        removeBodies()
        throw .interrupted(signal: signal)
      }
      while let item = schedule.next(at: now) { try startTransfer(of: item) }
      let wait = schedule.nextStart.map { max(.zero, min($0 - now, Self.patience)) }
      for ended in pool.advance(atMost: wait ?? Self.patience) { try finish(ended) }
    }
  }

  /// Removes the bodies of what was not reported.
  private func removeBodies() {
    for job in jobs where !job.isReported {
      if case .page(let index) = job.purpose, let request = requests[index] {
        BodyFile.remove(request.bodyPath)
      }
    }
  }
}

/// Something to fetch: a request, or a robots.txt that it needs.
struct FetchJob: Sendable {
  enum Purpose: Hashable, Sendable {
    /// The request of a line.
    case page(Int)
    case robots(origin: String)
  }

  let purpose: Purpose
  var url: WebURL
  /// Where it began: only there is sent what may be a secret.
  let firstOrigin: String
  var redirects = 0
  var tries = 0
  /// The time of this try that went by before the last redirect.
  var spent = Duration.zero
  /// When the exchange that runs was started.
  var began = Duration.zero
  var isReported = false

  init(_ purpose: Purpose, _ url: WebURL) {
    self.purpose = purpose
    self.url = url
    firstOrigin = url.origin
  }
}

/// Why fetching as a whole ended early.
package enum FetchFailure: Error, Hashable {
  /// libcurl does not start.
  case noLibrary
  /// Standard output cannot be written; `errno`.
  case noOutput(code: Int32)
  case interrupted(signal: Int32)
}
