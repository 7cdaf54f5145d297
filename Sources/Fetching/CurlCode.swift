/// What libcurl's results mean: `CURLcode`, libcurl-errors(3).
///
/// By their numbers, which libcurl keeps, so that the rules can be tested without a network.
enum CurlCode {
  /// A result that is no success.
  struct Failure: Sendable {
    let outcome: FetchOutcome
    /// In which `HOST` stands for the host.
    let message: String
    /// Whether libcurl's own words are told too.
    let tellsDetails: Bool
    /// Whether the next try may go better.
    let isTransient: Bool

    init(
      _ outcome: FetchOutcome, _ message: String, details: Bool = false, transient: Bool = false
    ) {
      self.outcome = outcome
      self.message = message
      tellsDetails = details
      isTransient = transient
    }
  }

  static let timedOut: Int32 = 28
  /// The connection broke, which truncates a body that has begun.
  static let breaks: Set<Int32> = [16, 55, 56, 92, 96]

  private static let unreachable = Failure(
    .unreachable, "cannot connect to 'HOST'", transient: true)
  private static let broken = Failure(
    .failed, "'HOST' closed the connection", details: true, transient: true)
  private static let untrusted = Failure(.tls, "no secure connection to 'HOST'", details: true)

  static let failures: [Int32: Failure] = [
    1: Failure(.failed, "'HOST' does not answer in HTTP", details: true),
    3: Failure(.badURL, "no URL"),
    5: Failure(.unreachable, "the proxy's name is not known", transient: true),
    6: Failure(.unreachable, "the name 'HOST' is not known", transient: true),
    7: unreachable,
    8: Failure(.failed, "'HOST' does not answer in HTTP", details: true),
    16: broken,
    18: Failure(.truncated, "the body ended before its end", transient: true),
    28: Failure(.timedOut, "'HOST' took too long", transient: true),
    35: untrusted,
    52: Failure(.failed, "'HOST' closed the connection without an answer", transient: true),
    53: untrusted, 54: untrusted,
    55: broken,
    56: broken,
    58: untrusted, 59: untrusted, 60: untrusted,
    61: Failure(.failed, "the body's encoding is broken or unknown", details: true),
    63: Failure(.tooLarge, "the body is longer than is allowed"),
    66: untrusted, 77: untrusted, 80: untrusted, 82: untrusted, 83: untrusted,
    90: untrusted, 91: untrusted,
    92: broken,
    96: broken,
    97: Failure(.unreachable, "the proxy refused", details: true),
    98: untrusted,
    100: Failure(.tooLarge, "the headers are too long"),
  ]
}

extension String {
  /// The text with a host in the place of `HOST`.
  func replacingHost(_ host: String) -> String {
    split(separator: "HOST", omittingEmptySubsequences: false).joined(separator: host)
  }
}
