import Foundation
import LoopbackServer
import Testing

/// Without `--allow-private` no connection is made to this machine or a private network.
@Suite struct RefusalTests {
  private static let strict = ["--delay", "0", "--retries", "0", "--timeout", "5"]

  private static let privateHosts = [
    "127.0.0.1", "localhost", "LOCALHOST", "localhost.", "a.localhost", "127.1", "2130706433",
    "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "0", "0.0.0.0", "[::1]", "[::]",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
    "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[fe80::1]", "[fd00::1]", "[ff02::1]",
    "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
    "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "printer.local",
  ]

  @Test func refusesHostsByNameAndNumber() throws {
    let server = try LoopbackServer { _ in LoopbackServer.Response("secret") }
    defer { server.stop() }
    let urls = Self.privateHosts.map { "http://\($0):\(server.port)/" }
    let result = try FetchProgram.fetch(urls, Self.strict)
    for report in result.reports { #expect(report.outcome == "refused-address", "\(report)") }
    #expect(result.bodies.allSatisfy { $0 == nil } && server.requests.isEmpty)
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

  // A public server cannot be had here: a proxy, which is trusted, plays one.
  private static let privateLocations = [
    "http://127.0.0.1/secret", "http://localhost/", "http://2130706433/", "//[::1]/",
    "http://169.254.169.254/latest/meta-data/", "http://[::ffff:10.0.0.1]/",
  ]

  @Test func refusesAPrivateHostBehindARedirect() throws {
    let page = "http://events.example.org/"
    let proxy = try LoopbackServer { request in
      guard request.target.hasPrefix(page), let number = Int(request.target.dropFirst(page.count))
      else { return LoopbackServer.Response("secret") }
      return .redirect(to: Self.privateLocations[number])
    }
    defer { proxy.stop() }
    let result = try FetchProgram.fetch(
      Self.privateLocations.indices.map { page + String($0) }, Self.strict,
      environment: ["http_proxy": proxy.url()])
    for report in result.reports { #expect(report.outcome == "refused-address", "\(report)") }
    #expect(proxy.requests.count == Self.privateLocations.count)
  }

  @Test func aPrivateHostIsNotAskedForThroughAProxyEither() throws {
    let proxy = try LoopbackServer { _ in LoopbackServer.Response("secret") }
    defer { proxy.stop() }
    let hosts = ["127.0.0.1", "localhost", "0xa9fea9fe", "router.lan"]
    let result = try FetchProgram.fetch(
      hosts.map { "http://\($0)/" }, Self.strict, environment: ["HTTP_PROXY": proxy.url()])
    for report in result.reports { #expect(report.outcome == "refused-address", "\(report)") }
    #expect(proxy.requests.isEmpty)
  }

  @Test func version6IsFetchedFromWhereAllowed() throws {
    guard let server = try? LoopbackServer(on: .ipv6, routes: ["/": LoopbackServer.Response("six")])
    else { return }
    defer { server.stop() }
    #expect(try FetchProgram.fetch([server.url()]).bodies == ["six"])
  }
}
