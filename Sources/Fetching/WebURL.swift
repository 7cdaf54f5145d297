/// An address of the web, in libcurl's spelling: what is checked is what is connected to.
package struct WebURL: Hashable, Sendable {
  /// The whole address, without fragment.
  package var text: String
  /// `http` or `https`.
  package var scheme: String
  /// The host, which is an address where it was written as one in any way.
  package var host: HostName
  /// The host as it stands in the text.
  package var hostText: String
  /// The port, also where it is the usual one of the scheme.
  package var port: String
  /// The path and the query, which a robots.txt speaks of.
  package var target: String

  /// The longest address, in bytes.
  package static let greatestLength = 4096

  /// Scheme, host and port, which share a robots.txt and secrets.
  package var origin: String { "\(scheme)://\(hostText):\(port)" }
}

/// Why a text is no address that can be fetched.
package enum WebURLError: Error, Hashable {
  case tooLong
  /// Neither http nor https.
  case otherScheme
  /// A name or password stands before the host.
  case hasCredentials
  case badHost
  /// libcurl says no, with its words.
  case malformed(String)

  /// The error for people.
  package var message: String {
    switch self {
    case .tooLong: "the URL has more than \(WebURL.greatestLength) bytes"
    case .otherScheme: "the URL is neither http nor https"
    case .hasCredentials: "the URL holds a user's name"
    case .badHost: "the URL's host is neither a name nor an address"
    case .malformed(let details): "no URL: \(details)"
    }
  }
}
