/// How is fetched.
package struct FetchOptions: Sendable {
  /// Whether hosts of private networks and this machine are fetched from.
  package var allowsPrivate = false
  /// Whether robots.txt is honoured.
  package var honoursRobots = false
  /// The longest body, in bytes, decoded.
  package var greatestSize = 5 * 1024 * 1024
  /// The longest time of one request, redirects included, waiting for its turn left out.
  package var timeout = Duration.seconds(30)
  /// The longest time to connect.
  package var connectTimeout = Duration.seconds(10)
  /// How many requests a host gets at a time.
  package var perHost = 2
  /// The shortest time between the starts of two requests to a host.
  package var delay = Duration.seconds(1)
  /// When a request is tried again.
  package var retry = RetryRule()
  /// What the fetcher calls itself.
  package var userAgent = ""
  /// Headers to be sent in addition.
  package var headers: [HeaderField] = []
  /// A file with the certificates that are trusted instead of the system's.
  package var certificates: String?
  /// Through which proxies is fetched.
  package var proxies = ProxySettings { _ in nil }

  /// The most redirects that are followed.
  package static let greatestRedirects = 5
  /// How many requests run at a time, to all hosts together.
  package static let greatestTransfers = 16
  /// The longest delay that a robots.txt may ask for.
  package static let greatestCrawlDelay = Duration.seconds(10)

  package init() {}
}

/// A header of a request.
package struct HeaderField: Hashable, Sendable {
  /// Its name, in whatever case.
  package var name: String
  /// What stands behind the colon.
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Reads `NAME: VALUE`; nil for what is no header (RFC 9110 §5).
  package init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    name = String(text[..<colon])
    value = String(text[text.index(after: colon)...].drop { $0 == " " })
    let isToken = name.utf8.allSatisfy { byte in
      "!#$%&'*+-.^_`|~".utf8.contains(byte)
        || Unicode.Scalar(byte).properties.isAlphabetic
          && byte < 0x80
        || 0x30...0x39 ~= byte
    }
    guard !name.isEmpty, isToken, !value.isEmpty,
      !value.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\t" || $0.value == 127 })
    else { return nil }
  }

  /// Whether it may be sent to another origin, to which a redirect leads: it holds no secret.
  package var isHarmless: Bool { Self.harmless.contains(name.lowercased()) }

  private static let harmless: Set<String> = ["accept", "accept-language", "x-github-api-version"]
}
