import EventModel
import Testing

/// Dates as people write them, in front of a title and elsewhere.
struct SpelledDateGrammarTests {
  @Test(
    arguments: [
      ("Jun 22. Title", "2017-06-22"), ("June 22. Title", "2017-06-22"),
      ("Sept. 9. Title", "2017-09-09"), ("Sep  9. Title", "2017-09-09"),
      ("december 18th, Title", "-"), ("December 18th, Title", "2017-12-18"),
      ("JUN 22: Title", "2017-06-22"), ("Aug 1st - Title", "2017-08-01"),
      ("6/22. Title", "2017-06-22"), ("6/22, Title", "2017-06-22"), ("6/22 Title", "2017-06-22"),
      ("06/22/2017 Title", "2017-06-22"), ("6/22/17. Title", "2017-06-22"),
      ("9 July. Title", "2017-07-09"), ("9th of July: Title", "2017-07-09"),
      ("Sat, Jun 17. Title", "2017-06-17"), ("Saturday June 17 Title", "2017-06-17"),
      ("2017-06-22 Title", "2017-06-22"), ("2017-6-9. Title", "2017-06-09"),
      ("June 22, 2017, Title", "2017-06-22"), ("June 22. 2017, Title", "2017-06-22"),
      ("June 22 2017 Title", "2017-06-22"), ("June 22, 2017 - Title", "2017-06-22"),
    ])
  func readsOneDay(_ text: String, _ day: String) throws {
    let issue = try OlderIssue("* [\(text)](https://example.org)").read()
    let read = issue.listings.map { "\($0.details.dates.first)" }
    #expect(read == (day == "-" ? [] : [day]) || day == "-", "\(text)")
    if day != "-" {
      #expect(issue.listings.map(\.details.title) == ["Title"], "\(text)")
      #expect(issue.diagnostics.isEmpty, "\(text): \(issue.diagnostics)")
    }
  }

  @Test(
    arguments: [
      ("Aug 18-19. Title", ["2017-08-18/2017-08-19"]),
      ("Oct 19 & 20. Title", ["2017-10-19/2017-10-20"]),
      ("Sep 30 - Oct 1. Title", ["2017-09-30/2017-10-01"]),
      ("Oct  2 - Oct 3. Title", ["2017-10-02/2017-10-03"]),
      ("7/4 - 7/5: Title", ["2017-07-04/2017-07-05"]),
      ("10/27 and 10/28 Title", ["2017-10-27/2017-10-28"]),
      ("May 30/31. Title", ["2017-05-30/2017-05-31"]),
      ("July 27 - August 2. Title", ["2017-07-27/2017-08-02"]),
      ("October 12 – 18. Title", ["2017-10-12/2017-10-18"]),
      ("October 13th to 15th, Title", ["2017-10-13/2017-10-15"]),
      ("Nov 26+28, Title", ["2017-11-26", "2017-11-28"]),
      ("Nov 26, 27. Title", ["2017-11-26/2017-11-27"]),
      ("Nov 26, Dec 1. Title", ["2017-11-26", "2017-12-01"]),
      ("June 25 & 26, 2017, Title", ["2017-06-25/2017-06-26"]),
      ("Dec 30 - Jan 2. Title", ["2017-12-30/2018-01-02"]),
      ("December 30 - January 2, 2018, Title", ["2017-12-30/2018-01-02"]),
      ("Sat, 29-30 July. Title", ["2017-07-29/2017-07-30"]),
      ("29-30 July. Title", ["2017-07-29/2017-07-30"]),
      ("29 and 30 July: Title", ["2017-07-29/2017-07-30"]),
    ])
  func readsSeveralDays(_ text: String, _ days: [String]) throws {
    let issue = try OlderIssue("* [\(text)](https://example.org)").read()
    let read = issue.listings.map { listing in
      let dates = listing.details.dates
      return dates.isRange ? "\(dates.first)/\(dates.last)" : "\(dates.first)"
    }
    #expect(read == days, "\(text)")
    #expect(issue.listings.allSatisfy { $0.details.title == "Title" }, "\(text)")
  }

  @Test(
    arguments: [
      ("Jun 12 - 3 talks", "2017-06-12", "3 talks"),
      ("Jun 12 - 18:30 Doors open", "2017-06-12", "18:30 Doors open"),
      ("Jun 12 - 2.0 is here", "2017-06-12", "2.0 is here"),
      ("Jun 12. 2018 Roadmap", "2017-06-12", "2018 Roadmap"),
      ("Jun 12, 2048 in Rust", "2017-06-12", "2048 in Rust"),
      ("11/19 - 11/20. ./november Sprint", "2017-11-19", "./november Sprint"),
    ])
  func leavesNumbersThatBeginTheTitle(_ text: String, _ day: String, _ title: String) throws {
    let issue = try OlderIssue("* [\(text)](https://example.org)").read()
    #expect(issue.listings.map { "\($0.details.dates.first)" } == [day], "\(text)")
    #expect(issue.listings.map(\.details.title.string) == [title], "\(text)")
  }

  /// From 31 days before the issue to 334 days after it.
  @Test(
    arguments: [
      ("2016-12-27", "1/4", "2017-01-04"), ("2016-12-27", "Dec 20", "2016-12-20"),
      ("2017-01-03", "Dec 31", "2016-12-31"), ("2017-01-03", "Dec 3", "2016-12-03"),
      ("2017-01-03", "Dec 2", "2017-12-02"), ("2017-06-06", "May 6", "2017-05-06"),
      ("2017-06-06", "May 5", "2018-05-05"), ("2015-12-28", "Feb 29", "2016-02-29"),
      ("2016-03-14", "2/29", "2016-02-29"),
    ])
  func takesTheNearestYear(_ issueDate: String, _ text: String, _ day: String) throws {
    let issue = try OlderIssue("* [\(text). Title](https://example.org)", date: issueDate).read()
    #expect(issue.listings.map { "\($0.details.dates.first)" } == [day], "\(issueDate) \(text)")
  }

  @Test func correctsAYearThatCannotBeMeant() throws {
    let issue = try OlderIssue(
      "* [January 29, 2021 | London, UK | **Title** | Group](https://example.org)",
      date: "2022-01-19"
    ).read()
    #expect(issue.listings.map { "\($0.details.dates.first)" } == ["2022-01-29"])
    #expect(issue.diagnostics.map(\.code) == [.year])
  }

  @Test(arguments: ["2/30", "Feb 29", "April 31", "13/45", "Jun 20-19"])
  func reportsDatesThatDoNotExist(_ text: String) throws {
    let issue = try OlderIssue("* [\(text). Title](https://example.org)").read()
    #expect(issue.listings.isEmpty, "\(text)")
    #expect(issue.diagnostics.map(\.code) == [.invalidDate], "\(text)")
    #expect(issue.unreadItemCount == 1)
  }

  @Test(
    arguments: [
      ("Dex  6", "2017-12-06"), ("Octover 15", "2017-10-15"), ("Februar 2", "2018-02-02"),
      ("Setp 5", "-"), ("Day 5", "-"), ("Sun 5", "-"), ("Jux 5", "-"),
    ])
  func readsAMonthWithOneWrongLetterAndSaysSo(_ text: String, _ day: String) throws {
    let issue = try OlderIssue("* [\(text). Title](https://example.org)").read()
    #expect(issue.listings.map { "\($0.details.dates.first)" } == (day == "-" ? [] : [day]))
    #expect(issue.diagnostics.map(\.code) == [day == "-" ? .noDate : .invalidDate], "\(text)")
  }
}
