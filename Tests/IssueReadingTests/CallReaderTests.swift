import EventModel
import TestSupport
import Testing

@testable import IssueReading

struct CallReaderTests {
  /// A line, and what is to be read of it: name, URL, closing date, event's days, place.
  struct Line: CustomTestStringConvertible, Sendable {
    var text: String
    var expected: String
    var testDescription: String { text }

    init(_ text: String, _ expected: String) {
      self.text = text
      self.expected = expected
    }
  }

  @Test(arguments: [
    Line(
      "* [**RustConf 2026**](https://a.org/cfp)| 2026-04-27 | Montreal, Quebec, Canada | 2026-10-14 - 2026-10-17",
      "RustConf 2026; https://a.org/cfp; 2026-04-27; 2026-10-14...2026-10-17; Montreal, Quebec, CA"),
    Line(
      "* [Conf](https://a.org) | Closes 2026-06-14 | online | Event date: 2026-07-17 - 2026-07-19",
      "Conf; https://a.org; 2026-06-14; 2026-07-17...2026-07-19; virtual"),
    Line(
      "- [Conf](https://a.org) | CFP open until 2026-04-27 | Barcelona, Spain | 2026-10-09–2026-10-10",
      "Conf; https://a.org; 2026-04-27; 2026-10-09...2026-10-10; Barcelona, ES"),
    Line(
      "* [Conf](https://a.org) | Last chance: CFP closes 2026-04-27 | Kongsberg, Norway | 2026-09-22 to 2026-09-25",
      "Conf; https://a.org; 2026-04-27; 2026-09-22...2026-09-25; Kongsberg, NO"),
    Line(
      "* [Conf](https://a.org) | Closes on 2026-04-27 | Utrecht, NL | Event on 2026-05-13 & 2026-05-14",
      "Conf; https://a.org; 2026-04-27; 2026-05-13...2026-05-14; Utrecht, NL"),
    Line(
      "* [Name](https://event.org/) [CFP](https://call.org/) closes 2026-03-24 | Berlin, Germany | Event date: 2026-05-28",
      "Name; https://call.org/; 2026-03-24; 2026-05-28; Berlin, DE; Name https://event.org/"),
    Line(
      "* [Name](https://call.org) | [Event Page](https://event.org/) | Closes 2026-10-13 | Warsaw, PL | Event 2027-03-26",
      "Name; https://call.org; 2026-10-13; 2027-03-26; Warsaw, PL; Event Page https://event.org/"),
    Line(
      "* [Conf](https://a.org) CFP closes 2026-04-14 | Kongsberg, Norway",
      "Conf; https://a.org; 2026-04-14; -; Kongsberg, NO"),
    Line(
      "* [Conf](https://a.org) | Deadline: 1 December 2026 | Brussels, BE | 1 February 2027",
      "Conf; https://a.org; 2026-12-01; 2027-02-01; Brussels, BE"),
    Line(
      "* [Conf](https://a.org) | Deadline: Nov. 30th, 2026 | Paris, FR | 14-16 March 2027",
      "Conf; https://a.org; 2026-11-30; 2027-03-14...2027-03-16; Paris, FR"),
    Line(
      "* [Conf](https://a.org) | April 3 | Paris, FR | September 30 - October 2, 2026",
      "Conf; https://a.org; 2026-04-03; 2026-09-30...2026-10-02; Paris, FR"),
    Line(
      "* [Conf](https://a.org) | Open from 2026-01-02 to 2026-04-03 | Paris, FR | 2026-12-30 - 01-02",
      "Conf; https://a.org; 2026-04-03; 2026-12-30...2027-01-02; Paris, FR"),
    Line(
      "* [Conf](https://a.org) | Closes 2026-03-15, 23:59 UTC | Online + Ukraine, Kyiv | 2026-07-27-28",
      "Conf; https://a.org; 2026-03-15; 2026-07-27...2026-07-28; hybrid Kyiv, UA; "
        + "Closes 2026-03-15, 23:59 UTC"),
    Line(
      "[Conf](https://a.org) | Closes 2026-03-15 | Vienna, Austria & online",
      "Conf; https://a.org; 2026-03-15; -; hybrid Vienna, AT"),
    Line(
      "* RustLab | Closes 2026-03-15 | Florence, Italy | Event date: 2026-11-09",
      "RustLab; -; 2026-03-15; 2026-11-09; Florence, IT"),
    Line(
      "+ [A \\| B | C](https://a.org/?x=|) | 2026-03-15",
      "A | B | C; https://a.org/?x=|; 2026-03-15; -"),
  ])
  func readsEachFormOfTheLine(line: Line) throws {
    let issue = try read(line.text)
    #expect(issue.calls.count == 1, "\(line.text)")
    let call = try #require(issue.calls.first)
    #expect(summary(of: call.details) == line.expected, "\(line.text)")
    #expect(issue.diagnostics.isEmpty, "\(line.text): \(issue.diagnostics)")
    #expect(issue.isAccountedFor)
  }

