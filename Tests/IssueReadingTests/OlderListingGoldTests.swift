import EventModel
import Foundation
import IssueReading
import TestSupport
import Testing

/// The listings that people have labelled, where they are beside the package.
struct OlderListingGoldTests {
  /// A labelled listing; what is "?" in it is not compared.
  private struct Entry: Decodable {
    struct Event: Decodable {
      var title: [String]
      var start: String
      var end: String?
      var mode: String?
      var url: String?
      var links: Count?
      var status: String?
    }
    /// A number, or "?".
    enum Count: Decodable {
      case number(Int), unknown
      init(from decoder: any Decoder) throws {
        let number = try? decoder.singleValueContainer().decode(Int.self)
        self = number.map(Count.number) ?? .unknown
      }
    }
    var file: String
    var line: UInt32
    var events: [Event]
  }

  private static let gold = SharedFolder("gold")

  @Test(.enabled(if: gold.isThere, "\(gold.absence)"))
  func readsTheLabelledListings() throws {
    let entries = try Self.gold.bytes("listings.jsonl").split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Entry.self, from: Data($0))
    }
    var reader = IssueReader()
    var issues: [String: EventModel.Issue] = [:]
    for entry in entries where entry.file < "2022-03" {
      let issue = try issues[entry.file] ?? read(entry.file, with: &reader)
      issues[entry.file] = issue
      let listings = issue.listings.filter { $0.location.line == entry.line }
      let place = "\(entry.file):\(entry.line)"
      guard listings.count == entry.events.count else {
        Issue.record("\(place): \(listings.count) events, not \(entry.events.count)")
        continue
      }
      for (event, listing) in zip(entry.events, listings) { compare(event, listing, place) }
    }
    #expect(issues.count > 100)
  }

  private func read(
    _ file: String, with reader: inout IssueReader
  ) throws -> EventModel.Issue {
    try reader.read(SharedFolder.archive.bytes(file), file: Text(file))
  }

  private func compare(_ event: Entry.Event, _ listing: Listing, _ place: String) {
    let details = listing.details
    let dates = details.dates
    #expect(event.title.contains(details.title.string), "\(place): \(listing.summary)")
    #expect(event.start == "\(dates.first)", "\(place)")
    #expect(event.end == (dates.isRange ? "\(dates.last)" : nil), "\(place)")
    #expect(event.url?.withoutSlash == details.url?.string.withoutSlash, "\(place)")
    let modes: [String: AttendanceMode] = [
      "virtual": .virtual, "in-person": .inPerson, "hybrid": .hybrid,
    ]
    if event.mode != "?" {
      #expect(event.mode.flatMap { modes[$0] } == details.mode, "\(place): \(listing.summary)")
    }
    if case .number(let count)? = event.links { #expect(count == details.links.count, "\(place)") }
    if let status = event.status, status != "?" {
      #expect(status == "\(details.status.name)", "\(place)")
    }
  }

  /// Every item of the older issues makes an event or says why it makes none.
  @Test(.enabled(if: SharedFolder.archive.isThere, "\(SharedFolder.archive.absence)"))
  func readsNearlyEveryItemOfTheArchive() throws {
    var reader = IssueReader()
    var (items, unread) = (0, 0)
    for file in SharedFolder.archive.issues(from: "20") where file < "2022-03" {
      let issue = try read(file, with: &reader)
      items += issue.itemCount
      unread += issue.unreadItemCount
      let errors = issue.diagnostics.count { $0.severity == .error }
      #expect(errors >= issue.unreadItemCount, "\(file)")
    }
    #expect(items > 2_800)
    #expect(unread * 200 <= items, "\(unread) of \(items) items make no event")
  }
}

extension String {
  /// The text without the slash that a URL may end with.
  fileprivate var withoutSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
