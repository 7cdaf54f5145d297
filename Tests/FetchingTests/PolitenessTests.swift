import LoopbackServer
import Testing

@Suite struct PolitenessTests {
  typealias Response = LoopbackServer.Response

  @Test func twoRequestsRunAtATimeToOneHost() throws {
    let server = try LoopbackServer { _ in Response("x").delayed(by: .milliseconds(150)) }
    defer { server.stop() }
    let urls = (0..<6).map { server.url("/\($0)") }
    let result = try FetchProgram.fetch(urls)
    #expect(result.outcomes.allSatisfy { $0 == "ok" })
    #expect(server.greatestConcurrency == 2)
    // Three rounds of two.
    #expect(result.seconds > 0.44)
  }

  @Test func requestsToOneHostStartApart() throws {
    let server = try LoopbackServer { _ in Response("x") }
    defer { server.stop() }
    let urls = (0..<4).map { server.url("/\($0)") }
    _ = try FetchProgram.fetch(urls, ["--allow-private", "--delay", "0.2"])
    let times = server.requests.map(\.time)
    for (later, earlier) in zip(times.dropFirst(), times) {
      // What lies between start and arrival differs by a little.
      #expect((later - earlier) / .seconds(1) > 0.15)
    }
    #expect(server.requests.map(\.target) == ["/0", "/1", "/2", "/3"])
  }

  @Test func theDelayIsOneSecondIfNothingElseIsSaid() throws {
    let server = try LoopbackServer { _ in Response("x") }
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url("/0"), server.url("/1")], ["--allow-private"])
    #expect(result.seconds >= 1)
  }

  @Test func aRedirectWaitsForItsTurnToo() throws {
    let server = try LoopbackServer(routes: ["/a": .redirect(to: "/b"), "/b": Response("x")])
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url("/a")], ["--allow-private", "--delay", "0.3"])
    #expect(result.outcomes == ["ok"] && result.seconds > 0.29)
  }

  @Test func hostsRunBesideEachOther() throws {
    let server = try LoopbackServer { _ in Response("x").delayed(by: .milliseconds(400)) }
    defer { server.stop() }
    // All names lead here, but only the names count.
    let urls = (0..<8).map { "http://host\($0).localhost:\(server.port)/" }
    let result = try FetchProgram.fetch(urls)
    #expect(result.outcomes.allSatisfy { $0 == "ok" })
    #expect(server.greatestConcurrency > 4)
  }

  @Test func reportsEachAsItEnds() throws {
    let server = try LoopbackServer(routes: [
      "/slow": Response("slow").delayed(by: .milliseconds(400)), "/quick": Response("quick"),
    ])
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url("/slow"), server.url("/quick")])
    #expect(result.bodies == ["slow", "quick"])
    #expect(result.order == [1, 0])
  }
}
