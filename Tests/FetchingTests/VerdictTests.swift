import Testing

@testable import Fetching

@Suite struct VerdictTests {
  private func verdict(
    code: Int32 = 0, status: Int = 0, isConditional: Bool = false,
    _ change: (inout TransferResult) -> Void = { _ in }
  ) -> Verdict {
    var result = TransferResult(code: code)
    result.status = status
    change(&result)
    return Verdict(of: result, isConditional: isConditional, host: "h", now: 1_000)
  }

  @Test func takesThePageForItsStatusAlone() {
    #expect(verdict(status: 200) == .done(.ok, ""))
    #expect(verdict(status: 206) == .done(.httpError, "status 206"))
    #expect(verdict(status: 304) == .done(.httpError, "status 304"))
    #expect(verdict(status: 304, isConditional: true) == .done(.notModified, ""))
    #expect(verdict(status: 404) == .done(.gone, "status 404"))
    #expect(verdict(status: 410) == .done(.gone, "status 410"))
    #expect(verdict(status: 302) == .done(.httpError, "status 302 without a location"))
    #expect(verdict(status: 302) { $0.location = "http://x/" } == .redirect("http://x/"))
    #expect(verdict(status: 300) { $0.location = "http://x/" } == .done(.httpError, "status 300"))
  }

  @Test func waitsAsTheServerSays() {
    #expect(
      verdict(status: 503) { $0.retryAfter = 9 }
        == .again(.httpError, "status 503", wish: .seconds(9)))
    let limit = "status 403: the rate limit is used up"
    #expect(verdict(status: 403) == .done(.httpError, "status 403"))
    #expect(
      verdict(status: 403) { $0.head.remainingRequests = 0 }
        == .again(.rateLimited, limit, wish: .zero))
    #expect(
      verdict(status: 403) {
        $0.head.remainingRequests = 0
        $0.head.limitReset = 1_030
      } == .again(.rateLimited, limit, wish: .seconds(30)))
    #expect(
      verdict(status: 403) {
        $0.head.remainingRequests = 0
        $0.head.limitReset = .min
      } == .again(.rateLimited, limit, wish: .zero))
    #expect(
      verdict(status: 403) {
        $0.head.hasRetryAfter = true
        $0.retryAfter = 5
      } == .again(.rateLimited, limit, wish: .seconds(5)))
  }

  @Test func theBodyOfAnErrorDoesNotMatter() {
    #expect(verdict(code: 18, status: 404) == .done(.gone, "status 404"))
    #expect(
      verdict(code: 23, status: 500) { $0.stop = .unwanted }
        == .again(.httpError, "status 500", wish: .zero))
    #expect(
      verdict(code: 28, status: 404)
        == .again(.timedOut, "'h' took too long", wish: .zero))
  }

  @Test(arguments: [
    (1, FetchOutcome.failed, false), (3, .badURL, false), (6, .unreachable, true),
    (7, .unreachable, true), (18, .truncated, true), (28, .timedOut, true), (35, .tls, false),
    (52, .failed, true), (56, .failed, true), (60, .tls, false), (61, .failed, false),
    (999, .failed, false),
  ])
  func knowsTheLibrarysResults(code: Int32, outcome: FetchOutcome, isTriedAgain: Bool) {
    switch verdict(code: code) {
    case .done(let found, let message):
      #expect(found == outcome && !isTriedAgain && !message.isEmpty)
    case .again(let found, let message, let wish):
      #expect(found == outcome && isTriedAgain && !message.isEmpty && wish == .zero)
    case .redirect: Issue.record("a redirect")
    }
  }

  @Test func aBrokenConnectionTruncatesWhatHadBegun() {
    let message = "the body ended before its end"
    #expect(
      verdict(code: 56, status: 200) { $0.length = 1 }
        == .again(.truncated, message, wish: .zero))
  }

  @Test func namesTheAddressThatWasRefused() {
    #expect(
      verdict(code: 7) { $0.refused = IPAddress(bytes: [10, 0, 0, 1]) }
        == .done(.refusedAddress, "'h' leads to 10.0.0.1, which is private"))
  }

  @Test func readsTheHeadersOfTheLastAnswer() {
    var head = ResponseHead()
    for line in [
      "HTTP/1.1 100 Continue\r\n", "ETag: \"old\"\r\n", "\r\n", "HTTP/1.1 200 OK\r\n",
      "eTAG:  W/\"new\" \r\n", "Last-Modified: Wed\r\n", "Content-Type: text/html\r\n",
      "x-ratelimit-remaining: 0\r\n", "X-RateLimit-Reset: 9\r\n", "Retry-After: 1\r\n", "junk\r\n",
    ] {
      let isTaken = head.read(line: Array(line.utf8))
      #expect(isTaken)
    }
    #expect(head.etag == "W/\"new\"" && head.lastModified == "Wed")
    #expect(head.contentType == "text/html" && head.hasRetryAfter)
    #expect(head.remainingRequests == 0 && head.limitReset == 9)
    let piece = Array("X: \(String(repeating: "x", count: 1_000))\r\n".utf8)
    var count = 0
    while head.read(line: piece), count < 10_000 { count += 1 }
    #expect(count == 260)
  }
}
