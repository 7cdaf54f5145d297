import EventModel
import Testing

@testable import EventWriting

struct WebAddressTests {
  @Test(arguments: [
    ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f"),
    ("https://example.org/a,b;c", "https://example.org/a%2Cb%3Bc"),
    ("https://example.org/a b\"<>\\^`{|}", "https://example.org/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D"),
    ("https://example.org/%C3%BC%2c%zz%", "https://example.org/%C3%BC%2c%25zz%25"),
    ("https://münchen.example/ü", "https://m%C3%BCnchen.example/%C3%BC"),
    ("https://example.org/#a#b", "https://example.org/#a%23b"),
    ("https://example.org/[x]", "https://example.org/%5Bx%5D"),
    ("  https://example.org/\n", "https://example.org/"),
    ("https://example.org/a\r\nEVIL:x", "https://example.org/a%0D%0AEVIL:x"),
    ("www.example.org/x", "https://www.example.org/x"),
    ("HTTP://Example.org", "HTTP://Example.org"),
    ("https://example.org:8443/", "https://example.org:8443/"),
  ])
  func webAddressesAreEncoded(written: String, expected: String) {
    let address = WebAddress(Text(written))
    #expect(address.isWeb)
    #expect(appended { address.append(to: &$0) } == expected)
  }

  @Test(arguments: [
    "eurorust", "", "https://", "http:/example.org", "https:example.org", "/relative", "www.",
    "https://.example.org", "https://a..b/", "https://example.org:99999/", "https://[::1]/",
    "http:", "http:/", "http://", "https:", "https:/", "http:x", "HTTPS:", "HtTp:/x", "https:?",
    "https://exa mple.org/", "mailto:a@example.org", "javascript:alert(1)", "c++: a talk",
  ])
  func otherTargetsAreNoWebAddresses(written: String) {
    #expect(!WebAddress(Text(written)).isWeb)
  }

  @Test(arguments: [
    ("mailto:a@example.org", "mailto:a@example.org"), ("eurorust", "eurorust"),
    ("irc://irc.mozilla.org/rust,x", "irc://irc.mozilla.org/rust%2Cx"),
    ("javascript:alert(1)", ""), ("data:text/html,x", ""), ("slides, later", "slides\\, later"),
  ])
  func otherTargetsAreShownAsTextUnlessTheyRun(written: String, expected: String) {
    let address = WebAddress(Text(written))
    #expect(appended { address.append(to: &$0, as: ICalendarText.self) } == expected)
  }

  @Test func noBeginningOfAnAddressIsTooShortToJudge() {
    for scheme in ["https://user@www.example.org:8443/a%20b?c#d", "HTTP://a.b:1/", "www.a.b:80/"] {
      for length in 0...scheme.utf8.count {
        let address = WebAddress(Text(String(scheme.prefix(length))))
        #expect(address.host.upperBound <= length, "\(scheme.prefix(length))")
        #expect(!MeetingHosts.holds(address))
        _ = appended { address.append(to: &$0, as: PlainText.self) }
      }
    }
  }

  @Test(arguments: [
    ("https://us02web.zoom.us/j/1", true), ("https://zoom.us/j/1", true),
    ("https://meet.google.com/abc", true), ("https://discord.gg/x", true),
    ("https://MEET.JIT.SI/rust", true), ("https://user@zoom.us:443/j", true),
    ("https://notzoom.us/", false), ("https://zoom.us.example.org/", false),
    ("https://www.meetup.com/zoom.us", false), ("zoom.us/j/1", false), ("https://us/", false),
  ])
  func meetingsAreKnownByTheirHosts(written: String, isMeeting: Bool) {
    #expect(MeetingHosts.holds(WebAddress(Text(written))) == isMeeting)
  }
}
