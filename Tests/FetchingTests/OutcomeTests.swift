import Foundation
import LoopbackServer
import Testing

/// What is reported of each kind of answer, and what becomes of the body.
@Suite struct OutcomeTests {
  typealias Response = LoopbackServer.Response

  private func fetch(
    _ response: Response, _ options: [String] = [], conditions: (String, String) = ("", "")
  ) throws -> (result: FetchProgram.Result, requests: [LoopbackServer.Request]) {
    let server = try LoopbackServer { _ in response }
    defer { server.stop() }
    let result = try FetchProgram.fetch(
      [server.url("/page?q=1")], FetchProgram.quick + options, conditions: conditions)
    return (result, server.requests)
  }

  private func expectFailure(
    _ response: Response, _ outcome: String, _ options: [String] = [], tries: Int
  ) throws {
    let (result, requests) = try fetch(response, options)
    #expect(result.outcomes == [outcome], "\(result.reports)")
    #expect(result.bodies == [nil])
    #expect(result.reports[0].length == 0 && !result.reports[0].message.isEmpty)
    #expect(requests.count == tries)
  }

  @Test func writesThePageAndTellsWhatTheServerSays() throws {
    let headers: KeyValuePairs = [
      "ETag": "W/\"a\\b\"", "Last-Modified": "Wed, 11 Feb 2026 00:00:00 GMT",
      "Content-Type": "text/html; charset=utf-8", "Set-Cookie": "a=b",
    ]
    let (result, requests) = try fetch(Response("hello", headers: headers))
    let report = result.reports[0]
    #expect(report.outcome == "ok" && report.status == 200 && report.length == 5)
    #expect(report.etag == #"W/"a\\b""#, "a backslash is escaped")
    #expect(report.lastModified == "Wed, 11 Feb 2026 00:00:00 GMT")
    #expect(report.contentType == "text/html; charset=utf-8" && report.message.isEmpty)
    #expect(report.url.hasSuffix("/page?q=1"))
    #expect(result.bodies == ["hello"])
    #expect(requests.count == 1 && requests[0].method == "GET")
    #expect(requests[0].target == "/page?q=1")
  }

  @Test func reportsNoFieldThatIsTooLongToBeReal() throws {
    let long = String(repeating: "x", count: 20_000)
    let (result, _) = try fetch(Response("hello", headers: ["ETag": long, "Content-Type": long]))
    #expect(result.reports[0].etag.isEmpty && result.reports[0].contentType.isEmpty)
    #expect(result.bodies == ["hello"])
    let unknown = Response("hello", headers: ["Content-Encoding": long])
    #expect(try fetch(unknown).result.reports[0].message.count < 600)
  }

