import EventModel
import Foundation
import IssueReading
import TestSupport
import Testing

/// Listings labelled by hand, read as their labels say.
struct GoldTests {
  @Test(.enabled(if: SharedFolder.archive.isThere, "\(SharedFolder.archive.absence)"))
  func readsTheLabelledListingsOfTheFormWithBars() throws {
    let labels = try Self.labels(from: Archive.barsBegin)
    #expect(labels.count == 147)
    var reader = IssueReader()
    var issues: [String: [Listing]] = [:]
    for label in labels where issues[label.file] == nil {
      issues[label.file] = try reader.read(
        SharedFolder.archive.bytes(label.file), file: Text(label.file)
      ).listings
    }
    for label in labels {
      let found = (issues[label.file] ?? []).filter { $0.location.line.map(Int.init) == label.line }
      #expect(found.count == label.events.count, "\(label.file):\(label.line)")
      for (listing, event) in zip(found, label.events) {
        let misses = Self.misses(of: listing.details, event)
        #expect(misses.isEmpty, "\(label.file):\(label.line) \(misses.joined(separator: "; "))")
      }
    }
  }

  /// A listing's labels: a field that is `?` is not judged.
  private struct Label {
    var file: String
    var line: Int
    var events: [[String: Any]]
  }

  private static func labels(from first: String) throws -> [Label] {
    let text = String(
      decoding: try SharedFolder("gold").bytes("listings.jsonl"), as: UTF8.self)
    return try text.split(separator: "\n").map { line in
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      return Label(
        file: try #require(object["file"] as? String), line: try #require(object["line"] as? Int),
        events: try #require(object["events"] as? [[String: Any]]))
    }.filter { $0.file >= first }
  }

  /// The fields that were read otherwise than labelled.
  private static func misses(of details: EventDetails, _ label: [String: Any]) -> [String] {
    observed(details).compactMap { field, found in
      let wanted = label[field] ?? "?"
      if wanted as? String == "?" { return nil }
      return agrees(field, wanted, found) ? nil : "\(field): want \(wanted), got \(found)"
    }
  }

  /// What was read, in the labels' words: a list of strings, empty for null.
  private static func observed(_ details: EventDetails) -> [(String, [String])] {
    let place = details.places.first
    let last = details.dates.isRange ? [details.dates.last.description] : []
    return [
      ("title", [details.title.string]), ("start", [details.dates.first.description]),
      ("end", last), ("mode", details.mode.map { ["\($0.name)"] } ?? []),
      ("regions", details.regions.regions.map { "\($0.name)" }.sorted()),
      ("city", ([place?.city].compactMap { $0 } + (place?.otherNames ?? [])).map(\.string)),
      ("subdivision", place?.subdivision.map { [$0.string] } ?? []),
      ("country", place?.country.map { [$0.description] } ?? []),
      ("places", ["\(details.places.count)"]),
      ("organizers", details.organizers.map(\.name.string)),
      ("url", details.url.map { [$0.string] } ?? []), ("links", ["\(details.links.count)"]),
      ("status", ["\(details.status.name)"]),
    ]
  }

  private static func agrees(_ field: String, _ wanted: Any, _ found: [String]) -> Bool {
    var wanted = strings(wanted).map(squashed)
    let found = found.map(squashed)
    switch field {
    case "title": return found.allSatisfy(wanted.contains)
    case "city": return wanted.isEmpty ? found.isEmpty : !Set(wanted).isDisjoint(with: found)
    case "regions": wanted.sort()
    case "url": return wanted.map { $0.trimmed(of: "/") } == found.map { $0.trimmed(of: "/") }
    default: break
    }
    return wanted == found
  }

  private static func strings(_ value: Any) -> [String] {
    switch value {
    case let list as [String]: list
    case let text as String: [text]
    case let number as Int: ["\(number)"]
    default: []
    }
  }

  private static func squashed(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
