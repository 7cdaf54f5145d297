import EventModel
import Testing

/// Every way in which an editor's hand or a file's way has damaged a listing: all read as meant.
struct SlipTests {
  private static let sound = """
    ### Europe
    * 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example)
        * [**Rust Night**](https://e.example)
    """

  private static func lines(
    _ main: String, _ sub: String = "    * [**Rust Night**](https://e.example)"
  )
    -> String
  {
    "### Europe\n\(main)\n\(sub)"
  }

  private static let main = "* 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example)"

  @Test(arguments: [
    "* 2026-02-12| Berlin, DE| [Rust Berlin](https://g.example)",
    "* 2026-02-12 |Berlin, DE |[Rust Berlin](https://g.example)",
    "* 2026-02-12|Berlin, DE|[Rust Berlin](https://g.example)",
    "* 2026-02-12 | Berlin, DE || [Rust Berlin](https://g.example)",
    "* 2026-02-12 | Berlin, DE | | [Rust Berlin](https://g.example)",
    "* 2026-02-12 | Berlin, DE, [Rust Berlin](https://g.example)",
    "* 2026-02-12 | Berlin, DE [Rust Berlin](https://g.example)",
    "* 2026-02-12 | Berlin, DE - [Rust Berlin](https://g.example)",
    "* 2026-02-12 Berlin, DE | [Rust Berlin](https://g.example)",
    "* 2026-02-12 - Berlin, DE | [Rust Berlin](https://g.example)",
    "* 2026-02-12 – Berlin, DE | [Rust Berlin](https://g.example)",
    "* 2026-02-12, Berlin, DE | [Rust Berlin](https://g.example)",
    "* 2026-02-12. Berlin, DE | [Rust Berlin](https://g.example)",
    "* 2026-02-12: Berlin, DE | [Rust Berlin](https://g.example)",
    "* 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example) |",
    "* 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example).",
    "* 2026-2-12 | Berlin, DE | [Rust Berlin](https://g.example)",
    "* 2026-02-12 | Berlin, DE | [Rust Berlin] (https://g.example)",
    "* 2026-02-12 | Berlin, DE | $[Rust Berlin](https://g.example)",
    "* 2026-02-12 | Berlin, DE | [**Rust Berlin**](https://g.example)",
    "* 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example",
    "* 2026-02-12 | Berlin, DE | [Rust Berlin]( https://g.example )",
    "* 2026-02-12 | Berlin, DE | [Rust Berlin](<https://g.example>)",
    "* 2026-02-12 | Berlin, DE | [Rust Berlin][group]\n\n[group]: https://g.example\n",
    "*\t2026-02-12\t|\tBerlin, DE\t|\t[Rust Berlin](https://g.example)",
    "*\u{A0}2026-02-12\u{A0}|\u{A0}Berlin,\u{A0}DE\u{A0}|\u{A0}[Rust\u{A0}Berlin](https://g.example)",
    "*  2026-02-12  |  Berlin,  DE  |  [Rust  Berlin](https://g.example)  ",
    "*2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example)",
    "- 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example)",
    "+ 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example)",
    "• 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example)",
    " * 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example)",
    "  * 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example)",
    "2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example)",
    "* 2025-02-12 | Berlin, DE | [Rust Berlin](https://g.example)",
    "* 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example) <!-- note -->",
    "* 2026-02-12 | Berlin, de | [Rust Berlin](https://g.example)\n",
  ])
  func mainLineIsReadAsMeant(line: String) throws {
    let found = try Samples.listings(Self.lines(line)).map(Self.withoutLine)
    #expect(try found == Samples.listings(Self.sound).map(Self.withoutLine))
  }

  @Test(arguments: [
    "    * [Rust Night](https://e.example)", "    * $[**Rust Night**](https://e.example)",
    "    * [***Rust Night**](https://e.example)", "    * [**Rust Night](https://e.example)",
    "    * **[Rust Night](https://e.example)**", "    * [**Rust Night**] (https://e.example)",
    "    * [**Rust Night**](https://e.example", "    * [**Rust Night**](https://e.example).",
    "    *[**Rust Night**](https://e.example)", "    - [**Rust Night**](https://e.example)",
    "    + [**Rust Night**](https://e.example)", "    • [**Rust Night**](https://e.example)",
    "  * [**Rust Night**](https://e.example)", " * [**Rust Night**](https://e.example)",
    "\t* [**Rust Night**](https://e.example)", "* [**Rust Night**](https://e.example)",
    "        * [**Rust Night**](https://e.example)", "    [**Rust Night**](https://e.example)",
    "\n    * [**Rust Night**](https://e.example)", "    * [**Rust  Night**](https://e.example)  ",
    "    * [**Rust\u{A0}Night**](https://e.example)\u{A0}",
    "    * [**Rust Night**](https://e.example \"Rust\")",
    "    * [__Rust Night__](https://e.example)",
    "    * [**Rust Night**][event]\n[event]: https://e.example",
    "    * [**Rust Night**](https://e.example) <!-- x -->",
    "<!-- x -->\n    * [**Rust Night**](https://e.example)",
    "<!--\n    * [**Hidden**](https://h.example)\n-->\n    * [**Rust Night**](https://e.example)",
    "    * [**Rust Night**](https://e.example) \\",
  ])
  func indentedItemIsReadAsMeant(item: String) throws {
    let found = try Samples.listings(Self.lines(Self.main, item)).map(Self.withoutLine)
    #expect(try found == Samples.listings(Self.sound).map(Self.withoutLine))
  }

  private static func withoutLine(_ listing: ReadListing) -> ReadListing {
    var listing = listing
    listing.line = 0
    return listing
  }

  @Test(arguments: [
    ("Bangalore, IN, [Rust India](https://g.example)", "Bangalore", AttendanceMode.inPerson),
    ("Virtual (Linz, AT) [Rust Linz](https://g.example)", "Linz", .virtual),
    ("Virtual (Linz, AT)| [Rust Linz](https://g.example)", "Linz", .virtual),
    ("Hybrid (Linz, AT) || [Rust Linz](https://g.example)", "Linz", .hybrid),
  ])
  func missingBarsAreFound(line: String, city: String, mode: AttendanceMode) throws {
    let listing = try #require(try Samples.issue("* 2026-02-12 | \(line)").listings.first)
    #expect(listing.details.places.map(\.city?.string) == [city])
    #expect(listing.details.mode == mode)
    #expect(listing.details.organizers.map(\.url) == ["https://g.example"])
  }

  @Test func emptyPlaceBetweenTwoBars() throws {
    let listing = try #require(
      try Samples.issue(
        """
        ### Virtual
        * 2026-02-12 || [BetterCode](https://g.example)
            * $[**betterCode() Rust**](https://e.example)
        """
      ).listings.first)
    #expect(listing.details.places.isEmpty)
    #expect(listing.details.mode == .virtual)
    #expect(listing.details.title == "betterCode() Rust")
    #expect(listing.details.organizers.map(\.name) == ["BetterCode"])
  }
}
