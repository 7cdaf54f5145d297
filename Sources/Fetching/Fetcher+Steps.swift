// The life of a job: begun, let through, started, judged, and then over or begun again.

extension Fetcher {
  /// Begins with the request of a line.
  mutating func begin(_ index: Int, _ request: FetchRequest) throws(FetchFailure) {
    do throws(WebURLError) {
      jobs.append(FetchJob(.page(index), try WebURL(request.url)))
    } catch {
      try tell(index, .badURL, error.message)
      return
    }
    try letThrough(jobs.count - 1)
  }

  /// Lets a job wait for its turn, if its address may be fetched at all and by robots.
  ///
  /// - Parameters:
  ///   - item: The job's number.
  ///   - isFirst: Whether it goes before others, for it goes on with what was begun.
  /// - Throws: `FetchFailure` where its report cannot be written.
  mutating func letThrough(_ item: Int, isFirst: Bool = false) throws(FetchFailure) {
    let job = jobs[item]
    if let problem = refusal(of: job.url) {
      try settle(item, .refusedAddress, problem)
      return
    }
    if case .page = job.purpose, options.honoursRobots {
      switch registry.answer(for: item, origin: job.url.origin, path: job.url.target) {
      case .go: break
      case .wait: return
      case .ask:
        try askRobots(of: job.url)
        return
      case .refused(let outcome, let message):
        try settle(item, outcome, message)
        return
      }
    }
    schedule.add(item, to: job.url.hostText, first: isFirst)
  }

  /// Why a host may not be fetched from, as far as its name or number says; nil where it may.
  private func refusal(of url: WebURL) -> String? {
    guard !options.allowsPrivate, let purpose = url.host.purpose else { return nil }
    return "'\(url.hostText)' is not of the public internet: \(purpose)"
  }

  private mutating func askRobots(of url: WebURL) throws(FetchFailure) {
    do throws(WebURLError) {
      let address = try WebURL(url.origin + "/robots.txt")
      jobs.append(FetchJob(.robots(origin: url.origin), address))
    } catch {
      // The host alone is nearly as long as an address may be.
      let policy = RobotsRegistry.Policy.unknown(.badURL, status: 0, message: error.message)
      for waiting in registry.settle(url.origin, policy) { try letThrough(waiting) }
      return
    }
    try letThrough(jobs.count - 1)
  }

  // MARK: Transfers

  /// Starts the exchange of a job whose turn it is.
  mutating func startTransfer(of item: Int) throws(FetchFailure) {
    jobs[item].began = now
    let job = jobs[item]
    guard job.spent < options.timeout else {
      schedule.finish(job.url.hostText)
      try settle(item, .timedOut, "'\(job.url.hostText)' took too long")
      return
    }
    guard let transfer = Transfer(setup(for: job)), pool.start(transfer, for: item) else {
      throw .noLibrary
    }
  }

  private func setup(for job: FetchJob) -> TransferSetup {
    var setup = TransferSetup(
      url: job.url, target: .memory, headers: [], userAgent: options.userAgent,
      proxy: options.proxies.proxy(scheme: job.url.scheme, host: job.url.host),
      certificates: options.certificates, allowsPrivate: options.allowsPrivate,
      greatestSize: RobotsRules.greatestSize,
      timeout: options.timeout - job.spent, connectTimeout: options.connectTimeout)
    guard case .page(let index) = job.purpose, let request = requests[index] else { return setup }
    setup.target = .file(request.bodyPath)
    setup.greatestSize = options.greatestSize
    let isSameOrigin = job.url.origin == job.firstOrigin
    setup.headers = options.headers.filter { isSameOrigin || $0.isHarmless }
      .map { "\($0.name): \($0.value)" }
    if !request.etag.isEmpty { setup.headers.append("If-None-Match: \(request.etag)") }
    if !request.lastModified.isEmpty {
      setup.headers.append("If-Modified-Since: \(request.lastModified)")
    }
    return setup
  }

