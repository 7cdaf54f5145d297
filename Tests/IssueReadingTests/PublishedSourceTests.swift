import EventModel
import Foundation
import TestSupport
import Testing

@testable import IssueReading

struct PublishedSourceTests {
  private static let section = """
    <h2>Upcoming Events</h2><h3>Europe</h3><ul>
    <li>2026-02-12 | Zürich, CH | <a href="https://g.example/">G &amp; Co</a><ul>
    <li><a href="https://e.example/?a=1&amp;b=2"><strong>Vec&lt;T&gt; [live]</strong></a></li></ul>
    </li></ul><h2>Jobs</h2><ul><li>2026-02-13 | no event</li></ul>
    """

  private static func page(_ body: String, title: String = "This Week in Rust 638") -> String {
    """
    <!doctype html><html><head><title>\(title)  · This Week in Rust</title></head>
    <body><time datetime="2026-02-11T00:00:00-05:00">11 FEB 2026</time>
    <article>\(body)</article><h3>Subscribe!</h3>
    """
  }

  private static func feed(_ entries: String...) -> String {
    "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>\(entries.joined())</feed>"
  }

  private static func escaped(_ html: String) -> String {
    html.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
  }

  private func read(
    _ text: String, file: Text = "x", fallbackDate: CivilDate? = nil
  ) throws -> [EventModel.Issue] {
    var reader = IssueReader()
    return try reader.readAll(Array(text.utf8), file: file, fallbackDate: fallbackDate)
  }

  @Test func readsAPage() throws {
    let issue = try #require(try read(Self.page(Self.section)).first)
    #expect(issue.reference.number == 638)
    #expect(issue.reference.date == CivilDate("2026-02-11"))
    #expect(issue.diagnostics.isEmpty)
    let listing = try #require(issue.listings.first)
    #expect(issue.listings.count == 1)
    #expect(listing.location.line == nil)
    #expect(listing.details.title == "Vec<T> [live]")
    #expect(listing.details.url == "https://e.example/?a=1&b=2")
    #expect(listing.details.organizers.first?.name == "G & Co")
    #expect(listing.details.places.first?.city == "Zürich")
  }

  @Test(arguments: [
    "<content type='html'>\(escaped(section))</content><summary>x</summary>",
    "<content><![CDATA[\(section)]]></content>",
    "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>\(section)</div></content>",
    "<description>short</description><x:encoded xmlns:x='y'>\(escaped(section))</x:encoded>",
    "<description>\(escaped(section))</description>",
  ])
  func readsTheContentsOfAnEntryInEachForm(content: String) throws {
    let head = "<title>This Week in Rust 638</title><published>2026-02-11T00:00:00Z</published>"
    let issues = try read(Self.feed("<entry>\(head)\(content)</entry>"))
    #expect(issues.count == 1)
    #expect(issues.first?.reference.number == 638)
    #expect(issues.first?.reference.date == CivilDate("2026-02-11"))
    #expect(issues.first?.listings.first?.details.title == "Vec<T> [live]")
    #expect(issues.first?.listings.first?.location.line == nil)
  }

  @Test func givesAnIssueForEachEntryThatIsOne() throws {
    let content = "<content>\(Self.escaped(Self.section))</content>"
    let issues = try read(
      Self.feed(
        "<entry><link href='https://x.example/blog/2026/02/18/this-week-in-rust-639/'/>",
        "<updated>2026-03-01T00:00:00Z</updated>\(content)</entry>",
        "<entry><title>Upcoming nothing</title><content>Upcoming</content></entry>",
        "<entry><published>2026-02-11</published><title>TWIR</title>\(content)</entry>"),
      file: "atom.xml")
    #expect(issues.map(\.reference.date.description) == ["2026-02-18", "2026-02-11"])
    #expect(issues.map(\.reference.number) == [639, nil])
    #expect(issues.allSatisfy { $0.reference.file == "atom.xml" })
  }

  @Test func warnsOfAFeedThatBreaksOff() throws {
    let entry = "<entry><published>2026-02-11</published><content>\(Self.escaped(Self.section))"
    let issues = try read(Self.feed(entry + "</content></entry><entry><title>cut"))
    #expect(issues.count == 1)
    #expect(issues.first?.diagnostics.map(\.code) == [.markup])
  }

  @Test func readsTheFirstEntriesOfAnEndlessFeedAndSaysSo() throws {
    let entry = "<entry><published>2026-02-11</published><content>\(Self.escaped(Self.section))"
    let feed = Self.feed(String(repeating: entry + "</content></entry>", count: 5_001))
    let issues = try read(feed)
    #expect(issues.count == 5_000)
    #expect(issues.last?.diagnostics.map(\.code) == [.markup])
  }

