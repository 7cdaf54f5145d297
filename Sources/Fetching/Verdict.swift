/// What follows from how an exchange with a server ended.
package enum Verdict: Hashable, Sendable {
  /// It is over.
  case done(FetchOutcome, String)
  /// It goes on elsewhere.
  case redirect(String)
  /// It may go better later: the server's wish is zero where it said none.
  case again(FetchOutcome, String, wish: Duration)

  /// Judges a result.
  ///
  /// - Parameters:
  ///   - result: What came of the exchange.
  ///   - isConditional: Whether the request said what copy is at hand, so that 304 is an answer.
  ///   - host: The host that was asked, for messages.
  ///   - now: Seconds since 1970, with which GitHub's API says when it may be asked again.
  package init(of result: TransferResult, isConditional: Bool, host: String, now: Int) {
    switch result.stop {
    case .tooLarge: self = .done(.tooLarge, "the body is longer than is allowed")
    case .headTooLarge: self = .done(.tooLarge, "the headers are too long")
    case .writeFailed(let code):
      self = .done(.writeFailed, "cannot write the body (system error \(code))")
    case .unknownEncoding:
      self = .done(.failed, "the body's encoding is unknown: '\(result.head.contentEncoding)'")
    case .brokenEncoding: self = .done(.failed, "the body is no gzip, which it says it is")
    case .cutOff: self = .again(.truncated, "the body ended before its end", wish: .zero)
    case .unwanted: self.init(status: result, isConditional, now)
    case nil:
      // The body of what is no success does not matter, so neither does what befell it.
      let isAnswered = result.status != 0 && !Self.successes.contains(result.status)
      if result.code == 0 || isAnswered && result.code != CurlCode.timedOut {
        self.init(status: result, isConditional, now)
      } else {
        self.init(failure: result, host: host)
      }
    }
  }

  /// The statuses whose body is the page.
  static let successes = [200, 203]
  private static let day = 86_400
  private static let redirects = [301, 302, 303, 307, 308]

  private init(status result: TransferResult, _ isConditional: Bool, _ now: Int) {
    let wish = Duration.seconds(max(result.retryAfter, 0))
    switch result.status {
    case let status where Self.successes.contains(status): self = .done(.ok, "")
    case let status where Self.redirects.contains(status):
      if let location = result.location {
        self = .redirect(location)
      } else {
        self = .done(.httpError, "status \(status) without a location")
      }
    case 304 where isConditional: self = .done(.notModified, "")
    case 404, 410: self = .done(.gone, "status \(result.status)")
    case 429: self = .again(.rateLimited, "status 429: too many requests", wish: wish)
    case 403 where result.head.remainingRequests == 0 || result.head.hasRetryAfter:
      // The server's number is brought near before anything is taken from it.
      let reset = result.head.limitReset.map {
        Duration.seconds(min(max($0, now), now + Self.day) - now)
      }
      self = .again(
        .rateLimited, "status 403: the rate limit is used up",
        wish: result.head.hasRetryAfter ? wish : reset ?? .zero)
    case 500...599: self = .again(.httpError, "status \(result.status)", wish: wish)
    default: self = .done(.httpError, "status \(result.status)")
    }
  }

  private init(failure result: TransferResult, host: String) {
    if let address = result.refused {
      let purpose = address.purpose.map { ", which is \($0)" } ?? ""
      self = .done(.refusedAddress, "'\(host)' leads to \(address.text)\(purpose)")
      return
    }
    if result.length > 0, CurlCode.breaks.contains(result.code) {
      self = .again(.truncated, "the body ended before its end", wish: .zero)
      return
    }
    let failure = CurlCode.failures[result.code] ?? CurlCode.Failure(.failed, "the transfer failed")
    var message = failure.message.replacingHost(host)
    if failure.tellsDetails, !result.details.isEmpty { message += ": \(result.details)" }
    self =
      failure.isTransient
      ? .again(failure.outcome, message, wish: .zero) : .done(failure.outcome, message)
  }
}
