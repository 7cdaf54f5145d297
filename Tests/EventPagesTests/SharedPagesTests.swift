import EventModel
import Foundation
import Testing

@testable import EventPages

/// Pages of others, with what people found on them.
@Suite(.enabled(if: SharedPages.isThere, SharedPages.absence))
struct SharedPagesTests {
  @Test func findsTheEventsThatPeopleFind() throws {
    let records = try #require(SharedPages.json("expected.json") as? [[String: Any]])
    #expect(records.count == 53)
    for record in records {
      let path = try #require(record["file"] as? String)
      let events = try SharedPages.read(path).events
      if ["none", "og-only"].contains(record["kind"] as? String) {
        #expect(events.isEmpty, "\(path)")
        continue
      }
      let event = try #require(events.first, "\(path)")
      if let count = record["count"] as? Int { #expect(events.count == count, "\(path)") }
      let wanted = Self.alternatives(record, "name")
      #expect(wanted.contains(event.name?.string), "\(path)")
      let starts = Self.alternatives(record, "start").map { $0.flatMap { TimeText.time($0) } }
      #expect(starts.contains(event.start), "\(path)")
      let ends = Self.alternatives(record, "end").map { $0.flatMap { TimeText.time($0) } }
      #expect(ends.contains(event.end), "\(path)")
      #expect((record["mode"] as? String) == event.mode.map { "\($0.name)" }, "\(path)")
    }
  }

  private static func alternatives(_ record: [String: Any], _ field: String) -> [String?] {
    let others = record["\(field)_alternatives"] as? [Any] ?? []
    return [record[field] as? String] + others.map { $0 as? String }
  }

  /// The variants of one example of schema.org say the same.
  @Test func readsTheVariantsOfAnExampleAlike() throws {
    let groups = Dictionary(grouping: SharedPages.paths(under: "schemaorg/")) {
      $0.split(separator: ".")[0]
    }
    #expect(groups.count == 16)
    for (name, paths) in groups {
      let read = try paths.map { try SharedPages.read($0).events }
      for (path, events) in zip(paths, read) {
        #expect(events.count == read[0].count, "\(path)")
        for (event, other) in zip(events, read[0]) {
          #expect(event.start == other.start && event.end == other.end, "\(path)")
          #expect(event.status == other.status && event.address == other.address, "\(path)")
          #expect(event.url == other.url && event.city == other.city, "\(path)")
          // The JSON-LD of two examples leaves out or spells otherwise what the others have.
          if !["schemaorg/eg-0009", "schemaorg/eg-0419"].contains(name) {
            #expect(event.name == other.name && event.venue == other.venue, "\(path)")
          }
        }
      }
    }
  }

  /// The test suite of microformats: what of its events a calendar takes.
  @Test func readsTheEventsOfTheMicroformatsTests() throws {
    var right = 0
    var graded = 0
    for path in SharedPages.paths(under: "microformats-tests/") {
      let expected = try Self.events(
        in: SharedPages.json(path.replacing(".html", with: ".json")))
      let events = try SharedPages.read(path, url: "http://example.com/").events
      #expect(events.count == expected.count, "\(path)")
      for (event, want) in zip(events, expected) {
        for (field, value) in want {
          graded += 1
          if Self.agrees(field, value, event) { right += 1 } else { print(path, field, value) }
        }
      }
    }
    #expect(graded == 23)
    #expect(right == graded)
  }

  /// The properties of each event in a parse of microformats, the first value of each.
  private static func events(in parse: Any) -> [[String: Any]] {
    var found: [[String: Any]] = []
    func visit(_ value: Any) {
      if let list = value as? [Any] { list.forEach(visit) }
      guard let object = value as? [String: Any] else { return }
      let properties = object["properties"] as? [String: Any] ?? [:]
      if (object["type"] as? [String])?.contains("h-event") ?? false {
        let wanted = ["name", "start", "end", "location", "url"]
        found.append(
          properties.filter { wanted.contains($0.key) }.compactMapValues {
            ($0 as? [Any])?.first
          })
      } else {
        visit(object["items"] ?? [])
        properties.values.forEach(visit)
      }
    }
    visit(parse)
    return found
  }

  private static func agrees(_ field: String, _ value: Any, _ event: PageEvent) -> Bool {
    let text = value as? String
    switch field {
    case "name": return event.name?.string == text
    case "start": return text.flatMap { TimeText.time($0) } == event.start
    case "end": return text.flatMap { TimeText.time($0, on: event.start?.date) } == event.end
    case "url": return event.url?.string == text
    default:
      let place = (value as? [String: Any])?["properties"] as? [String: Any]
      let name = (place?["name"] as? [String])?.first ?? text
      let city = (place?["locality"] as? [String])?.first
      return event.venue?.string == name && (city == nil || event.city?.string == city)
    }
  }
}
