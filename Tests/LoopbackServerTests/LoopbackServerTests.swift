import Testing

@testable import LoopbackServer

@Suite struct LoopbackServerTests {
  /// Sends bytes to a server and gives all that it answers until the end of the connection, or as
  /// many bytes as are enough.
  private func exchange(
    _ text: String, with server: LoopbackServer, enough: Int = .max
  ) throws -> String {
    let socket = try Socket.connected(to: server.port, on: .ipv4)
    let patience = try StopSignal()
    #expect(patience.wait(for: socket, .toWrite) == .ready)
    let request = Array(text.utf8)
    #expect(socket.send(request.span) == request.count)
    var answer: [UInt8] = []
    while answer.count < enough, patience.wait(for: socket, .toRead) == .ready {
      let bytes = socket.read()
      if bytes.isEmpty { break }
      answer += bytes
    }
    return String(decoding: answer, as: UTF8.self)
  }

  private func get(_ target: String, close: Bool = true) -> String {
    "GET \(target) HTTP/1.1\r\nHost: x\r\n\(close ? "Connection: close\r\n" : "")\r\n"
  }

  @Test func answersByRouteAndRemembersRequests() throws {
    let server = try LoopbackServer(routes: ["/a": .html("hello")])
    defer { server.stop() }
    let answer = try exchange(get("/a?b=c", close: false) + get("/none"), with: server)
    #expect(
      answer == "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 5"
        + "\r\n\r\nhelloHTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
    #expect(server.requests.map(\.target) == ["/a?b=c", "/none"])
    #expect(server.requests(for: "/a").first?.header("host") == "x")
    #expect(server.greatestConcurrency == 1)
  }

  @Test(arguments: [
    (LoopbackServer.Response.truncated("abc", announcing: 9), "Content-Length: 9\r\n\r\nabc"),
    (.raw("nonsense"), "nonsense"),
    (LoopbackServer.Response("abcde").chunked(by: 3), "\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"),
    (.redirect(to: "/b"), "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"),
    (.status(304), "HTTP/1.1 304 Not Modified\r\n\r\n"),
    (LoopbackServer.Response("x").delayed(by: .milliseconds(20)), "\r\n\r\nx"),
  ])
  func answersAsDishonestlyAsItIsTold(
    response: LoopbackServer.Response, ending: String
  ) throws {
    try LoopbackServer.run(respond: { _ in response }) { server in
      let answer = try exchange(get("/"), with: server)
      #expect(answer.hasSuffix(ending), "\(answer)")
    }
  }

  @Test func stopsWhileAnswersStallOrNeverEnd() throws {
    let responses: [String: LoopbackServer.Response] = [
      "/silent": .silent, "/stalled": .stalled(behind: "abc", announcing: 9),
      "/endless": .endless("again "),
      "/late": LoopbackServer.Response("late").delayed(by: .seconds(600)),
    ]
    let server = try LoopbackServer(routes: responses)
    #expect(try exchange(get("/stalled"), with: server, enough: 10).hasPrefix("HTTP/1.1 200"))
    #expect(try exchange(get("/endless"), with: server, enough: 300_000).contains("again again"))
    // These stay open until the server stops.
    let sockets = try ["/silent", "/stalled", "/endless", "/late"].map { target in
      let socket = try Socket.connected(to: server.port, on: .ipv4)
      #expect(try StopSignal().wait(for: socket, .toWrite) == .ready)
      let request = Array(get(target).utf8)
      #expect(socket.send(request.span) == request.count)
      return socket
    }
    while server.requests.count < 6 { _ = try StopSignal().sleep(.milliseconds(1)) }
    server.stop()
    #expect(sockets.count == 4)
  }
}
