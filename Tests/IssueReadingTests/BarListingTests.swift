import EventModel
import Testing

/// The form of 2021-11: all fields in the link's text.
struct BarListingTests {
  @Test(
    arguments: [
      ("Graz, AT | **Title** | Group", "Title", "Graz, AT", "Group"),
      ("Graz, AT| **Title**| Group", "Title", "Graz, AT", "Group"),
      ("Graz, AT | **Title** |Group", "Title", "Graz, AT", "Group"),
      ("Graz, AT | **A | B || C** | Group", "A | B || C", "Graz, AT", "Group"),
      ("Graz, AT | **Title** - Group", "Title", "Graz, AT", "Group"),
      ("Graz, AT | **_New_ Title** | Group", "New Title", "Graz, AT", "Group"),
      ("Graz, AT | Title | Group", "Title", "Graz, AT", "Group"),
      ("Graz, AT | A | B | Group", "A | B", "Graz, AT", "Group"),
      ("Graz, AT | **Title**", "Title", "Graz, AT", ""),
      ("Graz, AT | Title", "Title", "Graz, AT", ""),
      ("New York, NY, US | **Title** | Group", "Title", "New York, NY, US", "Group"),
      ("Various cities | **Title** | Group", "Title", "", "Group"),
    ])
  func readsTheFields(_ text: String, _ title: String, _ place: String, _ group: String) throws {
    let issue = try OlderIssue(
      "### Europe", "* [December 9, 2021 | \(text)](https://example.org)", date: "2021-12-08"
    ).read()
    let listing = try #require(issue.listings.first, "\(text): \(issue.diagnostics)")
    #expect(listing.details.title.string == title, "\(text)")
    #expect(listing.placeSummary == place, "\(text)")
    #expect(
      listing.details.organizers == (group.isEmpty ? [] : [Organizer(name: Text(group), url: nil)]))
    #expect(listing.details.url == "https://example.org")
  }

  @Test func keepsWhatStandsBesideTheBoldPart() throws {
    let issue = try OlderIssue(
      "* [December 9, 2021 | Graz, AT | **Title** (Bring food) | Group](https://example.org)",
      date: "2021-12-08"
    ).read()
    #expect(issue.listings.map(\.details.title) == ["Title"])
    #expect(issue.listings.map(\.details.description) == ["(Bring food)"])
    #expect(issue.listings.first?.details.organizers.map(\.name) == ["Group"])
  }

  @Test func leavesABarThatNoDateStandsBefore() throws {
    let issue = try OlderIssue(
      "### Online", "* [December 9, 2021, Online - Go vs Rust | A talk](https://example.org)",
      date: "2021-12-08"
    ).read()
    #expect(issue.listings.map(\.summary) == ["Go vs Rust | A talk | 2021-12-09 | virtual | "])
    #expect(issue.listings.allSatisfy { $0.details.organizers.isEmpty })
  }
}
