import EventModel
import Foundation
import IssueChecking
import IssueReading
import Testing

struct MenderTests {
  @Test func appliesFixesThatDoNotMeetTogetherAndTheOthersAfterwards() throws {
    let mended = try mend(
      """
      ### Europe
      * 2026-02-18| Köln, DE | [Rust Köln](https://www.meetup.com/de-DE/rust-koln/?utm_source=x)
          * [**Second**](https://www.meetup.com/de-DE/rust-koln/events/2/)
      * 2026-02-17 | Berlin, DE | [Rust Berlin](https://www.meetup.com/rust-berlin/)
       - [**First**](https://www.meetup.com/rust-berlin/events/1/)
      """)
    #expect(
      mended.text == """
        ### Europe
        * 2026-02-17 | Berlin, DE | [Rust Berlin](https://www.meetup.com/rust-berlin/)
            * [**First**](https://www.meetup.com/rust-berlin/events/1/)
        * 2026-02-18 | Köln, DE | [Rust Köln](https://www.meetup.com/rust-koln/)
            * [**Second**](https://www.meetup.com/rust-koln/events/2/)
        """)
    #expect(mended.left.isEmpty)
  }

  @Test func leavesWhatIsNotUTF8AsItIs() throws {
    let bytes = Array(MarkedIssue("* 2026-02-18| Köln | [A](https://example.org)").text.utf8)
    let broken = bytes + [0xFF, 0x0A]
    var mender = IssueMender(IssueCheck())
    let result = try mender.mend(broken, file: "2026-02-11-this-week-in-rust.md")
    #expect(result.fixCount == 0)
    #expect(!result.before.isEditable)
  }

  /// Mends the lines of a section and gives them back without what stands around them.
  private func mend(_ lines: String) throws -> (text: String, left: [Finding]) {
    let issue = MarkedIssue(lines).text
    var mender = IssueMender(IssueCheck())
    let result = try mender.mend(Array(issue.utf8), file: "2026-02-11-this-week-in-rust.md")
    let text = String(decoding: result.after.text, as: UTF8.self)
    let start = try #require(text.range(of: "🦀\n\n")).upperBound
    return (String(text[start...].dropLast()), result.after.findings)
  }
}
