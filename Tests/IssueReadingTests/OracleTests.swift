import EventModel
import IssueReading
import TestSupport
import Testing

/// The fast reader and the slow one read the same.
struct OracleTests {
  @Test(.enabled(if: SharedFolder.archive.isThere, "\(SharedFolder.archive.absence)"))
  func readsTheArchiveAsTheSlowReaderDoes() async throws {
    let names = SharedFolder.archive.issues(from: "20")
    #expect(names.count > 380)
    let found = try await withThrowingTaskGroup(of: (count: Int, differences: [String]).self) {
      group in
      for name in names {
        group.addTask {
          let (count, differences) = try Self.compare(try SharedFolder.archive.bytes(name))
          return (count, differences.map { "\(name):\($0)" })
        }
      }
      return try await group.reduce(into: (count: 0, differences: [String]())) {
        $0.count += $1.count
        $0.differences += $1.differences
      }
    }
    let differences = found.differences
    #expect(found.count > 8_500, "only \(found.count) listings were compared")
    #expect(differences.isEmpty, "\(differences.sorted().prefix(20).joined(separator: "\n"))")
  }

  @Test(arguments: 0..<30)
  func readsGeneratedIssuesAsTheSlowReaderDoes(seed: UInt64) throws {
    var generator = IssueGenerator(seed: seed)
    let file = generator.issue(listings: 40)
    let differences = try Self.differences(Array(file.utf8))
    #expect(differences.isEmpty, "seed \(seed):\n\(differences.prefix(5).joined(separator: "\n"))")
  }

  @Test(arguments: 0..<40)
  func readsGeneratedOlderIssuesAsTheSlowReaderDoes(seed: UInt64) throws {
    var generator = OlderIssueGenerator(seed: seed)
    let file = generator.issue(listings: 30)
    let differences = try Self.differences(Array(file.utf8))
    #expect(differences.isEmpty, "seed \(seed):\n\(differences.prefix(5).joined(separator: "\n"))")
  }

  /// What the two readers read otherwise, each with the line that they read it from.
  static func differences(_ bytes: [UInt8]) throws -> [String] { try compare(bytes).differences }

  /// The same, and how many listings were compared.
  private static func compare(
    _ bytes: [UInt8]
  ) throws -> (count: Int, differences: [String]) {
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
    return (found.count, differences)
  }
}
