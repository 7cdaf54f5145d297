import LoopbackServer
import Testing

@Suite struct RedirectTests {
  typealias Response = LoopbackServer.Response

  @Test(arguments: [301, 302, 303, 307, 308])
  func followsEachKind(status: Int) throws {
    let server = try LoopbackServer(routes: [
      "/a": .redirect(to: "b?x#part", status: status), "/b": Response("found"),
    ])
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url("/a")], conditions: ("\"e\"", ""))
    #expect(result.outcomes == ["ok"] && result.bodies == ["found"])
    #expect(result.reports[0].url == server.url("/b?x"))
    #expect(server.requests.map(\.target) == ["/a", "/b?x"])
    #expect(server.requests.allSatisfy { $0.method == "GET" })
    #expect(server.requests.allSatisfy { $0.header("If-None-Match") == "\"e\"" })
  }

  @Test(arguments: [(5, "ok"), (6, "too-many-redirects")])
  func followsFiveAndNoMore(count: Int, outcome: String) throws {
    let server = try LoopbackServer { request in
      let number = Int(request.path.dropFirst()) ?? 0
      return number < count ? .redirect(to: "/\(number + 1)") : Response("end")
    }
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url("/0")])
    #expect(result.outcomes == [outcome])
    #expect(result.bodies == [outcome == "ok" ? "end" : nil])
    #expect(server.requests.count == 6)
  }

  @Test func aLoopEnds() throws {
    let server = try LoopbackServer(routes: ["/": .redirect(to: "/")])
    defer { server.stop() }
    #expect(try FetchProgram.fetch([server.url()]).outcomes == ["too-many-redirects"])
    #expect(server.requests.count == 6)
  }

  @Test(arguments: [
    "ftp://127.0.0.1/", "file:///etc/passwd", "javascript:1", "gopher://127.0.0.1:70/",
    "http://user:word@127.0.0.1/", "http://1.2.3.4.5/",
  ])
  func doesNotFollowToWhatIsNotFetched(location: String) throws {
    let server = try LoopbackServer(routes: ["/": .redirect(to: location)])
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url()])
    #expect(result.outcomes == ["bad-url"], "\(result.reports)")
    #expect(result.reports[0].message.hasPrefix("redirect to "))
    #expect(result.bodies == [nil])
  }

  @Test func anotherOriginGetsHarmlessHeadersOnly() throws {
    let other = try LoopbackServer(routes: ["/b": Response("found")])
    let server = try LoopbackServer(routes: [
      "/": .redirect(to: "/a"), "/a": .redirect(to: other.url("/b")),
    ])
    defer {
      server.stop()
      other.stop()
    }
    let headers = ["--header", "Authorization: Bearer secret", "--header", "Accept: text/x"]
    let result = try FetchProgram.fetch([server.url()], FetchProgram.quick + headers)
    #expect(result.bodies == ["found"])
    #expect(server.requests.allSatisfy { $0.header("Authorization") == "Bearer secret" })
    #expect(other.requests.map { $0.header("Accept") } == ["text/x"])
    #expect(other.requests.map { $0.header("Authorization") } == [nil])
  }

  @Test func theBodyOfARedirectIsLeftOut() throws {
    var redirect = Response.redirect(to: "/b")
    redirect.body = Array("moved".utf8)
    let server = try LoopbackServer(routes: ["/a": redirect, "/b": .status(404)])
    defer { server.stop() }
    let result = try FetchProgram.fetch([server.url("/a")])
    #expect(result.outcomes == ["gone"] && result.bodies == [nil])
  }
}
