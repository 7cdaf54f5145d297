/// How a request ended.
package enum FetchOutcome: String, Hashable, Sendable, CaseIterable {
  /// The body is in its file.
  case ok
  /// The copy at hand is the newest: 304.
  case notModified = "not-modified"
  /// 404 or 410.
  case gone
  /// Another status than those that have a name here.
  case httpError = "http-error"
  /// The server wants fewer requests, and longer from now than is waited.
  case rateLimited = "rate-limited"
  /// The host is on a private network, or its address is.
  case refusedAddress = "refused-address"
  /// No URL that can be fetched, the target of a redirect included.
  case badURL = "bad-url"
  case tooLarge = "too-large"
  case tooManyRedirects = "too-many-redirects"
  case timedOut = "timed-out"
  /// The host has no address, or takes no connection.
  case unreachable
  /// No trust: the certificate or the encryption.
  case tls
  /// The body ended before its end.
  case truncated
  /// robots.txt forbids it, or could not be asked.
  case robots
  /// The file of the body.
  case writeFailed = "write-failed"
  case failed
}

/// What is said of a request when it has ended.
package struct FetchReport: Hashable, Sendable {
  /// The number of the request's line, from 0.
  package var index: Int
  /// How it ended.
  package var outcome: FetchOutcome
  /// The status of HTTP; 0 where there was none.
  package var status = 0
  /// The address behind all redirects; as it was given where there were none.
  package var url = ""
  /// What the server says of the body for the next time; empty where it says nothing.
  package var etag = ""
  /// The same as a date.
  package var lastModified = ""
  /// What the server says of the body's form; empty where it says nothing.
  package var contentType = ""
  /// The length of the body in its file.
  package var length = 0
  /// What went wrong, for people.
  package var message = ""

  package init(index: Int, outcome: FetchOutcome) {
    self.index = index
    self.outcome = outcome
  }

  /// How much of a message is told, in characters: it may quote what a server says.
  private static let greatestMessage = 500

  /// The line of standard output, without its line break.
  package var line: String {
    FieldLine.text([
      String(index), outcome.rawValue, String(status), url, etag, lastModified, contentType,
      String(length), String(message.unicodeScalars.prefix(Self.greatestMessage)),
    ])
  }
}

extension FetchOutcome {
  /// All outcomes for the help, in one line.
  static var listing: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
