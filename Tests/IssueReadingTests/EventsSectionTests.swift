import Testing

@testable import IssueReading

struct EventsSectionTests {
  private static func sections(_ file: String) -> [(text: String, line: Int)] {
    let buffer = Array(file.utf8)
    return EventsSection.all(in: buffer, from: 0).map { (buffer.string($0.range), $0.firstLine) }
  }

  @Test(arguments: [
    "## Upcoming Events", "# Upcoming Events", "##Upcoming Events", "## upcoming events  ",
    "## Upcoming Meetups", "## Upcoming Events:", "## **Upcoming Events**", "## Upcoming Events ##",
    "##\tUpcoming Events", "## Upcoming Events\r", "# Upcoming events",
  ])
  func findsTheSectionByItsHeading(heading: String) {
    let found = Self.sections("a\nb\n\(heading)\nc\nd\n## Jobs\ne\n")
    #expect(found.map(\.text) == ["c\nd\n"])
    #expect(found.map(\.line) == [4])
  }

  @Test(arguments: [
    "### Upcoming Events", "## Past Events", "## Upcoming Events of last week", "Upcoming Events",
    " Upcoming Events", "* Upcoming Events",
  ])
  func otherLinesBeginNoSection(heading: String) {
    #expect(Self.sections("a\n\(heading)\nc\n").isEmpty)
  }

  @Test(arguments: [
    ("## Upcoming Events\na\n### Europe\nb\n# Jobs\nc", "a\n### Europe\nb\n"),
    ("## Upcoming Events\na\n#### x\n##### y\n", "a\n#### x\n##### y\n"),
    ("## Upcoming Events\na\n##Jobs\n", "a\n"), ("## Upcoming Events\na", "a"),
    ("## Upcoming Events\n", ""), ("## Upcoming Events", ""),
  ])
  func endsAtTheNextHeadingOfLevelOneOrTwo(file: String, text: String) {
    #expect(Self.sections(file).map(\.text) == [text])
  }

  @Test func twoSectionsAreRead() {
    let found = Self.sections("## Upcoming Events\na\n## Upcoming Meetups\nb\n## Jobs\n")
    #expect(found.map(\.text) == ["a\n", "b\n"])
    #expect(found.map(\.line) == [2, 4])
  }
}
