import EventModel
import Testing

/// Place and title of the forms that have no field for either.
struct PlacedTitleTests {
  /// Before mid 2018, without region headings.
  @Test(
    arguments: [
      ("Durham, NC - Hack Night - Intro", "Hack Night - Intro", "Durham, NC, US"),
      ("Boulder, CO - Hack Night", "Hack Night", "Boulder, CO, US"),
      ("Vancouver, CA - Study Night", "Study Night", "Vancouver, CA"),
      ("Montreal, CA - Study Night", "Study Night", "Montreal, CA"),
      ("Mountain View, CA - Study Night", "Study Night", "Mountain View, CA, US"),
      ("Berlin, DE - Study Night", "Study Night", "Berlin, DE"),
      ("Paris - Rust Paris", "Rust Paris", "Paris, FR"),
      ("Milano - Serata Rust", "Serata Rust", "Milano, IT"),
      ("Cologne: Coding Live", "Coding Live", "Cologne, DE"),
      ("Zurich / Switzerland: Talk: Types", "Talk: Types", "Zurich, CH"),
      ("Germany/Cologne - Hack", "Hack", "Cologne, DE"),
      ("Mangalore, India - Conf", "Conf", "Mangalore, IN"),
      ("Delhi, IN- Workshop", "Workshop", "Delhi, IN"),
      ("Karlsruhe, DE -Hack and Meet", "Hack and Meet", "Karlsruhe, DE"),
      ("Nowhereville, US - Open Night", "Open Night", "Nowhereville, US"),
      ("RustFest - Kyiv, Ukraine", "RustFest", "Kyiv, UA"),
      ("Rust Belt 2017 - Columbus OH", "Rust Belt 2017", "Columbus, OH, US"),
      ("Triangle Group - Durham, NC - Hack", "Triangle Group - Hack", "Durham, NC, US"),
      ("Rust Conf in Pittsburgh, US", "Rust Conf in Pittsburgh, US", "Pittsburgh, US"),
      ("Some Conf. Boulder, CO", "Some Conf. Boulder, CO", "Boulder, CO, US"),
      ("Rust Meetup, Irving, TX", "Rust Meetup, Irving, TX", "Irving, TX, US"),
      ("Rust Durham, NC - Hello", "Rust Durham, NC - Hello", "Durham, NC, US"),
      ("Rust Table Darmstadt / Germany", "Rust Table Darmstadt / Germany", "Darmstadt, DE"),
      ("Frankfurt/Germany Rust Night", "Frankfurt/Germany Rust Night", "Frankfurt, DE"),
      ("Rust Meetup Stuttgart (Germany)", "Rust Meetup Stuttgart (Germany)", "Stuttgart, DE"),
      ("Rust @ Guna, MP India", "Rust @ Guna, MP India", "Guna, MP, IN"),
      ("Berlin", "Berlin", "Berlin, DE"), ("NYC", "NYC", "NYC, US"),
      ("Cologne, Germany", "Cologne, Germany", "Cologne, DE"),
      ("Washington, DC", "Washington, DC", "Washington, DC, US"),
      ("Lithuania", "Lithuania", "LT"), ("Florence (@venue)", "Florence (@venue)", "Florence, IT"),
    ])
  func findsThePlace(_ text: String, _ title: String, _ place: String) throws {
    let issue = try OlderIssue("* [Jun 20. \(text)](https://example.org)").read()
    let listing = try #require(issue.listings.first, "\(text): \(issue.diagnostics)")
    #expect(listing.details.title.string == title, "\(text)")
    #expect(listing.placeSummary == place, "\(text)")
    #expect(listing.details.mode == .inPerson, "\(text)")
  }

  /// A city inside a group's name is no place, and neither is a title's first word.
  @Test(
    arguments: [
      "Seattle Rust Meetup", "OpenTechSchool Berlin - Hack and Learn", "Rust Paris: Talks",
      "Rust - Modern Programming", "Rust Cologne/Bonn: Open Night", "Rust DC: Ownership",
      "Rust, Data, and Science", "Eat– Drink– Rust! Meetup", "Some Conf 2017 Belgium - Meeting",
      "Rust/WASM course", "Underhanded Contest - Submission", "Rust Boulder/Denver - Hello",
    ])
  func findsNoPlace(_ text: String) throws {
    let issue = try OlderIssue("* [Jun 20. \(text)](https://example.org)").read()
    let listing = try #require(issue.listings.first, "\(text): \(issue.diagnostics)")
    #expect(listing.details.title.string == text)
    #expect(listing.placeSummary == "", "\(text)")
    #expect(listing.details.mode == nil && listing.details.regions == [], "\(text)")
  }

