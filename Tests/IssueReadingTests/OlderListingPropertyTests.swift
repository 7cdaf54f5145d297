import EventModel
import TestSupport
import Testing

/// What must not change how an old listing is read: line ends, marks, spaces, bullets.
struct OlderListingPropertyTests {
  private static let dates = [
    "Jun 22.", "6/22.", "6/22,", "June 22 -", "Jun 22-23.", "6/22 - 6/23:", "June 22, 2017,",
    "Jun 30 - Jul 1.", "2017-06-22", "Jun 22 & 24.", "June 22nd,",
  ]
  private static let texts = [
    "Rust Night", "Durham, NC - Group - Night", "Paris", "Online - Call", "Berlin, DE - Remote - A",
    "Group @ Guna, MP India", "Zurich / Switzerland: Night", "Team Meeting on irc", "A - B - C",
    "Rust Night - [Venue] Talks", "Köln, DE - Frühstück", "Conf - Kyiv, Ukraine",
  ]
  private static let links = ["](https://example.org/a)", "][a]"]
  private static let ends = [
    "", ".", "!", ". With a guest", " [Cancelled].", " ([more](https://m.org))",
  ]

  /// A random issue of well-formed old listings.
  private static func lines(using generator: inout SeededGenerator) -> [String] {
    (0..<6).map { _ in
      let parts = [dates, texts, links, ends].map { $0.randomElement(using: &generator) ?? "" }
      return "* [\(parts[0]) \(parts[1])\(parts[2])\(parts[3])"
    }
  }

  private static func file(_ lines: [String], end: String = "\n", mark: String = "") -> [UInt8] {
    let head = ["Title: This Week in Rust 100", "Date: 2017-06-06", "", "# Upcoming Events", ""]
    return Array(
      (mark
        + (head + lines + ["", "[a]: https://example.org/a", "# Next"])
        .joined(separator: end)).utf8)
  }

  private static func read(_ bytes: [UInt8]) throws -> [String] {
    try OlderIssue.read(bytes).listings.map { listing in
      let details = listing.details
      return [
        "\(listing.location.line ?? 0)", listing.summary, details.url?.string ?? "-",
        "\(details.status)", details.description?.string ?? "-", "\(details.links.count)",
      ].joined(separator: " | ")
    }
  }

  @Test(arguments: 0..<40)
  func readsDamagedFilesAlike(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let lines = Self.lines(using: &generator)
    let expected = try Self.read(Self.file(lines))
    #expect(expected.count >= lines.count, "seed \(seed): \(lines)")
    let changes: [(name: String, bytes: [UInt8])] = [
      ("CRLF", Self.file(lines, end: "\r\n")),
      ("byte order mark", Self.file(lines, mark: "\u{FEFF}")),
      ("hyphens", Self.file(lines.map { "-" + $0.dropFirst() })),
      ("pluses", Self.file(lines.map { "+" + $0.dropFirst() })),
      ("leading spaces", Self.file(lines.map { "  " + $0 })),
      ("trailing spaces", Self.file(lines.map { $0 + " \t" })),
      ("wide bullets", Self.file(lines.map { "*   " + $0.dropFirst(2) })),
      ("doubled spaces", Self.file(lines.map { Self.doublingSpaces($0) })),
      ("no-break spaces", Self.file(lines.map { Self.doublingSpaces($0, with: "\u{A0}") })),
      ("emphasis", Self.file(lines.map(Self.emphasised))),
    ]
    for (name, bytes) in changes {
      #expect(try Self.read(bytes) == expected, "seed \(seed), \(name): \(lines)")
    }
  }

  /// The spaces of a link's text but for those beside dashes, where two mean no more than one.
  private static func doublingSpaces(_ line: String, with space: String = " ") -> String {
    String(line.prefix(2))
      + line.dropFirst(2).split(separator: " ", omittingEmptySubsequences: false)
      .joined(separator: " " + space)
  }

  private static func emphasised(_ line: String) -> String {
    guard let end = line.firstRange(of: "](") ?? line.firstRange(of: "][a"),
      let close = line[end.lowerBound...].dropFirst(1).firstIndex(where: { $0 == ")" })
        ?? line[end.lowerBound...].dropFirst(2).firstIndex(of: "]")
    else { return line }
    let link = line.index(after: close)
    return "* **" + line[line.index(line.startIndex, offsetBy: 2)..<link] + "**" + line[link...]
  }

  /// Whatever stands in a section, each item makes an event or a diagnostic, and reading ends.
  @Test(arguments: 0..<60)
  func accountsForEachItem(_ seed: UInt64) throws {
    let pieces = [
      "* ", "- ", "[", "]", "(", ")", "](https://e.org)", "Jun 22", "6/22", "2/30", ". ", " - ",
      " | ", "**", "Berlin, DE", "Paris", "Remote", "\n", "\n\n", "\n* ", "\n  ", "[a]", ": ",
      "2017-06-22", "&", "/", ", ", "x", "é", "\u{FFFD}", "<!--", "-->", "`", "\\", "###", "Dex 6",
    ]
    var generator = SeededGenerator(seed: seed)
    let text = (0..<200).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let issue = try OlderIssue.read(Self.file([text]))
    let errors = issue.diagnostics.count { $0.severity == .error }
    #expect(issue.unreadItemCount <= issue.itemCount, "seed \(seed): \(text)")
    #expect(errors >= issue.unreadItemCount, "seed \(seed): \(text)")
    #expect(
      issue.listings.count + issue.unreadItemCount >= issue.itemCount, "seed \(seed): \(text)")
  }

  /// Lines that continue one another, brackets that never close: the time stays linear.
  @Test(arguments: ["[", "* [Jun 5. ", "Jun 5\n", "* [a\nJun 5\n", "- / ", "6/5 - ", "[a](b) "])
  func endsOnHostileText(_ piece: String) throws {
    let text = "* [" + String(repeating: piece, count: 2_000)
    let issue = try OlderIssue.read(Self.file([text]))
    #expect(issue.itemCount > 0)
  }
}
