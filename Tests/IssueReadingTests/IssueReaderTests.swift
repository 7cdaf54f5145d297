import EventModel
import IssueReading
import Testing

struct IssueReaderTests {
  private static let listing = """
    * 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example)
        * [**Rust Night**](https://e.example)
    """

  private static func read(
    _ file: String, name: Text = "issue.md", fallback: CivilDate? = nil
  ) throws -> EventModel.Issue {
    var reader = IssueReader()
    return try reader.read(Array(file.utf8), file: name, fallbackDate: fallback)
  }

  @Test func readsAllFieldsOfAListing() throws {
    let issue = try Samples.issue("### Europe\n" + Self.listing)
    let listing = try #require(issue.listings.first)
    let place = EventModel.Place(
      city: "Berlin", country: CountryCode("DE"),
      coordinates: listing.details.places.first?.coordinates, timeZone: "Europe/Berlin")
    #expect(
      listing
        == Listing(
          details: EventDetails(
            title: "Rust Night", dates: EventDates(try Samples.day("2026-02-12")), mode: .inPerson,
            regions: RegionSet(.europe), places: [place],
            organizers: [Organizer(name: "Rust Berlin", url: "https://g.example")],
            url: "https://e.example"),
          location: SourceLocation(line: Samples.firstLine + 1, column: 3)))
    #expect(issue.itemCount == 1)
    #expect(issue.unreadItemCount == 0)
    #expect(issue.diagnostics.isEmpty)
    #expect(issue.reference.number == 638)
    #expect(issue.reference.file == "2026-02-11-this-week-in-rust.md")
  }

  // MARK: Files

  @Test func fileWithoutSectionIsNone() throws {
    #expect(throws: IssueReadingError.noEventsSection) {
      try Self.read("Date: 2026-02-11\n\n## Jobs\n" + Self.listing)
    }
    #expect(throws: IssueReadingError.noEventsSection) { try Self.read("") }
  }

  @Test func dateIsThatOfTheFrontMatterElseOfTheNameElseTheOneGiven() throws {
    let section = "## Upcoming Events\n" + Self.listing
    let fallback = try Samples.day("2026-02-03")
    let named: Text = "2026-02-02-this-week-in-rust.md"
    #expect(throws: IssueReadingError.noDate) { try Self.read(section) }
    #expect(try Self.read(section, fallback: fallback).reference.date == fallback)
    let byName = try Self.read(section, name: named, fallback: fallback)
    #expect(byName.reference.date.description == "2026-02-02")
    let byMatter = try Self.read("Date: 2026-02-01\n\n" + section, name: named)
    #expect(byMatter.reference.date.description == "2026-02-01")
  }

  @Test func emptySectionHasNoListings() throws {
    let issue = try Samples.issue("")
    #expect(issue.listings.isEmpty)
    #expect(issue.hasEventsSection)
    #expect(issue.itemCount == 0)
  }

  @Test(arguments: ["", "\u{FEFF}"], ["\n", "\r\n"])
  func endsOfLinesAndByteOrderMarksDoNotMatter(mark: String, newline: String) throws {
    let file = "Number: 638\nDate: 2026-02-11\n\n## Upcoming Events\n### Europe\n" + Self.listing
    let damaged = mark + file.replacing("\n", with: newline)
    #expect(try Self.read(damaged).listings == Self.read(file).listings)
    #expect(try Self.read(damaged + newline).listings == Self.read(file).listings)
  }

  @Test func oneReaderReadsManyIssues() throws {
    var reader = IssueReader()
    let first =
      "Date: 2026-02-11\n\n## Upcoming Events\n* 2026-02-12 | X | [Group][g]\n\n[g]: https://"
    let one = try reader.read(Array((first + "one.example\n").utf8), file: "a")
    let two = try reader.read(Array((first + "two.example\n").utf8), file: "b")
    #expect(one.listings.map(\.details.url) == ["https://one.example"])
    #expect(two.listings.map(\.details.url) == ["https://two.example"])
    #expect(two.diagnostics.isEmpty)
    #expect(two.itemCount == 1)
  }

  @Test func largeFilesAreReadLikeSmallOnes() throws {
    let file = Samples.file("### Europe\n" + Self.listing)
    let large = file + Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
    #expect(try Samples.read(large).listings == Samples.read(file).listings)
  }

  // MARK: Items

  @Test func severalIndentedItemsAreEventsOfTheirOwn() throws {
    let listings = try Samples.issue(
      Self.listing + "\n    * [**Workshop**](https://w.example)\n    * Unlinked talk"
    ).listings
    #expect(listings.map(\.details.title) == ["Rust Night", "Workshop", "Unlinked talk"])
    #expect(
      listings.map(\.details.url) == [
        "https://e.example", "https://w.example", "https://g.example",
      ])
    #expect(Set(listings.map(\.location)).count == 1)
    #expect(Set(listings.map(\.details.places)).count == 1)
  }

  @Test(arguments: [
    "Mirror", "New York Mirror", "**Mirror**", "***Mirror**", "Alt link", "Livestream", "Stream",
    "Recording", "Tickets", "RSVP", "Slides",
  ])
  func itemsThatSayThatTheyAreOtherLinksAreNoEvents(text: String) throws {
    let listings = try Samples.issue(Self.listing + "\n    * [\(text)](https://m.example)").listings
    #expect(listings.map(\.details.title) == ["Rust Night"])
    #expect(listings.first?.details.links.map(\.url) == ["https://m.example"])
  }

  @Test(arguments: [
    ("https://e.example", 0), ("https://e.example/", 0), ("https://g.example", 0),
    ("https://m.example", 1),
  ])
  func linksAreWithoutThoseKnown(url: String, count: Int) throws {
    let listing = try Samples.issue(Self.listing + "\n    * [Mirror](\(url))").listings.first
    #expect(listing?.details.links.count == count)
  }

  @Test func groupIsTheTitleWhereNoItemStands() throws {
    let details = try #require(
      try Samples.issue("* 2026-02-12 | Berlin, DE | [Rust Berlin](https://g.example)").listings
        .first
    ).details
    #expect(details.title == "Rust Berlin")
    #expect(details.url == "https://g.example")
    #expect(details.organizers.map(\.name) == ["Rust Berlin"])
  }

  @Test func daysThatDoNotAdjoinAreSeveralEvents() throws {
    let listings = try Samples.listings(
      "* 2026-02-12 & 02-19 | Berlin, DE | [G](https://g.example)\n    * [A](a)\n    * [B](b)")
    #expect(
      listings.map { "\($0.title) \($0.first)" } == [
        "A 2026-02-12", "A 2026-02-19", "B 2026-02-12", "B 2026-02-19",
      ])
  }

  @Test(arguments: [
    ("[Cancelled] Rust Night", "[Cancelled] Rust Night", EventStatus.cancelled),
    ("Cancelled", "G", .cancelled), ("POSTPONED", "G", .postponed),
    ("Rust Night (postponed)", "Rust Night (postponed)", .postponed),
    ("Rescheduled", "Rescheduled", .scheduled), ("Moved to June", "Moved to June", .scheduled),
  ])
  func statusStandsInTheTitle(text: String, title: String, status: EventStatus) throws {
    let markdown = text.replacing("[", with: "\\[").replacing("]", with: "\\]")
    let listing = try Samples.listings(
      "* 2026-02-12 | Berlin, DE | [G](https://g.example)\n    * [**\(markdown)**](https://e.example)"
    ).first
    #expect(listing?.title == title)
    #expect(listing?.status == status)
  }

  @Test(arguments: [
    "    * [**T**](https://e.example) [Cancelled]", "    * [**T**](https://e.example) CANCELLED",
    "    * [Cancelled] [**T**](https://e.example)",
  ])
  func statusStandsBesideTheTitle(item: String) throws {
    let listing = try Samples.listings("* 2026-02-12 | X | [G](https://g.example)\n\(item)").first
    #expect(listing?.status == .cancelled)
    #expect(listing?.title == "T")
  }

  @Test func textBesideLinksIsTheDescription() throws {
    let listing = try Samples.listings(
      "* 2026-02-12 | X | 6:30pm - CCC, [G](https://g.example)\n    * [T](https://e.example) with food"
    ).first
    #expect(listing?.note == "6:30pm - CCC; with food")
  }

  // MARK: What is no listing

  @Test(arguments: [
    "Rusty Events between 2026-02-11 - 2026-03-11 🦀", "If you are running a Rust event", "",
    "[ref]: https://x.example", "<!-- * 2026-02-12 | X | [G](https://g.example) -->",
    "<!--\n* 2026-02-12 | X | [G](https://g.example)\n-->", "---", "*emphasis* only",
    "Please add 2026-02-12 to your calendar: [here](https://x.example)",
  ])
  func proseCommentsAndDefinitionsAreNoListings(text: String) throws {
    let issue = try Samples.issue(text + "\n")
    #expect(issue.listings.isEmpty)
    #expect(issue.diagnostics.isEmpty)
    #expect(issue.itemCount == 0)
  }

  @Test func commentEndsWhereItEnds() throws {
    let issue = try Samples.issue(
      "<!-- a\nb --> c\n" + Self.listing + "\n<!-- never closed\n* 2026")
    #expect(issue.listings.map(\.details.title) == ["Rust Night"])
  }

  @Test func headingsEndAnItem() throws {
    let listings = try Samples.listings(
      "### Asia\n" + Self.listing + "\n### Europe\n" + Self.listing)
    #expect(listings.map(\.first).count == 2)
    #expect(try Samples.codes("### Asia\n" + Self.listing) == ["region"])
  }
}
