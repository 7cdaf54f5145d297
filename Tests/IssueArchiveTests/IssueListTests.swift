import EventModel
import Testing

@testable import IssueArchive

@Suite struct IssueListTests {
  private static let name = "2031-04-16-this-week-in-rust.md"

  private func urls(_ text: String, from url: String = "https://a.org/x/issues/") throws -> [String]
  {
    let location = try #require(WebLocation(url))
    return IssueList(Array(text.utf8), from: location)?.entries.map(\.url) ?? []
  }

  @Test(arguments: [
    ("<a href='NAME'>x</a>", "https://a.org/x/issues/NAME"),
    ("<a href=\"./NAME\">", "https://a.org/x/issues/NAME"),
    ("<A HREF=../NAME>", "https://a.org/x/NAME"),
    ("<a href='/y/NAME?raw=1&amp;b=2#top'>", "https://a.org/y/NAME?raw=1&b=2#top"),
    ("<a href='//b.org/NAME'>", "https://b.org/NAME"),
    ("<a href='http://b.org/NAME'>", "http://b.org/NAME"),
    ("<base href='/z/'><a href='NAME'>", "https://a.org/z/NAME"),
    ("<base href='https://b.org/q'><a href='NAME'>", "https://b.org/NAME"),
    ("<a href='../../../../NAME'>", "https://a.org/NAME"),
    ("<a href=' NAME\n'>", "https://a.org/x/issues/NAME"),
    (#"[{"name": "NAME", "download_url": "https://b.org/r/NAME"}]"#, "https://b.org/r/NAME"),
    (
      #" [{"name": "NAME", "download_url": null, "more": {"a": [1]}}]"#,
      "https://a.org/x/issues/NAME"
    ),
  ])
  func findsWhereAnIssueIs(text: String, url: String) throws {
    let list = text.replacing("NAME", with: Self.name)
    #expect(try urls(list) == [url.replacing("NAME", with: Self.name)])
  }

  @Test(arguments: [
    "", "[]", "{}", "[1, 2]", "[{\"name\": \"NAME\"", "{\"message\": \"NAME\"}",
    "<a href=''>NAME</a>",
    "<a href='javascript:NAME'>", "<a href='file:///NAME'>", "<a href='mailto:NAME'>",
    "<link href='NAME'>", "<a href='NAME/x.md'>", "<a href='x-NAME'>",
    "<a href='2031-02-30-this-week-in-rust.md'>",
    "<a href='2031-04-16-this-week-in-rust.html'>", "<a href='2031-04-16-other.md'>",
    "<a href='..%2FNAME'>",
  ])
  func whatIsNoIssueIsNone(text: String) throws {
    #expect(try urls(text.replacing("NAME", with: Self.name)).isEmpty)
  }

  @Test func theNewestIsFirstAndNoneIsTwice() throws {
    let names = [
      "2020-12-9-this-week-in-rust.md", "2031-04-16-this-week-in-rust.md",
      "2016-02-01-this-week-this-rust.md", "2031-04-16-this-week-in-rust.md",
    ]
    let text = names.map { "<a href='\($0)'>x</a>" }.joined()
    let location = try #require(WebLocation("https://a.org/"))
    let list = IssueList(Array(text.utf8), from: location)
    #expect(list?.entries.map(\.name.name) == [names[1], names[0], names[2]])
  }

  @Test(arguments: [
    ("https://a.org/issues", "https://a.org/issues/NAME"),
    ("https://a.org/issues/?sort=name", "https://a.org/issues/NAME"),
    ("https://a.org", "https://a.org/NAME"),
    (
      IssueSite.standardURL,
      "https://raw.githubusercontent.com/rust-lang/this-week-in-rust/main/content/NAME"
    ),
    (
      "https://api.github.com/repos/me/fork/contents/a/b",
      "https://raw.githubusercontent.com/me/fork/HEAD/a/b/NAME"
    ),
  ])
  func knowsWhereIssuesLieWithoutAList(site: String, url: String) throws {
    let site = try #require(IssueSite(site))
    let list = site.expected(
      since: day("2031-04-09"), to: day("2031-04-17"), limit: 12, beside: nil)
    #expect(list.entries.map(\.url) == [url.replacing("NAME", with: Self.name)])
  }

  @Test func expectsAnIssueEachWednesday() throws {
    let site = try #require(IssueSite(nil))
    #expect(!site.isNamed)
    let all = site.expected(since: nil, to: day("2031-04-17"), limit: 12, beside: nil)
    #expect(all.entries.count == 12)
    #expect(all.entries.allSatisfy { $0.name.date.weekday == 3 })
    let none = site.expected(
      since: day("2031-04-16"), to: day("2031-04-22"), limit: 12, beside: nil)
    #expect(none.entries.isEmpty)
  }

  @Test(arguments: ["example.org", "ftp://a.org/", "https://", "https:///x", "", "file:///etc"])
  func whatIsNoWebAddressIsNoSite(url: String) {
    #expect(IssueSite(url) == nil)
  }
}
