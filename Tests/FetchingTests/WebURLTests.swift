import Testing

@testable import Fetching

@Suite struct WebURLTests {
  @Test func isReadAsItIsFetched() throws {
    let url = try WebURL("HTTP://Example.ORG:8080/a/../b c/é?q=1#part")
    #expect(url.scheme == "http" && url.hostText == "example.org" && url.port == "8080")
    #expect(url.target == "/b%20c/%c3%a9?q=1")
    #expect(!url.text.contains("#") && url.text.hasPrefix("http://"))
    #expect(url.origin == "http://example.org:8080")
    #expect(try WebURL("https://example.org").origin == "https://example.org:443")
    #expect(try WebURL("https://example.org").target == "/")
  }

  @Test(arguments: [
    "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/",
    "http://[::ffff:7f00:1]/", "http://[::1]/", "http://127.0.0.1./", "http://%31%32%37.0.0.1/",
    "http://0x7F000001/", "http:///127.0.0.1/", "http://[::127.0.0.1]:80/",
    "http://[0:0::7f00:1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
  ])
  func everySpellingOfLoopbackIsPrivate(text: String) throws {
    #expect(try WebURL(text).host.purpose == "loopback", "\(text)")
  }

  @Test(arguments: [
    ("ftp://a/", WebURLError.otherScheme), ("file:///etc/passwd", .otherScheme),
    ("gopher://a/", .otherScheme), ("javascript:alert(1)", .otherScheme),
    ("http://user:word@a/", .hasCredentials), ("http://user@127.0.0.1/", .hasCredentials),
    ("http://256.256.256.256/", .badHost), ("http://1.2.3.4.5/", .badHost),
    ("http://a\u{0}.b/", .malformed("a NUL")),
  ])
  func refusesWhatIsNotFetched(text: String, error: WebURLError) {
    #expect(throws: error) { try WebURL(text) }
  }

  @Test(arguments: [
    "", "nonsense", "http://", "http:// a/", "http://a:99999/", "//a/", "http://[::1/",
  ])
  func refusesWhatIsNoURL(text: String) {
    #expect(throws: WebURLError.self) { try WebURL(text) }
  }

  @Test func aHostThatIsNoASCIIIsNoWayAround() {
    // Either the form that the DNS gets, or nothing.
    for text in ["http://①②⑦.⓪.⓪.①/", "http://ｌocalhost/", "http://127。0。0。1/"] {
      if let url = try? WebURL(text) { #expect(url.host.purpose != nil, "\(text)") }
    }
  }

  @Test func hasALimit() {
    let path = String(repeating: "a", count: WebURL.greatestLength)
    #expect(throws: WebURLError.tooLong) { try WebURL("http://a/\(path)") }
  }
}
