import EventModel
import Foundation
import IssueReading
import TestSupport
import Testing

/// What must hold of every issue: what does not matter does not matter, and nothing traps.
struct PropertyTests {
  /// The issue in the package, which is there in every checkout.
  private static func sample() throws -> [UInt8] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Samples/2026-02-11-this-week-in-rust.md")
    return try [UInt8](Data(contentsOf: path))
  }

  private static func details(_ bytes: [UInt8]) throws -> [EventDetails] {
    try Samples.read(bytes).listings.map(\.details)
  }

  /// A change of an issue's text that changes nothing of what it says.
  struct Change: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var make: @Sendable (String) -> String

    init(_ name: String, _ make: @escaping @Sendable (String) -> String) {
      testDescription = name
      self.make = make
    }
  }

  private static let changes: [Change] = [
    Change("CRLF") { $0.replacing("\n", with: "\r\n") },
    Change("a byte order mark") { "\u{FEFF}" + $0 },
    Change("no last newline") { String($0.dropLast()) },
    Change("hyphens as bullets") {
      $0.replacing("\n* ", with: "\n- ").replacing("\n    * ", with: "\n    - ")
    },
    Change("plus signs as bullets") {
      $0.replacing("\n* ", with: "\n+ ").replacing("\n    * ", with: "\n    + ")
    },
    Change("pasted bullets") {
      $0.replacing("\n* ", with: "\n• ").replacing("\n    * ", with: "\n    • ")
    },
    Change("spaces before the bars") { $0.replacing(" | ", with: "   |  ") },
    Change("no spaces around the bars") { $0.replacing(" | ", with: "|") },
    Change("doubled bars") { $0.replacing(" | [", with: " || [") },
    Change("no second bar") { $0.replacing(" | [", with: " [") },
    Change("leading spaces") { $0.replacing("\n* ", with: "\n  * ") },
    Change("trailing spaces") { $0.replacing("\n", with: "  \n") },
    Change("tabs as indents") { $0.replacing("\n    * ", with: "\n\t* ") },
    Change("two spaces as indents") { $0.replacing("\n    * ", with: "\n  * ") },
    Change("tabs behind the bullets") { $0.replacing("* ", with: "*\t") },
    Change("no indents") { $0.replacing("\n    * ", with: "\n* ") },
    Change("empty lines between items") { $0.replacing("\n* ", with: "\n\n* ") },
    Change("comments between items") { $0.replacing("\n* ", with: "\n<!-- * x -->\n* ") },
    Change("headings with colons") { $0.replacing("\n### Europe\n", with: "\n### Europe:\n") },
    Change("titles without emphasis") { $0.replacing("**", with: "") },
    Change("titles with one mark too many") { $0.replacing("* [**", with: "* [***") },
    Change("stray dollar signs") { $0.replacing("* [**", with: "* $[**") },
    Change("spaces before the targets") { $0.replacing("](http", with: "] (http") },
    Change("no-break spaces in listings") { text in
      text.components(separatedBy: "\n").map { line in
        line.hasPrefix("* ") || line.hasPrefix("    * ")
          ? line.replacing(" ", with: "\u{A0}") : line
      }.joined(separator: "\n")
    },
  ]

  @Test(arguments: changes)
  func spellingsOfOneIssueGiveTheSameListings(change: Change) throws {
    let bytes = try Self.sample()
    let changed = Array(change.make(String(decoding: bytes, as: UTF8.self)).utf8)
    try #require(changed != bytes)
    let expected = try Self.details(bytes)
    #expect(expected.count == 50)
    let found = try Self.details(changed)
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) where found != expected {
      Testing.Issue.record("\(found.title): \(found)\n\(expected.title): \(expected)")
      return
    }
  }

  @Test(arguments: 0..<20)
  func generatedIssuesAreReadAlikeInEverySpelling(seed: UInt64) throws {
    var generator = IssueGenerator(seed: seed)
    let text = generator.issue(listings: 20).replacing("\r\n", with: "\n")
    let expected = try Self.details(Array(text.utf8))
    for change in Self.changes.prefix(2) {
      #expect(
        try Self.details(Array(change.make(text).utf8)) == expected,
        "seed \(seed), \(change.testDescription)")
    }
  }

  // MARK: Nothing traps

  /// Reads whatever bytes, and looks at what must hold of every result.
  private static func read(_ bytes: [UInt8], _ name: String) {
    var reader = IssueReader()
    guard let issue = try? reader.read(bytes, file: "2026-02-11-a.md") else { return }
    #expect(issue.unreadItemCount <= issue.itemCount, "\(name)")
    #expect(issue.diagnostics.count <= 1_000, "\(name)")
    let lines = bytes.count { $0 == 0x0A } + 1
    for listing in issue.listings {
      #expect(listing.location.line ?? 0 <= lines, "\(name)")
      let title = listing.details.title
      #expect(String(validating: title.buffer[title.range], as: UTF8.self) != nil, "\(name)")
    }
  }

  @Test(arguments: 0..<200)
  func randomBytesDoNotTrap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "* ", "    * ", "2026-02-1", "2 ", "| ", "[", "](", "https://", ")", "**", "_", "`", "\\",
      "&#",
      "x41;", "&amp;", "\n", "\r\n", "### Europe\n", "## Upcoming Events\n", "Virtual (",
      "Berlin, DE",
      " / ", "; ", ", ", "\u{A0}", "é", "√º", "Ã¼", "🦀", "<!--", "-->", " - ", " & ", "Cancelled",
      "\t",
    ].map { Array($0.utf8) }
    var bytes = Array("Date: 2026-02-11\n\n## Upcoming Events\n".utf8)
    for _ in 0..<400 {
      bytes +=
        random.once(in: 12) ? [UInt8.random(in: 0...255, using: &random)] : random.pick(pieces)
    }
    Self.read(bytes, "seed \(seed)")
  }

  @Test func truncationsDoNotTrap() throws {
    let bytes = try Self.sample()
    let text = "Upcoming Events"
    let start = try #require(bytes.firstRange(of: Array(text.utf8))?.lowerBound)
    let head = Array("Date: 2026-02-11\n\n## ".utf8)
    for length in stride(from: 0, to: min(6_000, bytes.count - start), by: 7) {
      Self.read(head + bytes[start..<start + length], "\(length) bytes")
    }
  }

  @Test(arguments: 0..<60)
  func mutationsDoNotTrap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = try Self.sample()
    let start = try #require(bytes.firstRange(of: Array("Upcoming Events".utf8))?.upperBound)
    for _ in 0..<300 {
      let offset = Int.random(in: start..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[offset] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: offset)
      case 2: bytes.insert(random.pick(Array("|[]()*_`\\&;,/-\n\t# ".utf8)), at: offset)
      default: bytes[offset] = random.pick(Array("|[]()*_`\\&;,/-\n\t# ".utf8))
      }
    }
    Self.read(bytes, "seed \(seed)")
  }
}
