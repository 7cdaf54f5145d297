import EventModel
import Testing

/// Listings that begin with their date.
struct DashListingTests {
  @Test(
    arguments: [
      "* [Jun 20. Rust Night](https://example.org/a)",
      "* [6/20, Rust Night](https://example.org/a).",
      "* 6/20. [Rust Night](https://example.org/a)",
      "* **[Jun 20. Rust Night](https://example.org/a)**.",
      "* *[Jun 20. Rust Night](https://example.org/a).*",
      "[June 20 - Rust Night](https://example.org/a).",
      "* [**Jun 20** - Rust Night](https://example.org/a)",
      "* [Jun 20](https://example.org/a): Rust Night.",
      "* [Jun 20. Rust Night][a]", "* [Jun 20. Rust Night] (https://example.org/a)",
      "  * [Jun 20. Rust\n    Night](https://example.org/a)",
      "* [Jun 20. Rust Night](\nhttps://example.org/a)",
    ])
  func readsTitleAndLink(_ line: String) throws {
    let issue = try OlderIssue(line, "", "[a]: https://example.org/a").read()
    #expect(issue.listings.map(\.summary) == ["Rust Night | 2017-06-20 | - | "], "\(line)")
    #expect(issue.listings.map(\.details.url) == ["https://example.org/a"], "\(line)")
    #expect(issue.listings.allSatisfy { $0.details.links.isEmpty && $0.details.organizers.isEmpty })
    #expect(issue.listings.allSatisfy { $0.details.description == nil }, "\(line)")
  }

  @Test func readsALineWithoutLink() throws {
    let issue = try OlderIssue("* 6/20. Team Meeting at the lake.").read()
    #expect(issue.listings.map(\.summary) == ["Team Meeting at the lake | 2017-06-20 | - | "])
    #expect(issue.listings.map(\.details.url) == [nil])
  }

  @Test func keepsTheTextBesideTheLink() throws {
    let issue = try OlderIssue(
      "* [Jun 20. Sydney Meetup](https://example.org). With two guests", "  and tea.",
      "Nothing else belongs to it, but for this line.", "", "Prose."
    ).read()
    #expect(
      issue.listings.map(\.details.description) == [
        "With two guests and tea. Nothing else belongs to it, but for this line"
      ])
    #expect(issue.itemCount == 1 && issue.diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      (" [Postponed].", EventStatus.postponed), (" [Cancelled]", .cancelled),
      (" - CANCELED", .cancelled), (". Registration is open.", .scheduled),
    ])
  func readsTheStatusBehindTheLink(_ text: String, _ status: EventStatus) throws {
    let issue = try OlderIssue("* [Jun 20. Berlin, DE - Night](https://example.org)\(text)").read()
    #expect(issue.listings.map(\.details.status) == [status])
    #expect(issue.listings.map(\.details.title) == ["Night"])
  }

  @Test func readsFurtherLinksOfTheSameEvent() throws {
    let issue = try OlderIssue(
      "* [Jun 20. Night](https://example.org/a) ([translation](https://example.org/b))",
      "    * [Slides](https://example.org/c)", "    * [Again](https://example.org/a)"
    ).read()
    #expect(issue.listings.map(\.details.title) == ["Night"])
    #expect(
      issue.listings.first?.details.links.map(\.url) == [
        "https://example.org/b", "https://example.org/c",
      ])
  }

  @Test func readsSeveralEventsOfOneItem() throws {
    let issue = try OlderIssue(
      "* [Jun 20. Paris - A](https://example.org/a), [Jun 21. B](https://example.org/b)"
    ).read()
    #expect(
      issue.listings.map(\.summary) == [
        "A | 2017-06-20 | inPerson | Paris, FR", "B | 2017-06-21 | - | ",
      ])
    #expect(issue.listings.allSatisfy { $0.details.links.isEmpty })
    #expect(Set(issue.listings.map(\.location.line)) == [6])
  }

  @Test func readsThePlaceBetweenDateAndLink() throws {
    let issue = try OlderIssue("* Jun 20. Berlin - [Talks](https://example.org)").read()
    #expect(issue.listings.map(\.summary) == ["Talks | 2017-06-20 | inPerson | Berlin, DE"])
    #expect(issue.listings.map(\.details.description) == [nil])
  }

  @Test func readsALinkInTheMiddleAsPartOfTheTitle() throws {
    let issue = try OlderIssue("* 6/20. Rust at the [Great Conference](https://example.org).")
      .read()
    #expect(issue.listings.map(\.details.title) == ["Rust at the Great Conference"])
    #expect(issue.listings.map(\.details.url) == ["https://example.org"])
  }

  @Test func readsTheLaterFormWithASpelledDate() throws {
    let issue = try OlderIssue(
      "* June 20 | Berlin, DE | [Group](https://example.org/g)",
      "    * [**Title**](https://example.org/t)"
    ).read()
    #expect(issue.listings.map(\.summary) == ["Title | 2017-06-20 | inPerson | Berlin, DE"])
    #expect(issue.listings.first?.details.organizers.map(\.name) == ["Group"])
  }

  @Test func startsAnItemForEachDateWhateverTheIndentation() throws {
    let issue = try OlderIssue(
      "* [Jun 20. A](https://example.org/a)", "  * [Jun 21. B](https://example.org/b)",
      " [Jun 22. C](https://example.org/c)", "* [Jun 23. D](https://example.org/d)"
    ).read()
    #expect(issue.listings.map(\.details.title) == ["A", "B", "C", "D"])
    #expect(issue.listings.map(\.location.line) == [6, 7, 8, 9])
  }

  @Test func makesNoEventOfACallsDeadline() throws {
    let issue = try OlderIssue("* [Jun 20. Some Conf CFP deadline](https://example.org)").read()
    #expect(issue.listings.isEmpty && issue.diagnostics.map(\.code) == [.unreadable])
  }

  @Test func reportsADateWithoutTitle() throws {
    let issue = try OlderIssue("* [Jun 20](https://example.org)").read()
    #expect(issue.listings.isEmpty && issue.diagnostics.map(\.code) == [.unreadable])
  }
}