  @Test(arguments: [
    ("* [Conf](https://a.org) | ^Rolling deadline | Belgrade, RS | Event on 2026-06-07", "no-date"),
    ("* ^[Conf](https://a.org)", "no-date"),
    ("* ^[Conf](https://a.org) | Utrecht, NL | 2026-05-19 - 2026-05-20", "no-date"),
    ("* [Conf](https://a.org) | Closes ^2026-02-30 | Paris, FR", "invalid-date"),
    ("* [Conf](https://a.org) | Open ^2026-05-03 - 2026-05-01 | Paris, FR", "invalid-date"),
  ])
  func reportsWhatIsNoCall(line: String, code: String) throws {
    let column = try #require(line.utf8.firstIndex(of: UInt8(ascii: "^")))
    let issue = try read(line.filter { $0 != "^" })
    #expect(issue.calls.isEmpty, "\(line)")
    #expect(issue.diagnostics.map(\.code.name) == [code], "\(line)")
    #expect(issue.diagnostics.map(\.severity) == [.error], "\(line)")
    let expected = SourceLocation(
      line: 5, column: line.utf8.distance(from: line.utf8.startIndex, to: column) + 1)
    #expect(issue.diagnostics.map(\.location) == [expected], "\(line)")
    #expect(issue.itemCount == 1 && issue.unreadItemCount == 1 && issue.faultyItemCount == 1)
  }

  @Test(arguments: [
    (
      "* [C](https://a.org) | Closes 2025-02-28 | Paris, FR | 2026-05-13", "2026-02-28",
      "2026-05-13"
    ),
    (
      "* [C](https://a.org) | Closes 2026-02-28 | Paris, FR | 2025-05-13", "2026-02-28",
      "2026-05-13"
    ),
    (
      "* [C](https://a.org) | Closes 2026-06-28 | Paris, FR | 2025-03-13", "2026-06-28",
      "2027-03-13"
    ),
  ])
  func takesAYearThatCannotBeMeantForASlip(line: String, closes: String, starts: String) throws {
    let issue = try read(line)
    let call = try #require(issue.calls.first, "\(line)")
    #expect(call.details.closes.description == closes, "\(line)")
    #expect(call.details.eventDates?.first.description == starts, "\(line)")
    #expect(issue.diagnostics.map(\.code.name) == ["year"], "\(line)")
  }

