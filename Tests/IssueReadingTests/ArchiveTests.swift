import EventModel
import IssueReading
import TestSupport
import Testing

/// Every issue of the form with bars, and one that was damaged on its way.
struct ArchiveTests {
  @Test(.enabled(if: SharedFolder.archive.isThere, "\(SharedFolder.archive.absence)"))
  func everyListingOfTheFormWithBarsIsRead() throws {
    var listings = 0
    var codes: [String: Int] = [:]
    var unread: [String] = []
    for (name, issue) in try Archive.issues() {
      listings += issue.listings.count
      for diagnostic in issue.diagnostics {
        codes[diagnostic.code.name, default: 0] += 1
        if diagnostic.severity == .error {
          unread.append("\(name):\(diagnostic.location.line ?? 0): \(diagnostic.message)")
        }
      }
      #expect(issue.listings.count >= 15, "\(name)")
      #expect(issue.omittedDiagnosticCount == 0, "\(name)")
    }
    #expect(unread == [])
    #expect(listings == 5_755)
    #expect(codes == ["region": 9, "broken-link": 3, "year": 6, "country": 3])
  }

  @Test(.enabled(if: SharedFolder.archive.isThere, "\(SharedFolder.archive.absence)"))
  func damagedIssueIsReadAsTheSoundOne() throws {
    let name = "2026-02-11-this-week-in-rust.md"
    let sound = try Samples.read(SharedFolder.archive.bytes(name))
    let damaged = try Samples.read(SharedFolder("samples").bytes("2026-02-11-damaged.md"))
    #expect(sound.listings.count == 50)
    #expect(damaged.listings.map(\.details) == sound.listings.map(\.details))
    #expect(damaged.diagnostics.contains { $0.code == .mojibake })
    #expect(!sound.diagnostics.contains { $0.code == .mojibake })
  }

  @Test(.enabled(if: SharedFolder.archive.isThere, "\(SharedFolder.archive.absence)"))
  func oneReaderReadsAnIssueAsOneOfItsOwn() throws {
    var reader = IssueReader()
    for name in SharedFolder.archive.issues(from: "2025-") {
      let bytes = try SharedFolder.archive.bytes(name)
      var fresh = IssueReader()
      let shared = try reader.read(bytes, file: Text(name))
      #expect(try fresh.read(bytes, file: Text(name)).listings == shared.listings, "\(name)")
    }
  }
}
