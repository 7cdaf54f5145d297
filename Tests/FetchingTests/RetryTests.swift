import LoopbackServer
import Synchronization
import Testing

@Suite struct RetryTests {
  typealias Response = LoopbackServer.Response

  /// A server that gives its answers one behind the other, and the last one again and again.
  private func server(_ responses: [Response]) throws -> LoopbackServer {
    let count = Counter()
    return try LoopbackServer { _ in responses[min(count.next(), responses.count - 1)] }
  }

  private func gaps(_ server: LoopbackServer) -> [Double] {
    let times = server.requests.map(\.time)
    return zip(times.dropFirst(), times).map { ($0 - $1) / .seconds(1) }
  }

  @Test(arguments: [429, 500, 502, 503, 504])
  func triesAgainTwice(status: Int) throws {
    let failing = try server([.status(status)])
    let mended = try server([.status(status), .status(status), Response("well")])
    defer {
      failing.stop()
      mended.stop()
    }
    let result = try FetchProgram.fetch([failing.url(), mended.url()])
    #expect(result.outcomes == [status == 429 ? "rate-limited" : "http-error", "ok"])
    #expect(result.reports[0].status == status && result.bodies == [nil, "well"])
    #expect(failing.requests.count == 3 && mended.requests.count == 3)
  }

  @Test func theDelayGrows() throws {
    let server = try server([.status(503)])
    defer { server.stop() }
    _ = try FetchProgram.fetch(
      [server.url()], FetchProgram.quick + ["--retry-delay", "0.2", "--retries", "2"])
    let gaps = gaps(server)
    #expect(gaps.count == 2)
    #expect(gaps[0] > 0.19 && gaps[1] > 0.39, "\(gaps)")
  }

  @Test func waitsAsLongAsTheServerSays() throws {
    let server = try server([
      .status(429, headers: ["Retry-After": "1"]), Response("first"), Response("second"),
    ])
    defer { server.stop() }
    // The other request to that host waits as well: at a time one runs.
    let result = try FetchProgram.fetch(
      [server.url("/a"), server.url("/b")], FetchProgram.quick + ["--per-host", "1"])
    #expect(result.outcomes == ["ok", "ok"])
    let gap = try #require(gaps(server).first)
    #expect(gap > 0.99)
  }

  @Test(arguments: [
    (429, "Retry-After", "61"), (503, "Retry-After", "Wed, 21 Oct 2099 07:28:00 GMT"),
    (403, "Retry-After", "3600"),
  ])
  func doesNotWaitTooLong(status: Int, name: String, value: String) throws {
    let server = try LoopbackServer { _ in
      var response = Response.status(status)
      response.headers = [(name, value)]
      return response
    }
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url()])
    #expect(result.outcomes == ["rate-limited"] && server.requests.count == 1)
    #expect(result.reports[0].message.contains("to be asked again in"))
    #expect(result.seconds < 5)
  }

  @Test func theLimitOfGitHubIsARateLimit() throws {
    let used: KeyValuePairs = [
      "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "9999999999", "Content-Type": "text/json",
    ]
    let server = try server([.status(403, headers: used)])
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url()])
    #expect(result.outcomes == ["rate-limited"] && server.requests.count == 1)
    let other = try self.server([.status(403, headers: ["X-RateLimit-Remaining": "7"])])
    defer { other.stop() }
    #expect(try FetchProgram.fetch([other.url()]).outcomes == ["http-error"])
    #expect(other.requests.count == 1)
  }

  @Test func aBrokenConnectionIsTriedAgain() throws {
    let server = try server([
      .raw(""), .truncated("half", announcing: 9), Response("whole"),
    ])
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url()])
    #expect(result.bodies == ["whole"] && server.requests.count == 3)
  }

  @Test func aPortWithoutServerIsUnreachable() throws {
    let port = try closedPort()
    let result = try FetchProgram.fetch(["http://127.0.0.1:\(port)/", "http://127.0.0.1:\(port)/b"])
    #expect(result.outcomes == ["unreachable", "unreachable"] && result.bodies == [nil, nil])
    #expect(result.reports[0].message.contains("cannot connect to '127.0.0.1'"))
  }

  @Test func aNameWithoutAddressIsUnreachable() throws {
    let result = try FetchProgram.fetch(
      ["http://no-such-host.invalid/"], FetchProgram.quick + ["--retries", "0"])
    #expect(result.outcomes == ["unreachable"], "\(result.reports)")
  }

  @Test func aHostThatIsNotThereIsTriedOnceForLaterPages() throws {
    let server = try LoopbackServer { _ in .silent }
    defer { server.stop() }
    let options = [
      "--timeout", "0.3", "--retries", "1", "--retry-delay", "0", "--per-host", "1",
    ]
    let result = try FetchProgram.fetch(
      (0..<3).map { server.url("/\($0)") }, FetchProgram.quick + options)
    #expect(result.outcomes == ["timed-out", "timed-out", "timed-out"])
    #expect(server.requests.map(\.target) == ["/0", "/0", "/1", "/2"])
  }

  private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
      count.withLock { count in
        defer { count += 1 }
        return count
      }
    }
  }
}
