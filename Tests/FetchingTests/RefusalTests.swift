import Foundation
import LoopbackServer
import Testing

/// Without `--allow-private` no connection is made to this machine or a private network.
@Suite struct RefusalTests {
  private static let strict = ["--delay", "0", "--retries", "0", "--timeout", "5"]

  @Test(arguments: [
    "127.0.0.1", "localhost", "LOCALHOST", "localhost.", "a.localhost", "127.1", "2130706433",
    "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "0", "0.0.0.0", "[::1]", "[::]",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
    "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[fe80::1]", "[fd00::1]", "[ff02::1]",
    "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
    "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "printer.local",
  ])
  func refusesHostsByNameAndNumber(host: String) throws {
    let server = try LoopbackServer { _ in LoopbackServer.Response("secret") }
    defer { server.stop() }
    let result = try FetchProgram.fetch(["http://\(host):\(server.port)/"], Self.strict)
    #expect(result.outcomes == ["refused-address"], "\(result.reports)")
    #expect(result.bodies == [nil] && server.requests.isEmpty)
    #expect(result.seconds < 3)
  }

  /// The machine's own name leads to an address of it, which only the connection tells.
  @Test(.enabled(if: hostNameIsPrivate, "the machine's name leads to no private address"))
  func refusesTheAddressThatANameLeadsTo() throws {
    let server = try LoopbackServer { _ in LoopbackServer.Response("secret") }
    defer { server.stop() }
    let host = ProcessInfo.processInfo.hostName
    let result = try FetchProgram.fetch(["http://\(host):\(server.port)/"], Self.strict)
    #expect(result.outcomes == ["refused-address"], "\(result.reports)")
    #expect(result.reports[0].message.contains("leads to"))
    #expect(server.requests.isEmpty)
  }

  private static var hostNameIsPrivate: Bool {
    let name = ProcessInfo.processInfo.hostName
    guard let hosts = try? String(contentsOfFile: "/etc/hosts", encoding: .utf8) else {
      return false
    }
    let lines = hosts.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace) }
    let found = lines.filter { $0.dropFirst().contains { $0 == name } }
    return !name.hasSuffix("localhost") && !found.isEmpty
      && found.allSatisfy { $0.first?.hasPrefix("127.") == true || $0.first == "::1" }
  }

  /// A public server cannot be had here: a proxy, which is trusted, plays one.
  @Test(arguments: [
    "http://127.0.0.1/secret", "http://localhost/", "http://2130706433/", "//[::1]/",
    "http://169.254.169.254/latest/meta-data/", "http://[::ffff:10.0.0.1]/",
  ])
  func refusesAPrivateHostBehindARedirect(location: String) throws {
    let proxy = try LoopbackServer { request in
      request.target == "http://events.example.org/"
        ? .redirect(to: location) : LoopbackServer.Response("secret")
    }
    defer { proxy.stop() }
    let result = try FetchProgram.fetch(
      ["http://events.example.org/"], Self.strict, environment: ["http_proxy": proxy.url()])
    #expect(result.outcomes == ["refused-address"], "\(result.reports)")
    #expect(proxy.requests.count == 1)
  }

  @Test func aPrivateHostIsNotAskedForThroughAProxyEither() throws {
    let proxy = try LoopbackServer { _ in LoopbackServer.Response("secret") }
    defer { proxy.stop() }
    for host in ["127.0.0.1", "localhost", "0xa9fea9fe", "router.lan"] {
      let result = try FetchProgram.fetch(
        ["http://\(host)/"], Self.strict, environment: ["HTTP_PROXY": proxy.url()])
      #expect(result.outcomes == ["refused-address"], "\(host)")
    }
    #expect(proxy.requests.isEmpty)
  }

  @Test func version6IsFetchedFromWhereAllowed() throws {
    guard let server = try? LoopbackServer(on: .ipv6, routes: ["/": LoopbackServer.Response("six")])
    else { return }
    defer { server.stop() }
    #expect(try FetchProgram.fetch([server.url()]).bodies == ["six"])
  }
}

@Suite struct ProxyTests {
  @Test func fetchesThroughTheProxyOfTheEnvironment() throws {
    let proxy = try LoopbackServer { LoopbackServer.Response($0.target) }
    defer { proxy.stop() }
    for variable in ["http_proxy", "HTTP_PROXY", "ALL_PROXY"] {
      let result = try FetchProgram.fetch(
        ["http://events.example.org/page"], ["--delay", "0"], environment: [variable: proxy.url()])
      #expect(result.bodies == ["http://events.example.org/page"], "\(variable) \(result.reports)")
    }
  }

  @Test func secureConnectionsGoThroughTheProxyAsATunnel() throws {
    let proxy = try LoopbackServer { _ in .status(403) }
    defer { proxy.stop() }
    let result = try FetchProgram.fetch(
      ["https://events.example.org/"], ["--delay", "0", "--retries", "0"],
      environment: ["HTTPS_PROXY": proxy.url()])
    #expect(result.outcomes == ["failed"], "\(result.reports)")
    #expect(proxy.requests.map(\.method) == ["CONNECT"])
    #expect(proxy.requests.map(\.target) == ["events.example.org:443"])
  }

  @Test func leavesTheProxyOutForHostsWithoutOne() throws {
    let proxy = try LoopbackServer { _ in LoopbackServer.Response("proxied") }
    let server = try LoopbackServer { _ in LoopbackServer.Response("direct") }
    defer {
      proxy.stop()
      server.stop()
    }
    let environment = ["http_proxy": proxy.url(), "NO_PROXY": "example.org, 127.0.0.0/8"]
    let result = try FetchProgram.fetch([server.url()], environment: environment)
    #expect(result.bodies == ["direct"] && proxy.requests.isEmpty)
  }

  @Test func aProxyThatIsNotThereIsUnreachable() throws {
    let port = try closedPort()
    let result = try FetchProgram.fetch(
      ["http://events.example.org/"], ["--retries", "0"],
      environment: ["http_proxy": "http://127.0.0.1:\(port)"])
    #expect(result.outcomes == ["unreachable"])
  }
}

/// A port on which nobody listens any more.
func closedPort() throws -> UInt16 {
  let server = try LoopbackServer(routes: [:])
  server.stop()
  return server.port
}
