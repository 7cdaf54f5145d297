/// All that one exchange with a server needs to know.
struct TransferSetup: Sendable {
  /// Where the body goes.
  enum Target: Sendable {
    case file(String)
    /// Into memory; what is beyond the greatest size is left out.
    case memory
  }

  var url: WebURL
  var target: Target
  /// Lines such as `Accept: text/html`.
  var headers: [String]
  var userAgent: String
  /// The proxy; nil where the host itself is connected to.
  var proxy: String?
  /// A file with the certificates that are trusted; nil for the system's.
  var certificates: String?
  var allowsPrivate: Bool
  var greatestSize: Int
  var timeout: Duration
  var connectTimeout: Duration
}

extension Duration {
  /// Whole milliseconds, one at least: libcurl takes none for no limit.
  var milliseconds: Int { Int(max(1, min(self / .milliseconds(1), 1e12))) }
}
