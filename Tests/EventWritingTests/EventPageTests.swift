import EventModel
import Foundation
import HTMLTree
import TestSupport
import Testing

@testable import EventWriting

struct EventPageTests {
  private func page(
    of event: Event, address: Text? = "https://example.org/rust"
  ) throws -> [UInt8] {
    try EventPage(site: EventSite(name: "Rust events", address: address))
      .document(of: event, slug: EventSlug.make(of: event.uid ?? ""))
  }

  private func read(_ event: Event, address: Text? = "https://example.org/rust") throws -> ReadPage
  {
    try ReadPage(page(of: event, address: address))
  }

  @Test func readsAsRecorded() throws {
    try expectSnapshot(
      String(decoding: page(of: try Samples.detailed()), as: UTF8.self), "page.html")
  }

  @Test func tellsWhatPreviewsAndReadersOfHEventLookFor() throws {
    let page = try read(Samples.virtual())
    let address = "https://example.org/rust/events/meetup.com-rust-noris-events-312385179"
    #expect(page.meta("og:title") == "Rust Nürnberg online")
    #expect(page.meta("og:type") == "website")
    #expect(page.meta("og:url") == address + ".html")
    #expect(page.meta("og:description") == page.meta("description"))
    #expect(page.text(ofClass: "p-name") == "Rust Nürnberg online")
    #expect(page.text(ofClass: "p-organizer") == "Rust Nuremberg")
    #expect(page.elements.first { $0.hasClass("dt-start") }?.attributes["datetime"] == "2026-02-12")
    #expect(
      page.elements.first { $0.hasClass("u-url") }?.attributes["href"]
        == "https://www.meetup.com/rust-noris/events/312385179/")
    let links = page.all("link").map { [$0.attributes["rel"], $0.attributes["href"]] }
    #expect(links.contains(["canonical", address + ".html"]))
    #expect(links.contains(["alternate", "meetup.com-rust-noris-events-312385179.ics"]))
  }

  @Test func linksToNoAddressOfItsOwnWithoutOne() throws {
    let page = try read(Samples.virtual(), address: nil)
    #expect(page.meta("og:url") == nil)
    #expect(!page.links.contains { $0.hasPrefix("webcal:") || $0.contains("calendar.google") })
    #expect(page.links.contains("../rust.ics"))
  }

  @Test func givesSubscriptionsAnAbsoluteAddress() throws {
    let links = try read(Samples.virtual()).links
    #expect(links.contains("webcal://example.org/rust/rust.ics"))
    let google = "https://calendar.google.com/calendar/render?cid="
    #expect(links.contains(google + "webcal%3A%2F%2Fexample.org%2Frust%2Frust.ics"))
    #expect(links.contains { $0.hasPrefix("https://outlook.live.com/") })
  }

  @Test(arguments: ["cancelled", "postponed", "withdrawn"])
  func saysFirstWhatIsUnusual(word: String) throws {
    let event = try #require(try Samples.all().first { $0.uid?.string.hasPrefix(word) == true })
    let page = try read(event)
    let mark = try #require(page.elements.firstIndex { $0.hasClass("mark") })
    let title = try #require(page.elements.firstIndex { $0.name == "h1" })
    #expect(mark < title)
    #expect(page.elements[mark].hasClass(word))
    #expect(page.meta("description")?.hasPrefix(page.all("strong")[0].text) == true)
  }

  @Test func linksNothingThatRunsCode() throws {
    let event = try #require(try Samples.all().last)
    for link in try read(event).links {
      #expect(!link.lowercased().hasPrefix("javascript"), "\(link)")
    }
    #expect(try read(event).linkedData()[0]["url"] == nil)
    #expect(try read(event).elements.contains { $0.text == "javascript:alert(1)" })
  }

  @Test func pagesOfAllShapesHaveTheLandmarksAndOneHeading() throws {
    for event in try Samples.all() + [Samples.detailed()] {
      let page = try read(event)
      for name in ["header", "main", "footer", "h1", "title"] {
        #expect(page.all(name).count == 1, "\(name)")
      }
      #expect(page.all("html")[0].attributes["lang"] == "en")
      let identifiers = page.elements.compactMap { $0.attributes["id"] }
      #expect(Set(identifiers).count == identifiers.count)
    }
  }

  @Test func anyTextReadsBack() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let event = try Samples.hostile(using: &generator)
      let page = try read(event)
      let title = VisibleText.string(event.details.title)
      #expect(page.all("h1")[0].text == title, "seed \(seed)")
      #expect(page.meta("og:title") == title, "seed \(seed)")
      let name = try page.linkedData()[0]["name"] as? String
      let exact = event.details.title.string
      #expect(name.map { Array($0.unicodeScalars) } == Array(exact.unicodeScalars), "seed \(seed)")
      if let description = PageContent.description(of: event) {
        #expect(
          page.text(ofClass: "p-description") == VisibleText.lines(description), "seed \(seed)")
      }
      #expect(page.all("script").count == 1 && page.all("style").count == 1, "seed \(seed)")
    }
  }

  @Test func holdsNoCharacterThatHTMLForbids() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let bytes = try page(of: Samples.hostile(using: &generator))
      let bad = String(decoding: bytes, as: UTF8.self).unicodeScalars.first {
        ($0.value < 0x20 && $0 != "\n") || 0x7F...0x9F ~= $0.value
          || VisibleText.isNoncharacter($0) || 0x202A...0x202E ~= $0.value
          || 0x2066...0x2069 ~= $0.value
      }
      #expect(bad == nil, "seed \(seed)")
    }
  }
}
