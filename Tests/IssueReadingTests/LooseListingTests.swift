import EventModel
import Testing

/// Listings whose date stands anywhere.
struct LooseListingTests {
  @Test(
    arguments: [
      "* [Rust Paris, Nov 17](https://example.org)", "* [Rust Paris (Nov 17)](https://example.org)",
      "* [Rust Paris][p]: November 17th", "- [Rust Paris](https://example.org),\nNovember 17th",
      "* [Rust Paris on Nov 17](https://example.org)",
      "* [Rust Paris - 11/17](https://example.org)",
      "* [Rust Paris](https://example.org) on 2014-11-17",
      "* On Nov 17 [Rust Paris](https://example.org)",
    ])
  func readsTheTitleWithoutTheDate(_ line: String) throws {
    let issue = try OlderIssue(line, "", "[p]: https://example.org", date: "2014-11-10").read()
    #expect(issue.listings.map(\.summary) == ["Rust Paris | 2014-11-17 | - | "], "\(line)")
    #expect(issue.listings.map(\.details.url) == ["https://example.org"], "\(line)")
    #expect(issue.itemCount == 1 && issue.diagnostics.isEmpty, "\(line): \(issue.diagnostics)")
  }

  @Test func readsEachLinkThatADateFollows() throws {
    let issue = try OlderIssue(
      "* [Paris](https://example.org/p), Nov 17 and [Rust Berlin](https://example.org/b), Dec 9",
      date: "2014-11-10"
    ).read()
    #expect(
      issue.listings.map(\.summary) == [
        "Paris | 2014-11-17 | inPerson | Paris, FR", "Rust Berlin | 2014-12-09 | - | ",
      ])
    #expect(
      issue.listings.map(\.details.url) == ["https://example.org/p", "https://example.org/b"])
  }

  @Test(
    arguments: [
      "* [Rust Amsterdam](https://example.org): Early 2015", "* [Rust Night](https://example.org)",
      "* Part 1/2 of a series", "* we may 5 times", "* [x](https://example.org/2014/11/17)",
    ])
  func reportsAnItemWithoutDate(_ line: String) throws {
    let issue = try OlderIssue(line, date: "2014-11-10").read()
    #expect(issue.listings.isEmpty, "\(line)")
    #expect(issue.diagnostics.map(\.code) == [.noDate], "\(line)")
    #expect(issue.unreadItemCount == 1)
  }

  @Test(
    arguments: [
      "Nothing on the calendar for the next two weeks!", "*No upcoming events for two weeks.*",
      "Nothing on [the calendar](https://example.org) until [a meetup](https://example.org) on 2015-01-12.",
      "If you are running an event please add it to the [calendar] to get\nit mentioned here.",
      "[calendar]: https://example.org", "Rusty Events between 11/10-11/24",
      "<!-- * [Jun 5. X](y) -->",
    ])
  func makesNothingOfProse(_ text: String) throws {
    let issue = try OlderIssue(text, date: "2014-11-10").read()
    #expect(issue.listings.isEmpty && issue.itemCount == 0 && issue.diagnostics.isEmpty, "\(text)")
  }
}
