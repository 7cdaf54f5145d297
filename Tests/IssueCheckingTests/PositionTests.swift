import EventModel
import IssueChecking
import Testing

/// What each rule means, marked by `⟦` and `⟧` in the lines of an issue of 2026-02-11.
struct PositionTests {
  /// A rule, lines of an issue, and how often the mend would be edited.
  struct Case: CustomTestStringConvertible, Sendable {
    var code: String
    var lines: String

    init(_ code: String, _ lines: String) {
      self.code = code
      self.lines = lines
    }

    var testDescription: String { "\(code): \(lines.prefix(60))" }
  }

  @Test(arguments: dates + order + doubles + links + form + places + titles + white)
  func marksWhatItMeans(_ example: Case) throws {
    let rule = try #require(CheckRule.rule(named: example.code))
    let issue = MarkedIssue(example.lines)
    let found = try issue.findings([rule])
    let meant = found.map(issue.meant)
    #expect(
      Set(found.map(\.range)) == Set(issue.marks),
      "\(example.code) means \(meant), says \(found.map(\.message))")
    #expect(found.count == issue.marks.count)
  }

  private static let group = "[Rust X](https://x.example.org/)"
  private static let title = "    * [**Hack Night**](https://x.example.org/1)"

  private static let dates = [
    Case("year", "* ⟦2025-02-18⟧ | Berlin, DE | \(group)\n\(title)"),
    Case("year", "* ⟦2024-02-18 - 2024-02-19⟧ | Berlin, DE | \(group)\n\(title)"),
    // No year puts this into the weeks ahead.
    Case("year", "* 2025-06-18 | Berlin, DE | \(group)\n\(title)"),
    Case("past", "* ⟦2026-02-10⟧ | Berlin, DE | \(group)\n\(title)"),
    Case("past", "* 2026-02-10 - 2026-02-11 | Berlin, DE | \(group)\n\(title)"),
    Case("window", "* ⟦2026-03-12⟧ | Berlin, DE | \(group)\n\(title)"),
    Case("window", "* 2026-03-11 - 2026-03-15 | Berlin, DE | \(group)\n\(title)"),
    Case("invalid-date", "* ⟦2026-02-29⟧ | Berlin, DE | \(group)\n\(title)"),
    Case("invalid-date", "* ⟦2026-02-20 - 2026-02-18⟧ | Berlin, DE | \(group)\n\(title)"),
    Case("no-date", "* ⟦Soon | Berlin, DE | \(group)⟧"),
    Case("date-form", "* ⟦2026-2-9⟧ | Berlin, DE | \(group)\n\(title)"),
    Case("date-form", "* ⟦2026-02-19-20⟧ | Berlin, DE | \(group)\n\(title)"),
    Case("date-form", "* ⟦2026-02-19 – 2026-02-20⟧ | Berlin, DE | \(group)\n\(title)"),
    Case("date-form", "* ⟦2026-02-19 & 2026-02-26⟧ | Berlin, DE | \(group)\n\(title)"),
    Case("date-form", "* 2026-02-19 - 2026-02-20 | Berlin, DE | \(group)\n\(title)"),
  ]

  private static let order = [
    Case(
      "date-order",
      """
      ### Europe
      * ⟦2026-02-20 | Berlin, DE | \(group)⟧
      \(title)
      * 2026-02-18 | Paris, FR | \(group)
      \(title)

      ### Asia
      * 2026-02-12 | Tokyo, JP | \(group)
      \(title)
      """),
    Case(
      "city-order",
      """
      ### Virtual
      * 2026-02-18 | Hybrid (Vancouver, BC, CA) | \(group)
      * 2026-02-18 | ⟦Virtual (Girona, ES)⟧ | \(group)
      * 2026-02-18 | ⟦Virtual⟧ | \(group)
      * 2026-02-18 | Virtual (Łódź, PL) | \(group)
      * 2026-02-18 | Virtual (Lyon, FR) | \(group)
      * 2026-02-19 | Virtual (Aarhus, DK) | \(group)
      """),
    // What stands in brackets is another name.
    Case(
      "city-order",
      """
      * 2026-02-18 | Los Angeles, CA, US | \(group)
      * 2026-02-18 | Los Angeles (Chino Hills), CA, US | \(group)
      """),
    Case(
      "heading",
      "### ⟦Online⟧\n### ⟦africa⟧\n### ⟦Asia:⟧\n### ⟦Rust Nation⟧\n### Europe\n### ⟦Europe⟧"),
  ]

  private static let doubles = [
    Case(
      "duplicate",
      """
      ### Europe
      * 2026-02-18 | Berlin, DE | \(group)
      \(title)
      * ⟦2026-02-18 | Berlin, DE | \(group)⟧
      \(title)
      """),
    Case(
      "near-duplicate",
      """
      ### Europe
      * 2026-02-18 | Berlin, DE | \(group)
      \(title)
      * ⟦2026-02-18 | Potsdam, DE | \(group)⟧
      \(title)
      """),
    // A workshop and a meetup of one group have each its own page.
    Case(
      "near-duplicate",
      """
      * 2026-02-18 | Berlin, DE | [X](https://www.meetup.com/x/)
          * [**Rust**](https://www.meetup.com/x/events/300000001/)
      * 2026-02-18 | Berlin, DE | [X](https://www.meetup.com/x/)
          * [**Rust Workshop**](https://www.meetup.com/x/events/300000002/)
      """),
    Case(
      "hybrid-mismatch",
      """
      ### Virtual
      * 2026-02-18 | Hybrid (Berlin, DE) | \(group)
      \(title)

      ### Europe
      * 2026-02-18 | ⟦Berlin, DE⟧ | \(group)
          * [**⟦Hack Day⟧**](https://x.example.org/1)
      """),
    Case(
      "hybrid-mismatch",
      """
      ### Virtual
      * 2026-02-18 | Hybrid (Berlin, DE) | \(group)
      \(title)

      ### Europe
      * ⟦2026-02-18 - 2026-02-19⟧ | Berlin, DE + Virtual | \(group)
      \(title)
      """),
    Case(
      "url-two-dates",
      """
      * 2026-02-18 | Berlin, DE | [X](https://www.meetup.com/x/)
          * [**Rust**](https://www.meetup.com/x/events/300000001/)
      * ⟦2026-03-04⟧ | Berlin, DE | [X](https://www.meetup.com/x/)
          * [**Rust**](https://www.meetup.com/de-DE/x/events/300000001)
      """),
    // A group's own link names no occurrence.
    Case(
      "url-two-dates",
      """
      * 2026-02-18 | Berlin, DE | [X](https://luma.com/rust-x)
      * 2026-03-04 | Berlin, DE | [X](https://luma.com/rust-x)
      """),
  ]

  private static let links = [
    Case("broken-link", "* 2026-02-18 | Berlin, DE | ⟦[X] (https://x.example.org)⟧\n\(title)"),
    Case("broken-link", "* 2026-02-18 | Berlin, DE | ⟦[X]https://x.example.org/)⟧\n\(title)"),
    Case("broken-link", "* 2026-02-18 | Berlin, DE | ⟦(X)(https://x.example.org/)⟧\n\(title)"),
    Case("broken-link", "* 2026-02-18 | Berlin, DE | ⟦[X]()⟧\n\(title)"),
    Case("broken-link", "* 2026-02-18 | Berlin, DE | ⟦[X][nowhere]⟧\n\(title)"),
    Case("broken-link", "* 2026-02-18 | Berlin, DE | [X][Here]\n\(title)\n\n[here]: https://x.org"),
    Case("broken-link", "* 2026-02-18 | Berlin, DE | \(group)⟦]⟧\n\(title)"),
    Case(
      "broken-link",
      "* 2026-02-18 | Berlin, DE | \(group)\n    * [**A** [Postponed]](https://a.org)"),
    Case(
      "url-tracking",
      "* 2026-02-18 | Berlin, DE | [X](https://x.org/?⟦utm_source=a&utm_medium=b⟧)\n\(title)"),
    Case("url-tracking", "* 2026-02-18 | Berlin, DE | [X](https://x.org/?id=3)\n\(title)"),
    Case(
      "url-redirect",
      "* 2026-02-18 | X | [X](⟦https://www.google.com/url?q=https://x.org/&sa=D⟧)\n\(title)"),
    Case("url-locale", "* 2026-02-18 | X | [X](https://www.meetup.com/⟦pt-BR⟧/x/)\n\(title)"),
    Case("url-locale", "* 2026-02-18 | X | [X](https://learn.example.org/en-us/x/)\n\(title)"),
    Case(
      "group-mismatch",
      """
      * 2026-02-18 | Berlin, DE | [X](https://www.meetup.com/y/)
          * [**Rust**](⟦https://www.meetup.com/x/events/300000001/⟧)
      * 2026-02-19 | Berlin, DE | [X](https://www.meetup.com/X/) + [Y](https://www.meetup.com/y/)
          * [**Rust**](https://www.meetup.com/x/events/300000002/)
      """),
  ]

  private static let form = [
    Case("fields", "* 2026-02-18⟦| ⟧Berlin, DE⟦|⟧\(group)\n\(title)"),
    Case("fields", "* 2026-02-18⟦ || ⟧\(group)\n\(title)"),
    Case("fields", "* 2026-02-18 | Berlin, DE⟦, ⟧\(group)\n\(title)"),
    Case("fields", "⟦- ⟧2026-02-18 | Berlin, DE | \(group)\n\(title)"),
    Case("fields", "* 2026-02-18 | Berlin, DE | \(group) ⟦|⟧\n\(title)"),
    Case("fields", "* 2026-02-18 | Berlin, DE | ⟦Rust X⟧\n\(title)"),
    Case("fields", "* 2026-02-18 | Berlin, DE | \(group) + \(group)\n\(title)"),
    Case("subline", "* ⟦2026-02-18 | Berlin, DE | \(group)⟧"),
    Case("subline", "* 2026-02-18 | Berlin, DE | \(group)\n⟦  * [**A**](https://a.org)⟧"),
    Case("subline", "* 2026-02-18 | Berlin, DE | \(group)\n⟦    - [**A**](https://a.org)⟧"),
    Case("subline", "* 2026-02-18 | Berlin, DE | \(group)\n⟦\t* [**A**](https://a.org)⟧"),
    Case("subline", "* 2026-02-18 | Berlin, DE | \(group)\n⟦    * [A](https://a.org)⟧"),
    Case("subline", "* 2026-02-18 | Berlin, DE | \(group)\n⟦    * $[**A**](https://a.org)⟧"),
    Case(
      "subline",
      "* 2026-02-18 | Berlin, DE | \(group)\n    * [**A**](https://a.org) | [Mirror](https://b.org)"
    ),
    Case("mode-form", "* 2026-02-18 | ⟦Virtual( Kampala, UG)⟧ | \(group)\n\(title)"),
    Case("mode-form", "* 2026-02-18 | ⟦Hybrid: Virtual and In-Person (Kyiv, UA)⟧ | \(group)"),
    Case("mode-form", "* 2026-02-18 | ⟦Online⟧ | \(group)\n\(title)"),
    Case("mode-form", "* 2026-02-18 | Frankfurt (Main), DE | \(group)\n\(title)"),
    Case(
      "mode-region",
      """
      ### Virtual
      * 2026-02-18 | Virtual | \(group)
      * 2026-02-18 | ⟦Berlin, DE⟧ | \(group)

      ### Europe
      * 2026-02-18 | ⟦Virtual (Berlin, DE)⟧ | \(group)
      * 2026-02-18 | Hybrid (Berlin, DE) | \(group)
      """),
    // The custom of 2022.
    Case("mode-region", "### Virtual\n* 2026-02-18 | Berlin, DE | \(group)\n\(title)"),
  ]

  private static let places = [
    Case("region", "### Europe\n* 2026-02-18 | ⟦Mountain View, CA, US⟧ | \(group)\n\(title)"),
    Case("region", "### Asia\n* 2026-02-18 | Istanbul, TR | \(group)\n\(title)"),
    Case("country", "### Europe\n* 2026-02-18 | Graz, ⟦AU⟧ | \(group)\n\(title)"),
    Case("country", "### Virtual\n* 2026-02-18 | Virtual (Linz, ⟦AU⟧) | \(group)\n\(title)"),
    Case("place-code", "### Oceania\n* 2026-02-18 | Perth, WA, ⟦AUS⟧ | \(group)\n\(title)"),
    Case("place-code", "### Oceania\n* 2026-02-18 | Brisbane, ⟦QL⟧, AU | \(group)\n\(title)"),
    Case("place-code", "* 2026-02-18 | Oslo, ⟦No⟧ | \(group)\n\(title)"),
    Case(
      "place-code",
      "* 2026-02-18 | London, ⟦GB⟧ | \(group)\n* 2026-02-19 | Virtual (Cardiff, UK) | \(group)"),
    Case("place-code", "* 2026-02-18 | London, GB | \(group)\n\(title)"),
    Case(
      "place-variant",
      """
      * 2026-02-18 | Munich, DE | \(group)
      * 2026-02-19 | ⟦Munich, Germany⟧ | \(group)
      * 2026-02-20 | Munich, DE | \(group)
      * 2026-02-21 | Berlin, DE | \(group)
      """),
  ]

  private static let titles = [
    Case("title-date", titled("⟦January⟧ Meetup")),
    Case("title-date", titled("⟦March 2026⟧ Meetup")),
    Case("title-date", titled("Second ⟦Tuesday⟧")),
    Case("title-date", titled("Rust Days (⟦Feb 19-20⟧)")),
    Case("title-date", titled("Rust Days, ⟦19th of February⟧")),
    Case("title-date", titled("Rust Days (Feb 17-19)")),
    Case("title-date", titled("Rust Days 17 Feb - 1 Mar")),
    Case("title-date", titled("Third Wednesday, February 18th, 2026")),
    Case("title-date", titled("A Talk (RSVP by 12 Feb)")),
    Case("title-date", titled("May the Borrow Checker Be with You")),
    Case("title-placeholder", titled("Topic ⟦TBD⟧!")),
    Case("title-placeholder", titled("Outbad and Tbapp")),
    Case(
      "title-placeholder", "* 2026-02-18 | Berlin, DE | \(group)\n    * ⟦[****](https://a.org)⟧"),
  ]

  /// A Wednesday.
  private static func titled(_ title: String) -> String {
    "* 2026-02-18 | Berlin, DE | \(group)\n    * [**\(title)**](https://a.org)"
  }

  private static let white = [
    Case("white-space", "* 2026-02-18 | Berlin,⟦  ⟧DE | \(group)⟦ ⟧\n\(title)⟦\t⟧"),
    Case(
      "white-space", "### Europe⟦ ⟧\n* 2026-02-18 | New⟦\u{A0}⟧York, NY, US | \(group)\n\(title)"),
    Case("white-space", titled("Rust⟦\u{200B} ⟧Night")),
    Case("mojibake", "* 2026-02-18 | N⟦√º⟧rnberg, DE | \(group)\n\(title)"),
  ]
}