  /// Since mid 2018, under headings.
  @Test(
    arguments: [
      ("Online", "Edinburgh, UK - Remote - Talks", "Talks", "virtual", "Edinburgh, GB"),
      ("Online", "Online - Community Call - Demo", "Community Call - Demo", "virtual", ""),
      ("Online", "Malaysia - Rust Night", "Rust Night", "virtual", "MY"),
      ("Online", "DE - Linux Days - A talk", "Linux Days - A talk", "virtual", "DE"),
      ("Online", "Global, RustFest Global", "RustFest Global", "virtual", ""),
      ("Online", "RustLab", "RustLab", "virtual", ""),
      ("Online", "Berlin, DE & Remote - Talks", "Talks", "hybrid", "Berlin, DE"),
      ("Online", "Virtual (Linz, AT) - Talks", "Talks", "virtual", "Linz, AT"),
      ("Europe", "London/Remote, UK - Talks", "Talks", "hybrid", "London, GB"),
      ("Europe", "Talk in London/Remote, UK", "Talk in London/Remote, UK", "virtual", ""),
      ("Europe", "Berlin, DE, Talks, and more", "Talks, and more", "inPerson", "Berlin, DE"),
      ("North America", "Seattle, WA, US, Talks", "Talks", "inPerson", "Seattle, WA, US"),
      (
        "Online", "Sao Paulo, BR, New York, NY, US - Talks", "Talks", "virtual",
        "Sao Paulo, BR; New York, NY, US"
      ),
      ("Online", "London/Remote, UK - Talks", "Talks", "hybrid", "London, GB"),
      ("Europe", "Praha / Prague, CZ - Talks", "Talks", "inPerson", "Praha, CZ"),
      ("Europe", "Paris, FR - Paris - Rust", "Paris - Rust", "inPerson", "Paris, FR"),
      ("Africa", "Johannesburg, SA - Chat", "Chat", "inPerson", "Johannesburg, ZA"),
      ("North America", "Vancouver, BC, US - Chat", "Chat", "inPerson", "Vancouver, BC, CA"),
      ("North America", "New York, NY US - Chat", "Chat", "inPerson", "New York, NY, US"),
      ("North America", "1 Main St, Waterloo, CN - Chat", "Chat", "inPerson", "Waterloo, CA"),
      ("North America", "SF, US - Bay - [Venue] GUI", "Bay - [Venue] GUI", "inPerson", "SF, US"),
    ])
  func readsDashesUnderHeadings(
    _ heading: String, _ text: String, _ title: String, _ mode: String, _ place: String
  ) throws {
    let issue = try OlderIssue("### \(heading)", "* [Jun 20. \(text)](https://example.org)").read()
    #expect(
      issue.listings.map(\.summary) == ["\(title) | 2017-06-20 | \(mode) | \(place)"], "\(text)")
  }

  @Test func readsAsiaPacificWithoutContradiction() throws {
    let issue = try OlderIssue(
      "### Asia Pacific", "* [Jun 20. Auckland, NZ - Chat](https://example.org)",
      "### Asia", "* [Jun 20. Auckland, NZ - Chat](https://example.org)"
    ).read()
    #expect(issue.listings.map(\.details.regions) == [RegionSet(.oceania), RegionSet(.oceania)])
    #expect(issue.diagnostics.map(\.code) == [.region])
  }

  @Test(
    arguments: [
      "Team Meeting at #rust on irc.mozilla.org", "Events Meeting in Telegram",
      "Community Meeting on Discord", "An Online evening", "Remote hacking", "A talk over Zoom",
    ])
  func readsChatsAndCallsAsVirtual(_ title: String) throws {
    let issue = try OlderIssue("* 6/20. \(title).").read()
    #expect(issue.listings.map(\.summary) == ["\(title) | 2017-06-20 | virtual | "])
    #expect(issue.listings.map(\.details.regions) == [RegionSet(.virtual)])
  }

  @Test func putsThePlaceBeforeTheWordsOfTheTitle() throws {
    let issue = try OlderIssue("* [Jun 20. Samara, RU - Online meetup](https://example.org)").read()
    #expect(issue.listings.map(\.details.mode) == [.inPerson])
  }
}