  @Test func warnsOfAnEventWhoseDaysDoNotExist() throws {
    let issue = try read("* [C](https://a.org) | 2026-04-01 | Paris, FR | 2026-09-31")
    #expect(issue.calls.map { $0.details.eventDates } == [nil])
    #expect(issue.diagnostics.map(\.code.name) == ["invalid-date"])
    #expect(issue.diagnostics.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "*No Calls for papers or presentations were submitted this week.*",
    "* *No Calls for papers or presentations were submitted this week.*",
    "* _No new calls for speakers this week_",
    "Please submit a link through a [PR to TWiR](https://github.com/x) until 2026-03-01!",
    "<!-- * [**name**](URL to CFP)| Date CFP closes in YYYY-MM-DD | 2026-03-01 -->",
    "<!--\n* [**name**](https://a.org)| 2026-03-01 | Paris\n-->",
    "",
  ])
  func takesNoticesAndCommentsForNoContent(text: String) throws {
    let issue = try read(text)
    #expect(issue.calls.isEmpty, "\(text)")
    #expect(issue.itemCount == 0 && issue.diagnostics.isEmpty, "\(text)")
  }

  @Test func readsWhatStandsBesideAComment() throws {
    let issue = try read("<!-- new --> * [C](https://a.org) | 2026-04-01 <!-- | Oslo -->\n<!-- *")
    #expect(issue.calls.map { $0.details.title } == ["C"])
    #expect(issue.calls.map { $0.details.places } == [[]])
  }

  @Test(arguments: [
    "### CFP - Events", "## CFP - Speakers", "### CFP – Speakers:", "#### **CFP - events**",
    "# CFP Events",
  ])
  func findsTheSectionByItsHeading(heading: String) throws {
    var reader = CallReader()
    let text = """
      Date: 2026-02-11

      \(heading)
      ##### Virtual
      * [A](https://a.org) | 2026-04-01
      ### CFP - Projects
      * [B](https://b.org) | 2026-04-01
      ## Upcoming Events
      * [C](https://c.org) | 2026-04-01
      """
    let issue = try reader.read(Array(text.utf8), file: "issue.md")
    #expect(issue.calls.map(\.details.title) == ["A"], "\(heading)")
    #expect(issue.calls.first?.location == SourceLocation(line: 5, column: 3))
    #expect(issue.hasEventsSection)
  }

  @Test func wantsASectionOfEitherKind() {
    var reader = CallReader()
    #expect(throws: IssueReadingError.noEventsSection) {
      try reader.read(Array("Date: 2026-02-11\n\n# News\n".utf8), file: "issue.md")
    }
    #expect(throws: IssueReadingError.noDate) {
      try reader.read(Array("### CFP - Events\n".utf8), file: "issue.md")
    }
  }

  @Test func mendsDamagedText() throws {
    let issue = try read("* [Zürich](https://a.org) | 2026-04-01 | N√ºrnberg, DE")
    #expect(issue.calls.first?.details.places.map(\.city) == ["Nürnberg"])
    #expect(issue.diagnostics.map(\.code.name) == ["mojibake"])
  }

  @Test func countsFindingsBeyondTheLimit() throws {
    let issue = try read(String(repeating: "* [C](https://a.org)\n", count: 1_234))
    #expect(issue.diagnostics.count == 1_000)
    #expect(issue.omittedDiagnosticCount == 234)
    #expect(issue.faultyItemCount == 1_234 && issue.isAccountedFor)
  }

  /// Whatever stands in the section, each item becomes a call or an error.
  @Test func accountsForEveryItemOfRandomText() throws {
    var generator = SeededGenerator(seed: 2_026)
    let pieces = [
      "* ", "[", "](", ")", "|", " ", "https://a.org", "2026-04-01", "Closes", "1 December", "-",
      "to ",
      "\n", "<!--", "-->", "\\", "Paris, FR", "\u{FF}", "é", "[CFP](x)", "14", ",", "2026-13-45",
    ]
    for _ in 0..<300 {
      let count = Int.random(in: 0..<60, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let issue = try read(text)
      #expect(issue.isAccountedFor, "\(text)")
      #expect(issue.itemCount - issue.unreadItemCount == issue.calls.count, "\(text)")
    }
  }

  // MARK: Reading and showing

  /// Reads lines as the section of an issue; the first is the file's fifth.
  private func read(_ lines: String) throws -> EventModel.Issue {
    var reader = CallReader()
    return try reader.read(
      Array("Date: 2026-02-11\nNumber: 638\n\n### CFP - Events\n\(lines)".utf8), file: "issue.md")
  }

  private func summary(of details: CallDetails) -> String {
    var parts = [details.title.string, details.url?.string ?? "-", details.closes.description]
    parts.append(
      details.eventDates.map { $0.isRange ? "\($0.first)...\($0.last)" : "\($0.first)" } ?? "-")
    let places = details.places.map { place in
      [place.city?.string, place.subdivision?.string, place.country?.description]
        .compactMap(\.self).joined(separator: ", ")
    }
    let mode = details.mode == .inPerson ? nil : details.mode.map { "\($0.name)" }
    let place = ([mode].compactMap(\.self) + places).joined(separator: " ")
    if !place.isEmpty { parts.append(place) }
    parts += details.links.map { "\($0.title) \($0.url)" }
    if let description = details.description { parts.append(description.string) }
    return parts.joined(separator: "; ")
  }
}
