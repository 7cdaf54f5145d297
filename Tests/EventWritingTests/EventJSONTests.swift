import EventModel
import Foundation
import TestSupport
import Testing

@testable import EventWriting

struct EventJSONTests {
  /// The promised shape, as an outsider would decode it.
  private struct Decoded: Decodable {
    struct Place: Decodable {
      let city: String?, other_names: [String], subdivision: String?, country: String?
      let latitude: Double?, longitude: Double?, timezone: String?
    }
    struct Named: Decodable { let name: String, url: String? }
    struct Titled: Decodable { let title: String, url: String }
    struct Source: Decodable { let issue: Int?, date: String, file: String, line: Int? }
    let uid: String?, title: String, start: String, end: String?, mode: String?
    let regions: [String], status: String, places: [Place], organizers: [Named], url: String?
    let links: [Titled], description: String?, withdrawn: Bool, sequence: Int
    let created: String, modified: String, sources: [Source]
  }

  private func decoded(_ text: String) throws -> [Decoded] {
    try JSONDecoder().decode([Decoded].self, from: Data(text.utf8))
  }

  @Test func everyFieldReadsBack() throws {
    let events = try decoded(written(Samples.all(), by: EventJSON()))
    #expect(events.count == 7)
    let week = try Samples.required(events.first { $0.uid == "rustweek@twir-events" })
    #expect(week.title == "RustWeek: \"Async, or not\"")
    #expect((week.start, week.end) == ("2026-02-12", "2026-02-14"))
    #expect(week.mode == "hybrid")
    #expect(week.regions == ["Virtual", "Europe"])
    #expect(week.places.map(\.city) == ["München", "Utrecht"])
    #expect(week.places.map(\.other_names) == [["Munich"], []])
    #expect(week.links.map(\.title) == ["Livestream", "Slides"])
    #expect((week.sequence, week.created, week.modified) == (2, "2026-02-11", "2026-02-18"))
    #expect(week.sources.map(\.issue) == [638, nil])
    #expect(week.sources.map(\.line) == [230, nil])
    #expect(events.map(\.withdrawn) == [false, false, false, false, false, true, false])
  }

  @Test func emptyArrayIsAnArray() {
    #expect(written([], by: EventJSON()) == "[]\n")
    #expect(written([], by: EventJSON(layout: .lines)) == "")
  }

  @Test func linesAreWholeObjects() throws {
    let events = try Samples.all()
    let lines = written(events, by: EventJSON(layout: .lines)).split(separator: "\n")
    #expect(lines.count == events.count)
    for line in lines { _ = try decoded("[" + line + "]") }
  }

  @Test func hostileTextsReadBackAsTheyWere() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let event = try Samples.hostile(using: &generator)
      let output = written([event], by: EventJSON())
      #expect(output.split(separator: "\n").count == 3, "seed \(seed)")
      let read = try Samples.required(decoded(output).first)
      #expect(Array(read.title.utf8) == Array(event.details.title.string.utf8), "seed \(seed)")
      let description = Array((read.description ?? "").utf8)
      #expect(description == Array((event.details.description?.string ?? "").utf8), "seed \(seed)")
    }
  }
}
