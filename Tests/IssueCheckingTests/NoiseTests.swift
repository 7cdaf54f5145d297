import EventModel
import IssueChecking
import Testing

/// What editors would not call a mistake.
struct NoiseTests {
  private static func findings(
    _ code: String, group: String = "Rust Berlin", page: String = "https://example.org/rust-berlin",
    title: String = "**Rust and Tell**", link: String = "https://example.org/rust-berlin/tell"
  ) throws -> [Finding] {
    let rule = try #require(CheckRule.rule(named: code))
    return try MarkedIssue(
      """
      ### Europe
      * 2026-02-18 | Berlin, DE | [\(group)](\(page))
          * [\(title)](\(link))
      """
    ).findings([rule])
  }

  @Test(arguments: [
    ("Seattle Rust User Group", "join-srug", "seattle-rust-user-group"),
    ("Seattle Rust User Group", "seattle-rust-user-group", "de-DE/join-srug"),
    ("Rust Cologne", "rust-cologne-bonn", "rustcologne"),
    ("Boston Rust Meetup", "boston-rust-meetup-25317522anphwzdw", "BostonRust"),
  ])
  func aRenamedGroupIsSaidToBeOne(_ name: String, _ old: String, _ new: String) throws {
    let site = "https://www.meetup.com/"
    let findings = try Self.findings(
      "group-mismatch", group: name, page: "\(site)\(old)/events/",
      link: "\(site)\(new)/events/300000001/")
    #expect(
      findings.map(\.help)
        == ["both sound like the group's name: its link is most likely an old address"])
  }

  @Test(arguments: [
    ("Rust Berlin", "rust-paris", "rust-berlin"), ("Code Mavens", "code-mavens", "rust-in-israel"),
    ("Boulder Rust Meetup", "boulder-rust-meetup", "boulder-elixir"),
    ("Rust", "rust", "rust-berlin"),
  ])
  func anotherGroupIsAMismatch(_ name: String, _ page: String, _ event: String) throws {
    let site = "https://www.meetup.com/"
    #expect(
      try Self.findings(
        "group-mismatch", group: name, page: "\(site)\(page)/",
        link: "\(site)\(event)/events/300000001/"
      ).map(\.help) == ["one of the two was copied from elsewhere, or the group has a new address"])
  }

  @Test(arguments: [
    ("**Hack Night: *SOLD OUT***", 0), ("**Hack Night***", 1), ("Hack Night", 1),
    ("**Hack Night**", 0),
  ])
  func emphasisInABoldTitleIsBold(_ title: String, _ count: Int) throws {
    #expect(try Self.findings("subline", title: title).count == count)
  }

  @Test(arguments: [
    ("https://lu.ma/rust?coupon=TWIR", 0), ("https://lu.ma/rust?tk=abc123", 1),
    ("https://example.org/tell?utm_source=list", 1), ("https://example.org/tell?id=7", 0),
  ])
  func aCouponIsForTheReader(_ link: String, _ count: Int) throws {
    #expect(try Self.findings("url-tracking", link: link).count == count)
  }
}
