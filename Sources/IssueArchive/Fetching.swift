/// Something that is to be fetched.
package struct FetchRequest: Hashable, Sendable {
  /// Where it is.
  package var url: String
  /// The file that gets its body, which is whole only if the result says so.
  package var bodyPath: String
  /// What is known of it from the last time.
  package var validators: Validators

  package init(url: String, bodyPath: String, validators: Validators = Validators()) {
    self.url = url
    self.bodyPath = bodyPath
    self.validators = validators
  }
}

/// What a server says of a body so that it need not be sent again: RFC 9110 §8.8.
package struct Validators: Hashable, Sendable {
  /// The header `ETag`; empty without one.
  package var etag: String
  /// The header `Last-Modified`; empty without one.
  package var lastModified: String

  package init(etag: String = "", lastModified: String = "") {
    self.etag = etag
    self.lastModified = lastModified
  }
}

/// What became of a request.
package struct FetchResult: Hashable, Sendable {
  /// How it ended.
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The body is there, whole.
    case ok
    /// It is as it was.
    case notModified = "not-modified"
    /// There is none (404, 410).
    case gone
    /// The server answered with another status.
    case httpError = "http-error"
    /// The server wants no more requests for now.
    case rateLimited = "rate-limited"
    /// The address is private, and such were not asked for.
    case refusedAddress = "refused-address"
    /// The URL is none that can be fetched.
    case badURL = "bad-url"
    /// The body is larger than was asked for.
    case tooLarge = "too-large"
    /// Redirects lead on and on.
    case tooManyRedirects = "too-many-redirects"
    /// It took too long.
    case timedOut = "timed-out"
    /// No connection could be made.
    case unreachable
    /// The connection is not secure.
    case tls
    /// The body ended before its end.
    case truncated
    /// The site does not want to be read by programs.
    case robots
    /// The body's file could not be written.
    case writeFailed = "write-failed"
    /// Anything else.
    case failed

    /// Whether a server was reached that answered as servers do, so that other requests to it are
    /// worth the while.
    var isAnswer: Bool {
      switch self {
      case .ok, .notModified, .gone, .httpError, .rateLimited, .tooLarge, .tooManyRedirects,
        .truncated, .robots:
        true
      case .refusedAddress, .badURL, .timedOut, .unreachable, .tls, .writeFailed, .failed: false
      }
    }
  }

  /// How it ended.
  package var outcome: Outcome
  /// The status of the answer; 0 without one.
  package var status: Int
  /// Where the body came from, redirects followed.
  package var url: String
  /// What the server says of the body.
  package var validators: Validators
  /// What the server says of its form: the header `Content-Type`; empty without one.
  package var contentType: String
  /// What it was in a person's words, without the URL.
  package var message: String

  package init(
    _ outcome: Outcome, status: Int = 0, url: String = "", validators: Validators = Validators(),
    contentType: String = "", message: String = ""
  ) {
    self.outcome = outcome
    self.status = status
    self.url = url
    self.validators = validators
    self.contentType = contentType
    self.message = message
  }

  /// The charset that the server states; nil where it states none: RFC 9110 §8.3.2.
  package var charset: String? {
    for parameter in contentType.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ $0 != " " }).lowercased() == "charset" else {
        continue
      }
      let name = parts[1].filter { $0 != " " && $0 != "\"" }
      return name.isEmpty ? nil : name
    }
    return nil
  }

  /// The words of the outcome.
  package var reason: String { message.isEmpty ? outcome.rawValue : message }
}

/// Whatever fetches: gives one result for each request, in their order.
package typealias Fetch = ([FetchRequest]) throws(FetcherError) -> [FetchResult]

/// Why nothing at all was fetched.
package enum FetcherError: Error, Hashable, Sendable {
  /// The program that fetches is not where it should be.
  case missing(path: String)
  /// It could not be run, or ended before its work was done.
  case failed(reason: String)
}

// MARK: - The fetcher's lines

extension FetchRequest {
  /// The line that asks for it.
  package var line: String {
    TabbedFields.line([url, bodyPath, validators.etag, validators.lastModified])
  }
}

extension FetchResult {
  /// The results that a report holds: nil for requests that it says nothing of.
  ///
  /// - Parameters:
  ///   - report: the fetcher's lines `INDEX OUTCOME STATUS URL ETAG LAST-MODIFIED CONTENT-TYPE
  ///     LENGTH MESSAGE`, in whatever order.
  ///   - count: how many requests there were.
  /// - Returns: as many results as there were requests.
  package static func results(in report: [UInt8], count: Int) -> [FetchResult?] {
    var results = [FetchResult?](repeating: nil, count: count)
    for fields in TabbedFields.lines(report) where fields.count >= 9 {
      guard let index = Int(fields[0]), results.indices.contains(index) else { continue }
      results[index] = FetchResult(
        Outcome(rawValue: fields[1]) ?? .failed, status: Int(fields[2]) ?? 0, url: fields[3],
        validators: Validators(etag: fields[4], lastModified: fields[5]),
        contentType: fields[6], message: fields[8])
    }
    return results
  }
}
