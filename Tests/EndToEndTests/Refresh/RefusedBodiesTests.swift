import Foundation
import LoopbackServer
import Testing

/// Nothing that a network can do makes what is in the archive worse.
@Suite struct RefusedBodiesTests {
  private static let last = "2031-04-16"
  private static let old = MadeUp.issue(last, number: 700)
  private static let name = MadeUp.name(last)

  /// Answers to a request for an issue, and a word of the reason that is given.
  private static let bad: [(String, LoopbackServer.Response, String)] = [
    ("cut off", .truncated(String(old.prefix(400)), announcing: old.utf8.count), "'"),
    ("too short for its length", .truncated(old + "x", announcing: 9_000), "'"),
    ("cut off, by the end of the connection", cutOff(behind: 400), "it is cut off behind 400 of"),
    ("new, and cut off", cutOff(behind: 330, of: "Extra"), "it is cut off within a link"),
    ("an error page", .html("<!DOCTYPE html><title>Sorry</title>"), "it is a web page"),
    ("nothing", LoopbackServer.Response(""), "it is empty"),
    ("something else", LoopbackServer.Response("# Hello\n\nWorld\n"), "no events section"),
    (
      "most listings lost", LoopbackServer.Response(MadeUp.issue(last, number: 700, events: 2)),
      "it has 2 of the 6 listings that are there"
    ),
    ("an error", .status(500), "500"),
    ("gone", .status(404), "404"),
    ("a loop", .redirect(to: "/issues/\(name)"), "redirect"),
    ("no HTTP", .raw("nonsense\r\n\r\n"), "'"),
    ("damaged compression", .gzip(Array("no gzip at all".utf8)), "'"),
    ("silence", .silent, "'"),
    ("a pause", .stalled(behind: String(old.prefix(300)), announcing: 900), "'"),
    ("too much", LoopbackServer.Response(String(repeating: "x", count: 6_000_000)), "'"),
  ]

  private static func cutOff(behind count: Int, of title: String = "Talk")
    -> LoopbackServer.Response
  {
    let text = MadeUp.issue(last, number: 700, title: title)
    var response = LoopbackServer.Response(String(text.prefix(count)))
    response.framing = .untilClose
    response.ending = .close
    return response
  }

  @Test(arguments: bad)
  func whatIsThereStays(case name: String, answer: LoopbackServer.Response, reason: String) throws {
    try Program.withSamples { program in
      try Newsletter.run(MadeUp.issues(2, upTo: Self.last)) { newsletter in
        let network = try program.network(newsletter)
        try program.run(["refresh"], environment: network).expectSuccess()
        let before = try program.archived()
        newsletter.answer(answer, to: Self.name)
        let result = try program.run(["refresh"], environment: network)
        #expect(result.status == 0, "\(name): \(result.messages)")
        #expect(result.text == "nothing new\n", "\(name)")
        let warning =
          "warning: '\(Self.name)' was not taken from '\(newsletter.server.url("/issues"))"
        #expect(
          result.messages.contains(warning) && result.messages.contains(reason),
          "\(name): \(result.messages)")
        #expect(try program.archived() == before, "\(name)")
        // And it is taken once it is right again.
        newsletter.answer(nil, to: Self.name)
        newsletter[Self.name] = MadeUp.issue(Self.last, number: 700, events: 7)
        let mended = try program.run(["refresh"], environment: network)
        #expect(mended.text == "mended: issue 700 of 2031-04-16, 7 listings\n", "\(name)")
      }
    }
  }

  @Test func aRedirectToALoginPageIsNoIssue() throws {
    try Program.withSamples { program in
      try Newsletter.run([Self.name: Self.old]) { newsletter in
        newsletter.answer(.redirect(to: "/login"), to: Self.name)
        newsletter.answer(.html("<html><form>Name: <input></form>"), to: "login")
        let result = try program.run(["refresh"], environment: program.network(newsletter))
        #expect(result.messages.contains("it is a web page and no issue"), "\(result.messages)")
        #expect(try program.archived().isEmpty)
      }
    }
  }

  @Test func anIssueOlderThanTheEventsNeedsNoEventsSection() throws {
    let (old, new) = (MadeUp.name("2014-11-10"), MadeUp.name("2014-11-17"))
    let text = "Title: This Week in Rust 56\nDate: 2014-11-10\n\nHello and welcome.\n"
    try Program.withSamples { program in
      try Newsletter.run([old: text, new: text]) { newsletter in
        let network = try program.network(newsletter)
        let result = try program.run(["refresh"], environment: network)
        #expect(try program.archived() == [old: text])
        #expect(result.messages.contains("'\(new)' was not taken"), "\(result.messages)")
      }
    }
  }

  @Test func whatCannotBeReachedIs69AndCostsNothing() throws {
    try Program.withSamples { program in
      let issues = MadeUp.issues(2, upTo: Self.last)
      try Newsletter.run(issues) { newsletter in
        try program.run(["refresh"], environment: program.network(newsletter)).expectSuccess()
        // A server that speaks no TLS, a silent one, one that refuses, and a name that is none.
        newsletter.answer(.silent)
        let closed = try LoopbackServer(routes: [:])
        let refused = closed.url("/issues/")
        closed.stop()
        for url in [
          newsletter.server.url("/issues/", scheme: "https"), newsletter.url, refused,
          "http://no-such-host.invalid/",
        ] {
          let result = try program.run(["refresh"], environment: program.network(url))
          #expect(result.status == 69, "\(url)")
          #expect(
            result.messages.hasPrefix("twir-events: error: cannot reach '\(url)': ")
              && result.messages.split(separator: "\n").count == 1, "\(result.messages)")
          #expect(result.text.isEmpty)
          #expect(try program.archived() == issues)
        }
      }
    }
  }
}
