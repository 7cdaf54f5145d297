import Testing

@testable import Fetching

@Suite struct ProxySettingsTests {
  private func proxy(
    _ variables: [String: String], for host: String, scheme: String = "https"
  ) throws -> String? {
    let settings = ProxySettings { variables[$0] }
    return settings.proxy(scheme: scheme, host: try #require(HostName(host)))
  }

  private static let variables: [([String: String], String, String?)] = [
    (["http_proxy": "h"], "http", "h"), (["http_proxy": "h"], "https", nil),
    (["HTTP_PROXY": "h"], "http", "h"), (["HTTPS_PROXY": "s"], "https", "s"),
    (["https_proxy": "l", "HTTPS_PROXY": "u"], "https", "l"), (["ALL_PROXY": "a"], "http", "a"),
    (["all_proxy": "a", "https_proxy": "s"], "https", "s"), (["https_proxy": ""], "https", nil),
    (["HTTP_PROXY": "h", "REQUEST_METHOD": "GET"], "http", nil), ([:], "https", nil),
  ]

  @Test(arguments: variables)
  func readsTheVariables(variables: [String: String], scheme: String, proxy: String?) throws {
    #expect(try self.proxy(variables, for: "example.org", scheme: scheme) == proxy)
  }

  @Test(arguments: [
    ("*", "example.org", true), ("example.org", "example.org", true),
    ("example.org", "www.example.org", true), (".example.org", "example.org", true),
    ("example.org.", "Example.org", true), ("example.org", "badexample.org", false),
    ("a.org, example.org", "example.org", true), ("a.org b.org", "b.org", true),
    ("10.0.0.1", "10.0.0.1", true), ("10.0.0.0/8", "10.9.9.9", true),
    ("10.0.0.0/8", "11.0.0.1", false), ("10.0.0.0/33", "10.0.0.0", false),
    ("[::1]", "[::1]", true), ("fd00::/8", "[fd12::1]", true), ("fd00::/8", "[fe80::1]", false),
    ("", "example.org", false), (".", "example.org", false), ("10.0.0.0/8", "a.org", false),
    ("0.0.0.0/0", "1.2.3.4", true),
  ])
  func knowsTheHostsWithoutProxy(exceptions: String, host: String, isDirect: Bool) throws {
    let variables = ["https_proxy": "p", "no_proxy": exceptions]
    #expect(try (proxy(variables, for: host) == nil) == isDirect)
  }
}
