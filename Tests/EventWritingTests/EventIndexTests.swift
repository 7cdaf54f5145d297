import EventModel
import Testing

@testable import EventWriting

struct EventIndexTests {
  private func index(_ events: [Event], address: Text? = "https://example.org/") throws -> [UInt8] {
    let slugs = events.map { EventSlug.make(of: $0.uid ?? "") }
    return try EventIndex(
      site: EventSite(name: "Rust events", address: address), events: events,
      entries: .links(slugs: slugs)
    ).document()
  }

  private func one(of events: [Event]) throws -> [UInt8] {
    try EventIndex(site: EventSite(name: "Rust events"), events: events, entries: .whole).document()
  }

  @Test func readsAsRecorded() throws {
    try expectSnapshot(String(decoding: index(Samples.all()), as: UTF8.self), "index.html")
  }

  @Test func oneDocumentReadsAsRecorded() throws {
    try expectSnapshot(String(decoding: one(of: Samples.all()), as: UTF8.self), "events.html")
  }

  @Test func linksEachEventOnce() throws {
    let page = try ReadPage(index(Samples.all()))
    let pages = page.links.filter { $0.hasPrefix("events/") }
    #expect(pages.count == 7 && Set(pages).count == 7)
  }

  @Test func everyAnchorHasItsTarget() throws {
    let months = ["2025-01", "2025-06", "2025-12", "2026-01", "2026-02", "2026-03"]
    let past = try months.enumerated().map { number, month in
      try Samples.event("Rust \(number)", on: month + "-01", uid: Text("e\(number)@twir-events")) {
        $0.details.regions = RegionSet(number % 2 == 0 ? .europe : .asia)
      }
    }
    for bytes in [try index(past), try index(Samples.all()), try one(of: Samples.all())] {
      let page = try ReadPage(bytes)
      let identifiers = page.elements.compactMap { $0.attributes["id"] }
      #expect(Set(identifiers).count == identifiers.count)
      for link in page.links where link.hasPrefix("#") {
        #expect(identifiers.contains(String(link.dropFirst())), "\(link)")
      }
    }
  }

  @Test func whatIsAheadOfTheNewestIssueComesFirst() throws {
    let days = ["2025-12-31", "2026-01-15", "2026-02-10", "2026-02-11", "2026-02-12", "2026-03-01"]
    let events = try days.enumerated().map {
      try Samples.event("Rust", on: $1, uid: Text("e\($0)@twir-events"))
    }
    let page = try ReadPage(index(events))
    #expect(
      page.all("h2").map(\.text) == [
        "February 2026", "March 2026", "Earlier in February 2026", "January 2026", "December 2025",
      ])
  }

  @Test func countsTheEventsOfEachRegion() throws {
    let regions = EventIndex.regions(of: try Samples.all())
    #expect(regions.map(\.region) == [.virtual, .asia, .europe, .northAmerica])
    #expect(regions.map(\.count) == [2, 1, 1, 1])
  }

  @Test func headingsSkipNoLevel() throws {
    for bytes in [try index(Samples.all()), try one(of: Samples.all())] {
      let levels = try ReadPage(bytes).elements.compactMap { element in
        element.name.count == 2 && element.name.first == "h" ? Int(element.name.dropFirst()) : nil
      }
      #expect(levels.first == 1)
      for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    }
  }

  @Test func oneDocumentHoldsTheDataOfEachEvent() throws {
    let page = try ReadPage(one(of: Samples.all()))
    #expect(try page.linkedData().compactMap { $0["name"] as? String }.count == 7)
    #expect(page.elements.filter { $0.hasClass("h-event") }.count == 7)
    #expect(!page.links.contains { $0.contains(".ics") })
  }

  @Test func aSiteWithoutEventsSaysSo() throws {
    let page = try ReadPage(index([]))
    #expect(page.all("main")[0].text.contains("No events."))
  }
}

struct EventSlugTests {
  @Test(arguments: [
    (
      "meetup.com-rust-berlin-events-308455922@twir-events",
      "meetup.com-rust-berlin-events-308455922"
    ),
    ("2026-02-12-berline.rs@twir-events", "2026-02-12-berline.rs"),
    ("a-2@twir-events", "a-2"),
  ])
  func areTheUIDWithoutItsEnd(uid: String, slug: String) {
    #expect(EventSlug.make(of: Text(uid)) == slug)
  }

  @Test(arguments: [
    "", "@twir-events", "../../etc/passwd", ".hidden@twir-events", "A b/c\\d:e@example.org",
    "<script>", "\u{0}\n", "ü", String(repeating: "x", count: 5_000),
  ])
  func areAlwaysNamesOfFilesInTheFolder(uid: String) {
    let slug = EventSlug.make(of: Text(uid))
    #expect(!slug.isEmpty && slug.utf8.count <= 160 && slug.first != ".")
    #expect(
      slug.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x2E })
  }

  @Test func differWhereUIDsDo() {
    let uids: [Text] = ["a b", "a-b@twir-events", "a/b", "A b", ".a-b", "a b@twir-events"]
    #expect(Set(uids.map(EventSlug.make)).count == uids.count)
  }
}

struct SitemapTests {
  @Test func namesEachPageWithTheDayOfItsLastChange() throws {
    let events = [
      try Samples.virtual(),
      try Samples.event("Rust") { $0.modified = try Samples.day("2026-02-18") },
    ]
    let site = EventSite(name: "Rust events", address: "https://example.org/it's")
    let map = appended { Sitemap.write(events, slugs: ["one", "two"], of: site, into: &$0) }
    #expect(
      map == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://example.org/it&apos;s/</loc><lastmod>2026-02-18</lastmod></url>
        <url><loc>https://example.org/it&apos;s/events/one.html</loc><lastmod>2026-02-11</lastmod></url>
        <url><loc>https://example.org/it&apos;s/events/two.html</loc><lastmod>2026-02-18</lastmod></url>
        </urlset>

        """)
  }

  @Test func isNothingWithoutAnAddress() throws {
    let site = EventSite(name: "Rust events")
    #expect(appended { Sitemap.write([], slugs: [], of: site, into: &$0) }.isEmpty)
  }
}
