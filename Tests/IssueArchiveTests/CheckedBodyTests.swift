import Testing

@testable import IssueArchive

@Suite struct CheckedBodyTests {
  private static let name = IssueName("2031-04-16-this-week-in-rust.md")

  private static func issue(_ count: Int, head: String = "Number: 9\n") -> String {
    let lines = (0..<count).map { "* 2031-04-\(20 + $0) | Graz, AT | [G](https://g.org/\($0))\n" }
    return "\(head)Date: 2031-04-16\n\n# Upcoming Events\n\(lines.joined())\n# Jobs\n"
  }

  private func flaw(_ text: String, replacing old: String? = nil) throws -> BodyFlaw? {
    let name = try #require(Self.name)
    do throws(BodyFlaw) {
      _ = try CheckedBody(Array(text.utf8), of: name, replacing: old.map { Array($0.utf8) })
      return nil
    } catch {
      return error
    }
  }

  @Test func tellsTheNumberAndTheListings() throws {
    let name = try #require(Self.name)
    let body = try CheckedBody(Array(Self.issue(5).utf8), of: name, replacing: nil)
    #expect(body.number == 9 && body.listingCount == 5)
  }

  @Test func fewListingsMayGo() throws {
    #expect(try flaw(Self.issue(5), replacing: Self.issue(9)) == nil)
    #expect(
      try flaw(Self.issue(4), replacing: Self.issue(9)) == .lostListings(before: 9, now: 4))
    #expect(try flaw(Self.issue(0), replacing: Self.issue(3)) == nil)
    #expect(try flaw(Self.issue(9), replacing: Self.issue(2)) == nil)
  }

  @Test func whatIsThereIsNotReplacedByItsBeginning() throws {
    let old = Self.issue(6)
    for count in stride(from: 1, to: old.count - 1, by: 7) {
      #expect(try flaw(String(old.prefix(count)), replacing: old) != nil, "\(count)")
    }
    // But a line break at the end may go.
    #expect(try flaw(String(old.dropLast()), replacing: old) == nil)
  }

  @Test(arguments: [
    ("", BodyFlaw.empty), (" \n\t", .empty), ("<html>", .page),
    ("<?xml version='1'?><feed>", .page),
    ("Hello", .noEventsSection), (issue(2) + "* [x", .endsInLink),
    (issue(2) + "[x](https://a", .endsInLink),
  ])
  func whatIsNoIssueIsNone(text: String, expected: BodyFlaw) throws {
    #expect(try flaw(text) == expected)
  }

  @Test func theLastLineNeedsNoEnd() throws {
    #expect(try flaw(Self.issue(2) + "The [end](https://a.org/).") == nil)
    #expect(try flaw(Self.issue(2) + ":-) :-]") == nil)
  }
}
