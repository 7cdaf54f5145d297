import EventCatalog
import EventModel
import Testing

struct AddressKeyTests {
  @Test func redirectThatLeadsToRedirectsIsFollowedOnce() {
    let redirect = "https://www.google.com/url?q="
    let target = "https://example.org/x"
    let once = Text(redirect + target)
    #expect(AddressKey.summary(of: once)?.key == AddressKey.summary(of: Text(target))?.key)
    let often = Text(String(repeating: redirect, count: 20_000) + target)
    #expect(AddressKey.summary(of: often)?.key != AddressKey.summary(of: Text(target))?.key)
  }

  @Test func isAKeyOfSets() throws {
    let addresses: [Text] = [
      "https://lu.ma/abc", "http://www.luma.com/abc/?utm_source=x", "https://luma.com/abcd",
    ]
    #expect(Set(try addresses.map { try #require(AddressKey(url: $0)) }).count == 2)
    #expect(AddressKey(url: "https://") == nil)
  }

  @Test(arguments: [
    (
      "https://www.meetup.com/de-DE/Rust-Berlin/events/1/", "http://meetup.com/rust-berlin/events/1"
    ),
    (
      "https://www.meetup.com//RustCologne/events/2/",
      "https://meetup.com/rustcologne/events/2/?eventOrigin=x"
    ),
    ("https://lu.ma/abc", "https://luma.com/abc?utm_source=twir"),
    ("https://www.google.com/url?q=https%3A%2F%2Fdiscord.gg%2FyNt&sa=D", "https://discord.gg/yNt"),
    ("https://www.google.com/url?sa=D&q=https://discord.gg/yNt&usg=x", "https://discord.gg/yNt/"),
    ("https://x.org/a#community", "https://X.org/a"),
    ("https://x.org/a?aff=1&id=3", "https://x.org/a?id=3"),
    (
      "https://www.meetup.com/g/events/256/?_xtd=gqF&from=ref",
      "https://www.meetup.com/g/events/256/"
    ),
  ])
  func areSame(left: String, right: String) {
    let (left, right) = (Text(left), Text(right))
    #expect(AddressKey.areSame(left, right))
    #expect(AddressKey.summary(of: left)?.key == AddressKey.summary(of: right)?.key)
  }

  @Test(arguments: [
    (
      "https://chat.mibbit.com/?server=irc&channel=%23rust-docs",
      "https://chat.mibbit.com/?server=irc&channel=%23rust"
    ),
    ("https://x.org/#/2/form/view", "https://x.org/"),
    ("https://x.org/A", "https://x.org/a"),
    ("https://x.org/a/b", "https://x.org/ab"),
    ("https://luma.com/abc", "https://luma.com/ABC"),
    ("https://x.org/a?b", "https://x.org/a/b"),
    ("https://meetup.com/fp-eug/events/1", "https://meetup.com/events/1"),
  ])
  func areDifferent(left: String, right: String) {
    let (left, right) = (Text(left), Text(right))
    #expect(!AddressKey.areSame(left, right))
    #expect(AddressKey.summary(of: left)?.key != AddressKey.summary(of: right)?.key)
  }

  @Test(arguments: [
    ("https://www.meetup.com/rust-berlin/events/1/", true), ("https://lu.ma/abc", true),
    ("https://www.meetup.com/rust-berlin/events/", false),
    ("https://www.meetup.com/rust-berlin/", false), ("https://luma.com/calendar/cal-1", false),
    ("https://berline.rs", false), ("https://www.meetup.com/find/events/1", false),
  ])
  func knowsOccurrences(address: String, isOccurrence: Bool) {
    #expect(AddressKey.summary(of: Text(address))?.isOccurrence == isOccurrence)
  }

  @Test func knowsTheGroupThatAnEventNames() {
    let event = AddressKey.summary(of: "https://www.meetup.com/fr-FR/Rust-Paris/events/1/")
    let page = AddressKey.summary(of: "http://meetup.com/rust-paris/events/")
    #expect(event?.namedGroup == page?.groupPage)
    #expect(event?.namedGroup != AddressKey.summary(of: "http://meetup.com/rust-lyon")?.groupPage)
  }

  @Test(arguments: ["", "https://", "/", "?", "#", "https://www.", "//", "?q="])
  func readsFragmentsOfAddresses(address: String) {
    #expect(AddressKey.areSame(Text(address), Text(address)))
    _ = AddressKey.summary(of: Text(address))
  }
}
