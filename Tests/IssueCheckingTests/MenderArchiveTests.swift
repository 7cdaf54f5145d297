import EventModel
import IssueChecking
import IssueReading
import TestSupport
import Testing

/// Mends every issue of the form with bars and looks at what became of its events.
struct MenderArchiveTests {
  /// The issues are looked at in parts, which run side by side.
  private static let partCount = 4

  @Test(
    .enabled(if: SharedFolder.archive.isThere, "\(SharedFolder.archive.absence)"),
    arguments: 0..<partCount)
  func changesNothingButWhatItMends(_ part: Int) throws {
    var check = IssueMender(IssueCheck())
    var fixes = 0
    let names = SharedFolder.archive.issues(from: "2022-03-02")
    for (index, name) in names.enumerated() where index % Self.partCount == part {
      let bytes = try SharedFolder.archive.bytes(name)
      let result = try check.mend(bytes, file: Text(name))
      fixes += result.fixCount
      #expect(
        result.after.findings.allSatisfy { $0.fix == nil }, "\(name): a second mend would change it"
      )
      #expect(
        Self.outside(of: bytes) == Self.outside(of: result.after.text),
        "\(name): text outside of the events section changed")
      try Self.expectSameEvents(bytes, result.after.text, name)
    }
    #expect(fixes > 60)
  }

  /// The text before and after the events section.
  private static func outside(of bytes: [UInt8]) -> [Substring] {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.hasPrefix("#") && $0.contains("Upcoming Events") } ?? 0
    let end =
      lines[(start + 1)...].firstIndex { $0.hasPrefix("# ") || $0.hasPrefix("## ") } ?? lines.count
    return Array(lines[..<start] + lines[end...])
  }

  private static func expectSameEvents(
    _ before: [UInt8], _ after: [UInt8], _ name: String
  ) throws {
    var reader = IssueReader()
    let old = try reader.read(before, file: Text(name))
    let new = try reader.read(after, file: Text(name))
    let (left, right) = (Set(old.listings.map(said)), Set(new.listings.map(said)))
    let lost = left.subtracting(right)
    let made = right.subtracting(left)
    #expect(lost.isEmpty && made.isEmpty, "\(name): lost \(lost.sorted()), made \(made.sorted())")
    #expect(new.diagnostics.count <= old.diagnostics.count, "\(name)")
  }

  /// What a listing says, without what a mend may change in its links.
  private static func said(_ listing: Listing) -> String {
    let details = listing.details
    let places = details.places.map { place in
      [place.city?.string, place.subdivision?.string, place.country?.description]
        .compactMap(\.self).joined(separator: ", ")
    }
    return [
      details.title.string, details.dates.first.description, details.dates.last.description,
      details.mode.map { "\($0)" } ?? "-", places.joined(separator: "; "),
      details.organizers.map(\.name.string).joined(separator: "; "), "\(details.status)",
      details.description?.string ?? "-",
    ].joined(separator: " | ")
  }
}
