import EventModel
import IssueReading
import Testing

/// The fast reader and the slow one read the same.
struct OracleTests {
  @Test(.enabled(if: Archive.isThere, Archive.absence))
  func readsTheArchiveAsTheSlowReaderDoes() async throws {
    let names = try Archive.names(from: "20")
    #expect(names.count > 380)
    let differences = try await withThrowingTaskGroup(of: [String].self) { group in
      for name in names {
        group.addTask { try Self.differences(try Archive.bytes(name)).map { "\(name):\($0)" } }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(differences.isEmpty, "\(differences.sorted().prefix(2000).joined(separator: "\n"))")
  }

  @Test(arguments: 0..<30)
  func readsGeneratedIssuesAsTheSlowReaderDoes(seed: UInt64) throws {
    var generator = IssueGenerator(seed: seed)
    let file = generator.issue(listings: 40)
    let differences = try Self.differences(Array(file.utf8))
    #expect(differences.isEmpty, "seed \(seed):\n\(differences.prefix(5).joined(separator: "\n"))")
  }

  @Test(arguments: 0..<60)
  func readsGeneratedOlderIssuesAsTheSlowReaderDoes(seed: UInt64) throws {
    var generator = OlderIssueGenerator(seed: seed)
    let file = generator.issue(listings: 30)
    let differences = try Self.differences(Array(file.utf8))
    #expect(differences.isEmpty, "seed \(seed):\n\(differences.prefix(5).joined(separator: "\n"))")
  }

  /// What the two readers read otherwise, each with the line that they read it from.
  static func differences(_ bytes: [UInt8]) throws -> [String] {
    let issue = try Samples.read(bytes)
    let found = issue.listings.map(ReadListing.init)
    let (expected, unread) = PlainReader.read(bytes)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let text = { (line: Int) in String(decoding: lines[line - 1], as: UTF8.self) }
    var differences: [String] = []
    for line in Set(found.map(\.line) + expected.map(\.line)).sorted() {
      let fast = found.filter { $0.line == line }
      let slow = expected.filter { $0.line == line }
      if fast != slow {
        differences.append(
          """
          \(text(line))
            fast: \(fast.map(\.description).joined(separator: "\n        "))
            slow: \(slow.map(\.description).joined(separator: "\n        "))
          """)
      }
    }
    if issue.unreadItemCount != unread.count {
      differences.append(
        "fast: \(issue.unreadItemCount) unread items, slow: \(unread.map(text))")
    }
    return differences
  }
}
