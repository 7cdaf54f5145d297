import EventModel
import Testing

@testable import IssueReading

/// A date that a line break parts, above indented items, once trapped: its range ends behind the
/// item's first line.
struct ContinuedDateTests {
  @Test(arguments: [
    "* **[Aug\n18-19. Rust//a.example)**.\n    * [**Mirror**](https://mirror.example)\n",
    "* Jan\n  22 | Berlin\n    * [**Night**](https://night.example)\n",
    "* [Jan\n22. Durham, NC - Night\n    * [a](https://a.example)\n    * [b](https://b.example)\n",
  ])
  func datesOverTwoLinesDoNotTrap(listing: String) throws {
    var reader = IssueReader()
    let text = "Date: 2017-01-10\n\n# Upcoming Events\n\n" + listing
    let issue = try reader.read(Array(text.utf8), file: "2017-01-10-a.md")
    #expect(issue.itemCount > 0)
    #expect(issue.isAccountedFor)
  }
}
