import LoopbackServer
import Testing

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