  @Test func saysWhoAsksAndNothingElse() throws {
    let (_, requests) = try fetch(Response("x"), ["--header", "Accept: text/plain"])
    let request = try #require(requests.first)
    let agent = try #require(request.header("User-Agent"))
    #expect(agent.wholeMatch(of: /twir-events\/[0-9]+\.[0-9]+\.[0-9]+/) != nil)
    #expect(request.header("Accept") == "text/plain")
    #expect(
      Set(request.headers.map { $0.name.lowercased() })
        == ["host", "user-agent", "accept", "accept-encoding"])
    let (_, renamed) = try fetch(Response("x"), ["--user-agent", "me/1"])
    #expect(renamed.first?.header("User-Agent") == "me/1")
  }

  @Test func neitherCookiesNorThePasswordsOfNetrcAreSent() throws {
    let folder = try FetchProgram.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("default login me password secret\n".utf8).write(to: folder.appending(path: ".netrc"))
    let server = try LoopbackServer { request in
      request.path == "/"
        ? Response("", status: 302, headers: ["Location": "/b", "Set-Cookie": "a=b"])
        : Response("x")
    }
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url()], environment: ["HOME": folder.path])
    #expect(result.outcomes == ["ok"])
    for request in server.requests {
      #expect(request.header("Cookie") == nil && request.header("Authorization") == nil)
    }
  }

  @Test func anEmptyPageIsAPage() throws {
    let (result, _) = try fetch(Response())
    #expect(result.outcomes == ["ok"] && result.bodies == [""])
  }

  @Test(arguments: [
    (404, "gone"), (410, "gone"), (400, "http-error"), (401, "http-error"),
    (403, "http-error"), (204, "http-error"), (206, "http-error"), (304, "http-error"),
    (302, "http-error"), (451, "http-error"),
  ])
  func namesTheStatusesThatAreNoPage(status: Int, outcome: String) throws {
    let (result, requests) = try fetch(Response("an error's page", status: status))
    #expect(result.outcomes == [outcome] && result.reports[0].status == status)
    #expect(result.bodies == [nil] && requests.count == 1)
  }

  @Test(arguments: [1, 7, 100_000])
  func joinsChunks(size: Int) throws {
    let text = String(repeating: "0123456789", count: 5_000)
    let (result, _) = try fetch(Response(text).chunked(by: size))
    #expect(result.bodies == [text])
  }

  @Test func takesABodyThatEndsWithTheConnection() throws {
    var response = Response("whole")
    response.framing = .untilClose
    #expect(try fetch(response).result.bodies == ["whole"])
  }

  @Test func undoesGzip() throws {
    let (result, requests) = try fetch(.gzip(Gzip.stored("plain")))
    #expect(result.bodies == ["plain"] && result.reports[0].length == 5)
    #expect(requests[0].header("Accept-Encoding")?.contains("gzip") == true)
  }

  @Test func gzipOfSeveralFilesIsOneBody() throws {
    let bytes = Gzip.stored("one ") + Gzip.stored("") + Gzip.stored("two")
    #expect(try fetch(.gzip(bytes)).result.bodies == ["one two"])
    #expect(
      try fetch(Response(bytes: bytes, headers: ["Content-Encoding": "X-GZIP"]).chunked(by: 1))
        .result.bodies == ["one two"])
    #expect(try fetch(.gzip([])).result.bodies == [""])
  }

  @Test func brokenGzipIsNoPage() throws {
    var bytes = Gzip.stored("plain")
    bytes[15] ^= 0xFF
    try expectFailure(.gzip(bytes), "failed", tries: 1)
    try expectFailure(.gzip(Array("no gzip at all".utf8)), "failed", tries: 1)
    try expectFailure(.gzip(Gzip.stored("plain") + [1, 2, 3]), "failed", tries: 1)
    try expectFailure(Response("x", headers: ["Content-Encoding": "br"]), "failed", tries: 1)
  }

  /// The length is as announced: only gzip itself tells that its end is missing.
  @Test(arguments: [1, 5, 12, 17, 24])
  func gzipThatIsCutOffIsNoPage(count: Int) throws {
    let bytes = Gzip.stored("plain")
    #expect(count < bytes.count)
    try expectFailure(.gzip(Array(bytes.prefix(count))), "truncated", ["--retries", "0"], tries: 1)
  }

  @Test func aBodyThatIsCutOffIsNoPage() throws {
    try expectFailure(.truncated("half", announcing: 8), "truncated", tries: 3)
    var chunked = Response("half of it").chunked(by: 4)
    chunked.ending = .close
    try expectFailure(chunked, "truncated", ["--retries", "0"], tries: 1)
    try expectFailure(.truncated("", announcing: 8), "truncated", ["--retries", "1"], tries: 2)
  }

  @Test func moreThanWasAnnouncedIsLeftOut() throws {
    var response = Response("12345678")
    response.framing = .declared(4)
    response.ending = .close
    #expect(try fetch(response).result.bodies == ["1234"])
  }

  @Test(arguments: [
    "", "nonsense\r\n\r\n", "HTTP/1.1 200\r\nContent-Length: x\r\n\r\nabc", "\0\0\0",
  ])
  func whatIsNoHTTPIsNoPage(text: String) throws {
    let (result, _) = try fetch(.raw(text), ["--retries", "0"])
    #expect(result.outcomes == ["failed"], "\(result.reports)")
    #expect(result.bodies == [nil])
  }

  // MARK: Sizes

  @Test func stopsAtTheGreatestSize() throws {
    let limit = ["--max-size", "1000"]
    let text = String(repeating: "x", count: 1_000)
    #expect(try fetch(Response(text), limit).result.bodies == [text])
    try expectFailure(Response(text + "x"), "too-large", limit, tries: 1)
    try expectFailure(Response(text + "x").chunked(by: 100), "too-large", limit, tries: 1)
    try expectFailure(.stalled(behind: "x", announcing: 1_001), "too-large", limit, tries: 1)
    try expectFailure(.endless("again and "), "too-large", tries: 1)
  }

  @Test func aBombOfGzipStopsAtTheGreatestSize() throws {
    let bomb = Gzip.bomb(200_000)
    #expect(bomb.count < 400_000)
    try expectFailure(.gzip(bomb), "too-large", tries: 1)
  }

  @Test func headersHaveALimitToo() throws {
    var endless = Response("X-Header: \(String(repeating: "x", count: 5_000))\r\n")
    endless.framing = .raw
    endless.ending = .endless
    try expectFailure(endless, "failed", ["--retries", "0"], tries: 1)
    let lines = String(repeating: "X: \(String(repeating: "x", count: 5_000))\r\n", count: 100)
    try expectFailure(.raw("HTTP/1.1 200 OK\r\n\(lines)\r\nx"), "too-large", tries: 1)
  }

  @Test func theLongPageOfAnErrorIsNotRead() throws {
    var endless = Response.endless("not found ")
    endless.status = 404
    let (result, _) = try fetch(endless)
    #expect(result.outcomes == ["gone"] && result.seconds < 5)
  }

  // MARK: Conditions

  @Test func asksWhetherTheCopyIsStillTheNewest() throws {
    let (result, requests) = try fetch(
      .status(304, headers: ["ETag": "\"b\""]),
      conditions: ("\"a\"", "Wed, 11 Feb 2026 00:00:00 GMT"))
    #expect(result.outcomes == ["not-modified"] && result.bodies == [nil])
    #expect(result.reports[0].status == 304 && result.reports[0].etag == "\"b\"")
    #expect(requests[0].header("If-None-Match") == "\"a\"")
    #expect(requests[0].header("If-Modified-Since") == "Wed, 11 Feb 2026 00:00:00 GMT")
  }

  @Test func withoutACopyNothingIsAskedOfIt() throws {
    let (_, requests) = try fetch(Response("x"))
    #expect(requests[0].header("If-None-Match") == nil)
    #expect(requests[0].header("If-Modified-Since") == nil)
  }

  // MARK: Times

  @Test func aServerThatStallsTakesNoLongerThanIsAllowed() throws {
    let options = ["--timeout", "0.3", "--retries", "0"]
    for response in [Response.silent, .stalled(behind: "x", announcing: 9)] {
      let (result, _) = try fetch(response, options)
      #expect(result.outcomes == ["timed-out"] && result.bodies == [nil])
      #expect(0.25...8 ~= result.seconds, "\(result.seconds)")
    }
  }

  @Test func theTimeIncludesRedirects() throws {
    let server = try LoopbackServer { request in
      .redirect(to: request.target + "x").delayed(by: .milliseconds(200))
    }
    defer { server.stop() }
    let result = try FetchProgram.fetch(
      [server.url()], FetchProgram.quick + ["--timeout", "0.5", "--retries", "0"])
    #expect(result.outcomes == ["timed-out"])
    #expect(1...3 ~= server.requests.count)
  }
}
