import Testing

@testable import Fetching

@Suite struct RobotsRulesTests {
  private func allows(_ text: String, _ path: String) -> Bool {
    RobotsRules(parsing: Array(text.utf8), for: "twir-events").allows(path)
  }

  /// Patterns and paths of RFC 9309 §2.2.2 and §2.2.3, and what follows from them.
  @Test(arguments: [
    ("/", "/x", true), ("/fish", "/fish.html", true), ("/fish", "/Fish", false),
    ("/fish", "/catfish", false), ("/fish/", "/fish", false), ("/fish*", "/fisher", true),
    ("*fish", "/a/fish", true), ("/*.php", "/a/b.php?x", true), ("/*.php", "/a/b.PHP", false),
    ("/*.php$", "/a.php", true), ("/*.php$", "/a.php5", false), ("/*.php$", "/a.php?x.php", true),
    ("/a*b*c", "/a-c-b-c", true), ("/a*b*c", "/a-c-b", false), ("/a*a$", "/a", false),
    ("/*", "/", true), ("/**a", "/ba", true), ("/$", "/", true), ("/$", "/a", false),
    ("/a$b", "/a$b", true), ("/a%24", "/a$", true), ("/a%2A", "/a*b", true),
    ("/a%2a", "/ab", false),
    ("/foo/bar?baz=quz", "/foo/bar?baz=quz", true),
    ("/foo/bar/ツ", "/foo/bar/%E3%83%84", true), ("/foo/bar/%E3%83%84", "/foo/bar/ツ", true),
    ("/foo/bar/%62%61%7A", "/foo/bar/baz", true), ("/a%2fb", "/a%2Fb", true),
    ("/a%2fb", "/a/b", false), ("/~joe", "/%7ejoe", true), ("/%7Ejoe", "/~joe", true),
    ("/a%", "/a%", true), ("/a%zz", "/a%zz", true), ("/a%+f", "/a%+f", true),
    ("fish", "/fish", false), ("", "/", false),
  ])
  func matchesPatterns(pattern: String, path: String, isMatched: Bool) {
    #expect(allows("User-agent: *\nDisallow: \(pattern)", path) == !isMatched)
  }

  @Test(arguments: [
    ("Disallow: /\nAllow: /public", "/public/x", true),
    ("Allow: /public\nDisallow: /", "/private", false),
    ("Disallow: /a\nAllow: /a", "/a", true), ("Allow: /a\nDisallow: /a", "/a", true),
    ("Allow: /\nDisallow: /*.htm", "/page.htm", false),
    ("Allow: /folder\nDisallow: /folder", "/folder/page", true),
    ("Allow: /page\nDisallow: /*.ph", "/page.php5", true),
    ("Disallow: /", "/robots.txt", true), ("Disallow:", "/x", true), ("Sitemap: /x", "/x", true),
  ])
  func theLongestRuleCountsAndAllowingAmongEquals(rules: String, path: String, isAllowed: Bool) {
    #expect(allows("User-agent: *\n" + rules, path) == isAllowed)
  }

  @Test(arguments: [
    ("User-agent: twir-events\nDisallow: /", false),
    ("user-AGENT:TWIR-Events/2.0 # us\nDISALLOW:/", false),
    ("User-agent: *\nDisallow: /\n\nUser-agent: twir-events\nDisallow: /other", true),
    ("User-agent: twir-events\nAllow: /\nUser-agent: *\nDisallow: /", true),
    ("User-agent: a\nUser-agent: twir-events\nUser-agent: b\nDisallow: /", false),
    ("User-agent: twir-events\n\nSitemap: x\n\nUser-agent: b\nDisallow: /", false),
    ("User-agent: twir-events\nDisallow: /o\nUser-agent: b\nDisallow: /", true),
    ("User-agent: twir-events\nDisallow: /o\n\nUser-agent: twir-events\nDisallow: /x", false),
    ("User-agent: twir\nDisallow: /", true), ("User-agent: twir-events-fetch\nDisallow: /", true),
    ("User-agent: twir-events\nCrawl-delay: 1\nUser-agent: *\nDisallow: /", true),
    ("Disallow: /", true), ("User-agent: *\rDisallow: /\r", false),
    ("User-agent: *\r\nDisallow: /\r\n", false), ("\u{FEFF}User-agent: *\nDisallow: /", false),
    ("User-agent : *\n Disallow\t: / \n", false), ("User-agent: *\nDisallow: / # all", false),
    ("User-agent: *\n# x\n\n#\nDisallow /\nDisallow: /", false), ("<html>404</html>", true),
    ("", true), ("User-agent: twir-events", true),
    ("User-agent: *\nDisallow: /\nUser-agent: twir-events", true),
  ])
  func readsTheGroupsThatSpeakToTheRobot(text: String, isAllowed: Bool) {
    #expect(allows(text, "/x") == isAllowed)
  }

  @Test(arguments: [
    ("Crawl-delay: 3", Duration.seconds(3)), ("crawl-delay: 0.5", .milliseconds(500)),
    ("Crawl-delay: 2\nCrawl-delay: 1", .seconds(2)), ("Crawl-delay: -1", nil),
    ("Crawl-delay: nan", nil), ("Crawl-delay: 1e400", nil), ("Crawl-delay:", nil),
  ])
  func readsTheDelay(line: String, delay: Duration?) {
    let text = Array("User-agent: *\n\(line)".utf8)
    #expect(RobotsRules(parsing: text, for: "twir-events").crawlDelay == delay)
  }

  @Test func reads500KiBAndNoMore() {
    let head = "User-agent: *\n"
    let filler = String(repeating: "#", count: RobotsRules.greatestSize - head.utf8.count - 13)
    #expect(!allows(head + filler + "\nDisallow: /x", "/x"))
    #expect(allows(head + filler + "####\nDisallow: /x", "/x"))
  }

  @Test func isNotStoppedByBytesThatAreNoText() {
    let bytes = Array("User-agent: *\nDisallow: /".utf8) + [0xFF, 0x0A, 0x00, 0x0A]
    #expect(!RobotsRules(parsing: bytes, for: "twir-events").allows("/%FF"))
    #expect(RobotsRules(parsing: bytes, for: "twir-events").allows("/x"))
  }

  @Test func manyStarsTakeNoTime() {
    let pattern = "/" + String(repeating: "*a", count: 2_000) + "*b$"
    #expect(
      allows("User-agent: *\nDisallow: \(pattern)", "/" + String(repeating: "a", count: 4_000)))
  }

  @Test(arguments: [
    (FetchOutcome.gone, 404, true), (.httpError, 401, true), (.rateLimited, 429, true),
    (.tooManyRedirects, 302, true), (.httpError, 503, false), (.unreachable, 0, false),
    (.truncated, 200, false), (.failed, 0, false),
  ])
  func followsFromTheStatus(outcome: FetchOutcome, status: Int, isAllowed: Bool) {
    var registry = RobotsRegistry()
    let first = registry.answer(for: 7, origin: "o", path: "/")
    let second = registry.answer(for: 8, origin: "o", path: "/x")
    #expect(first == .ask && second == .wait)
    let policy = RobotsRegistry.policy(
      outcome, status: status, body: [], message: "why", robot: "twir-events")
    let waiting = registry.settle("o", policy)
    #expect(waiting == [7, 8])
    let answer = registry.answer(for: 9, origin: "o", path: "/")
    #expect((answer == .go) == isAllowed, "\(answer)")
  }
}
