/// Which proxy a URL is fetched through, as the environment says it.
///
/// The variables are read here and not by libcurl, so that what is decided and what is done are the
/// same: the addresses of a proxy, which the user named, are not checked, all others are.
package struct ProxySettings: Hashable, Sendable {
  private var http: String?
  private var https: String?
  private var exceptions: [String]

  /// Reads `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`, each in lower case or in capitals.
  ///
  /// Where a web server runs the program, a client of it could set `HTTP_PROXY` by a header of the
  /// request; there only the lower-case name counts, as everywhere in libcurl.
  ///
  /// - Parameter variable: The value of a variable of the environment; nil or empty without it.
  package init(_ variable: (String) -> String?) {
    func value(_ name: String, capitals: Bool = true) -> String? {
      let names = capitals ? [name, name.uppercased()] : [name]
      return names.lazy.compactMap(variable).first { !$0.isEmpty }
    }
    let all = value("all_proxy")
    http = value("http_proxy", capitals: variable("REQUEST_METHOD") == nil) ?? all
    https = value("https_proxy") ?? all
    exceptions = (value("no_proxy") ?? "").lowercased()
      .split { $0 == "," || $0.isWhitespace }.map(String.init)
  }

  /// The proxy for a host; nil where it is connected to directly.
  package func proxy(scheme: String, host: HostName) -> String? {
    exceptions.contains { Self.matches($0, host) } ? nil : scheme == "https" ? https : http
  }

  /// Whether an exception means a host: `*`, a domain with or without a dot before it, an address,
  /// or a block of addresses such as `10.0.0.0/8`.
  private static func matches(_ exception: String, _ host: HostName) -> Bool {
    if exception == "*" { return true }
    switch host {
    case .name(let name):
      var domain = exception[...]
      while domain.hasPrefix(".") { domain = domain.dropFirst() }
      if domain.hasSuffix(".") { domain = domain.dropLast() }
      return !domain.isEmpty && (name == domain || name.hasSuffix("." + domain))
    case .address(let address):
      let parts = exception.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2, case .address(let block)? = HostName(String(parts[0])) else {
        return false
      }
      guard parts.count == 2 else { return block == address }
      let width = block.bytes.count
      guard let length = Int(parts[1]), 0...width * 8 ~= length else { return false }
      return AddressPrefix(bytes: block.bytes, length: length, width: width, purpose: "")
        .contains(address.bytes)
    }
  }
}