  @Test func takesTheDateFromTheNameOrTheOptionWhereAPageDoesNotSayIt() throws {
    let page = "<html><article>\(Self.section)</article>"
    #expect(
      try read(page, file: "2026-02-11-x.html").first?.reference.date == CivilDate("2026-02-11"))
    let fallback = CivilDate("2026-02-10")
    #expect(try read(page, fallbackDate: fallback).first?.reference.date == fallback)
    #expect(throws: IssueReadingError.noDate) { try read(page) }
  }

  @Test(arguments: [
    "", "nothing", "<html><p>Upcoming Events</p>", "<rss><channel></channel></rss>", "<feed",
    "<!doctype html>", "<svg><title>Upcoming Events</title></svg>", "\0\0\0",
  ])
  func saysThatThereIsNoEventsSection(text: String) {
    #expect(throws: IssueReadingError.noEventsSection) { try read(text) }
  }

  @Test func readsEveryPieceOfAPageWithoutACrash() throws {
    let page = Array(Self.page(Self.section).utf8)
    for count in page.indices {
      var reader = IssueReader()
      let issues = try? reader.readAll(Array(page[..<count]), file: "2026-02-11.html")
      #expect(issues?.first?.listings.count ?? 0 <= 1)
    }
  }

  @Test func readsDamagedPagesWithoutACrash() {
    var generator = SeededGenerator(seed: 20_260_211)
    let page = Array(Self.page(Self.section).utf8)
    for _ in 0..<500 {
      var bytes = page
      for _ in 0..<8 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      var reader = IssueReader()
      let issues = try? reader.readAll(bytes, file: "2026-02-11.html")
      #expect(issues?.count ?? 1 == 1, "\(bytes)")
    }
  }

  @Test func readsInvalidUTF8AsReplacementCharacters() throws {
    let bytes = Array(Self.page(Self.section).utf8).split(separator: 0xC3)
      .joined(separator: [0xFF])
    var reader = IssueReader()
    let issues = try reader.readAll(Array(bytes), file: "x")
    #expect(issues.first?.listings.count == 1)
  }

  @Test(arguments: [
    ("<b>", "</i>"), ("<ul><li>x", ""), ("<a x", ""), ("<a b=\"", ""), ("<p>", ""), ("<!--", ""),
    ("&amp;", ""), ("[", "]"), ("<li><a href=x>[", "</a>"), ("*a", "**"), ("`", "`"), ("<T>", ""),
  ])
  func readsAHugePageInAShortTime(first: String, second: String) {
    let half = { (text: String) in
      text.isEmpty ? "" : String(repeating: text, count: 200_000 / text.utf8.count)
    }
    let body = "<h2>Upcoming Events</h2><ul><li>2026-02-12 | X | " + half(first) + half(second)
    let clock = ContinuousClock()
    let time = clock.measure { _ = try? read(Self.page(body)) }
    #expect(time < .seconds(20))
  }

  // MARK: What others have published

  private static let published = SharedFolder("published")
  private static let pages = published.names.filter { $0.hasSuffix(".html") }

  @Test(.enabled(if: !pages.isEmpty, "\(published.absence)"), arguments: pages)
  func readsAPublishedPageAsItsMarkdown(name: String) throws {
    var reader = IssueReader()
    let published = try reader.readAll(Self.published.bytes(name), file: Text(name))
    let markdown = try Self.markdown(of: try #require(published.first).reference.date, &reader)
    #expect(published.first?.listings.map(\.details) == markdown.listings.map(\.details))
    #expect(published.first?.reference.number == markdown.reference.number)
    #expect(published.first?.listings.allSatisfy { $0.location.line == nil } == true)
  }

  @Test(
    .enabled(if: !pages.isEmpty, "\(published.absence)"), arguments: ["atom.xml", "rss.xml"])
  func readsAPublishedFeedAsItsMarkdown(name: String) throws {
    var reader = IssueReader()
    let published = try reader.readAll(Self.published.bytes(name), file: Text(name))
    #expect(published.count == 4)
    for issue in published {
      let markdown = try Self.markdown(of: issue.reference.date, &reader)
      #expect(issue.listings.map(\.details) == markdown.listings.map(\.details))
      #expect(issue.reference.number == markdown.reference.number)
    }
  }

  private static func markdown(
    of date: CivilDate, _ reader: inout IssueReader
  ) throws -> EventModel.Issue {
    let name = "\(date)-this-week-in-rust.md"
    return try reader.read(SharedFolder.archive.bytes(name), file: Text(name))
  }
}