  /// Takes what came of an exchange.
  mutating func finish(_ ended: TransferPool.Ended) throws(FetchFailure) {
    let item = ended.item
    let job = jobs[item]
    let host = job.url.hostText
    schedule.finish(host)
    let verdict = Verdict(
      of: ended.result, isConditional: isConditional(job), host: host, now: WallClock.seconds)
    switch verdict {
    case .done(let outcome, let message): try settle(item, outcome, message, ended)
    case .redirect(let location): try redirect(item, to: location, ended)
    case .again(let outcome, let message, let wish):
      var step = options.retry.step(behind: job.tries, wish: wish)
      if unreachableHosts.contains(host), ended.result.status == 0, case .again = step {
        step = .enough
      }
      switch step {
      case .again(let wait): tryAgain(item, after: wait, forAll: wish > .zero)
      case .enough:
        if [.unreachable, .timedOut].contains(outcome) { unreachableHosts.insert(host) }
        try settle(item, outcome, message, ended)
      case .tooLong(let wait):
        let seconds = wait.components.seconds
        try settle(
          item, .rateLimited, "\(message); to be asked again in \(seconds) seconds", ended)
      }
    }
  }

  private func isConditional(_ job: FetchJob) -> Bool {
    guard case .page(let index) = job.purpose, let request = requests[index] else { return false }
    return !request.etag.isEmpty || !request.lastModified.isEmpty
  }

  private mutating func tryAgain(_ item: Int, after wait: Duration, forAll: Bool) {
    jobs[item].tries += 1
    jobs[item].spent = .zero
    let host = jobs[item].url.hostText
    // A server that asks for a pause means all requests.
    if forAll { schedule.postpone(host, until: now + wait) }
    schedule.add(item, to: host, notBefore: now + wait, first: true)
  }

  private mutating func redirect(
    _ item: Int, to location: String, _ ended: TransferPool.Ended
  ) throws(FetchFailure) {
    guard jobs[item].redirects < FetchOptions.greatestRedirects else {
      let message = "more than \(FetchOptions.greatestRedirects) redirects"
      try settle(item, .tooManyRedirects, message, ended)
      return
    }
    let target: WebURL
    do throws(WebURLError) {
      target = try WebURL(location)
    } catch {
      try settle(item, .badURL, "redirect to '\(location)': \(error.message)", ended)
      return
    }
    // What was asked for in confidence is not sent on in the clear.
    if jobs[item].url.scheme == "https", target.scheme == "http" {
      try settle(item, .badURL, "redirect from https to http: '\(target.text)'", ended)
      return
    }
    jobs[item].url = target
    jobs[item].redirects += 1
    jobs[item].spent += now - jobs[item].began
    try letThrough(item, isFirst: true)
  }

  // MARK: Ends

  /// Ends a job: reports the request, or lets through what waited for the robots.txt.
  private mutating func settle(
    _ item: Int, _ outcome: FetchOutcome, _ message: String, _ ended: TransferPool.Ended? = nil
  ) throws(FetchFailure) {
    switch jobs[item].purpose {
    case .page(let index):
      jobs[item].isReported = true
      let url = jobs[item].redirects > 0 ? jobs[item].url.text : nil
      try tell(index, outcome, message, url: url, ended?.result)
    case .robots(let origin):
      let policy = RobotsRegistry.policy(
        outcome, status: ended?.result.status ?? 0, body: ended?.body ?? [], message: message,
        robot: robot)
      if case .rules(let rules) = policy, let delay = rules.crawlDelay,
        let host = (try? WebURL(origin))?.hostText
      {
        schedule.slowDown(host, to: min(delay, FetchOptions.greatestCrawlDelay))
      }
      for waiting in registry.settle(origin, policy) { try letThrough(waiting) }
    }
  }

  /// The product token that a robots.txt would name: the letters that the user agent begins with.
  private var robot: String {
    let name = options.userAgent.prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }
    return name.isEmpty ? "twir-events" : name.lowercased()
  }

  /// Reports a request; without success there is no body.
  private func tell(
    _ index: Int, _ outcome: FetchOutcome, _ message: String, url: String? = nil,
    _ result: TransferResult? = nil
  ) throws(FetchFailure) {
    guard let request = requests[index] else { return }
    if outcome != .ok { BodyFile.remove(request.bodyPath) }
    var told = FetchReport(index: index, outcome: outcome)
    told.url = url ?? request.url
    told.message = message
    if let result {
      told.status = result.status
      told.etag = result.head.etag
      told.lastModified = result.head.lastModified
      told.contentType = result.head.contentType
      told.length = outcome == .ok ? result.length : 0
    }
    try report(told)
  }
}
