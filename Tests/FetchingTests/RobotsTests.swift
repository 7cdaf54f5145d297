import LoopbackServer
import Testing

@Suite struct RobotsTests {
  typealias Response = LoopbackServer.Response

  private static let options = FetchProgram.quick + ["--robots"]

  @Test func honoursRobotsWhereToldTo() throws {
    let server = try LoopbackServer(routes: [
      "/robots.txt": Response("User-agent: *\nDisallow: /private\nAllow: /private/but"),
      "/page": Response("page"), "/private/but": Response("but"), "/private": Response("secret"),
    ])
    defer { server.stop() }
    let urls = ["/page", "/private", "/private/but", "/privat%65"].map { server.url($0) }
    let result = try FetchProgram.fetch(urls, Self.options + ["--per-host", "1"])
    #expect(result.outcomes == ["ok", "robots", "ok", "robots"])
    #expect(result.bodies == ["page", nil, "but", nil])
    #expect(result.reports[1].message == "robots.txt forbids it")
    #expect(server.requests.map(\.target) == ["/robots.txt", "/page", "/private/but"])
    #expect(server.requests[0].header("User-Agent")?.hasPrefix("twir-events/") == true)
  }

  @Test func asksNobodyOtherwise() throws {
    let server = try LoopbackServer(routes: [
      "/robots.txt": Response("User-agent: *\nDisallow: /"), "/page": Response("page"),
    ])
    defer { server.stop() }
    #expect(try FetchProgram.fetch([server.url("/page")]).bodies == ["page"])
    #expect(server.requests.count == 1)
  }

  @Test func aGroupOfItsOwnCounts() throws {
    let text = "User-agent: *\nDisallow:\n\nUser-agent: Twir-Events\nDisallow: /"
    let server = try LoopbackServer(routes: ["/robots.txt": Response(text), "/": Response("x")])
    defer { server.stop() }
    #expect(try FetchProgram.fetch([server.url()], Self.options).outcomes == ["robots"])
    let renamed = try FetchProgram.fetch([server.url()], Self.options + ["--user-agent", "me/1"])
    #expect(renamed.outcomes == ["ok"])
  }

  @Test(arguments: [
    (404, "ok", 1), (403, "ok", 1), (410, "ok", 1), (500, "robots", 3), (503, "robots", 3),
  ])
  func withoutRobotsTheStatusDecides(status: Int, outcome: String, tries: Int) throws {
    let server = try LoopbackServer { request in
      request.path == "/robots.txt" ? .status(status) : Response("x")
    }
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url("/a"), server.url("/b")], Self.options)
    #expect(result.outcomes == [outcome, outcome], "\(result.reports)")
    #expect(server.requests(for: "/robots.txt").count == tries)
  }

  @Test func aHostThatIsNotThereIsReportedAsSuch() throws {
    let port = try closedPort()
    let result = try FetchProgram.fetch(["http://127.0.0.1:\(port)/"], Self.options)
    #expect(result.outcomes == ["unreachable"])
  }

  @Test func robotsBehindARedirectSpeaksForTheFirstHost() throws {
    let server = try LoopbackServer(routes: [
      "/robots.txt": .redirect(to: "/other.txt"),
      "/other.txt": Response("User-agent: *\nDisallow: /x"), "/y": Response("y"),
    ])
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url("/x"), server.url("/y")], Self.options)
    #expect(result.outcomes == ["robots", "ok"])
  }

  @Test func theTargetOfARedirectIsAskedForToo() throws {
    let other = try LoopbackServer(routes: [
      "/robots.txt": Response("User-agent: *\nDisallow: /"), "/": Response("secret"),
    ])
    let server = try LoopbackServer(routes: ["/": .redirect(to: other.url())])
    defer {
      server.stop()
      other.stop()
    }
    let result = try FetchProgram.fetch([server.url()], Self.options)
    #expect(result.outcomes == ["robots"])
    #expect(other.requests.map(\.target) == ["/robots.txt"])
  }

  /// The host alone fits into an address, its robots.txt does not.
  @Test func aHostThatIsTooLongForItsRobotsIsReported() throws {
    let host = String(repeating: "a", count: 4_080)
    let result = try FetchProgram.fetch(["http://\(host)/"], Self.options)
    #expect(result.outcomes == ["robots"])
  }

  @Test func anEndlessRobotsIsReadToItsLimit() throws {
    let line = "User-agent: *\nDisallow: /private\n"
    let server = try LoopbackServer { request in
      request.path == "/robots.txt" ? .endless(String(repeating: line, count: 100)) : Response("x")
    }
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url("/private"), server.url("/")], Self.options)
    #expect(result.outcomes == ["robots", "ok"], "\(result.reports)")
  }

  @Test func theDelayThatRobotsAsksForIsKept() throws {
    let server = try LoopbackServer(routes: [
      "/robots.txt": Response("User-agent: *\nCrawl-delay: 0.3"), "/a": Response("a"),
      "/b": Response("b"),
    ])
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url("/a"), server.url("/b")], Self.options)
    #expect(result.outcomes == ["ok", "ok"] && result.seconds > 0.59)
  }
}
