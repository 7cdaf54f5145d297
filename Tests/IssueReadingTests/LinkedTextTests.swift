import EventModel
import Testing

@testable import IssueReading

struct LinkedTextTests {
  private static func read(_ markdown: String, definitions file: String = "") -> LinkedText {
    let (buffer, range) = markdown.field
    var scanner = LinkScanner()
    var definitions = LinkDefinitions(of: Array(file.utf8))
    return LinkedText(buffer, range, scanner: &scanner, definitions: &definitions)
  }

  @Test(arguments: [
    ("[**a**](b)", "a <b>", nil), ("$[**a**](b)", "a <b>", nil), ("[a](b),", "a <b>", nil),
    ("[a](b) | [c](d)", "a <b>; c <d>", nil), ("[a](b) and [c](d)", "a <b>; c <d>", nil),
    ("[a](b) + [c](d), [e](f)", "a <b>; c <d>; e <f>", nil),
    ("[a](b): 6:30pm", "a <b>", "6:30pm"), ("With Huon [a](b)", "a <b>", "With Huon"),
    ("x [a](b) y", "a <b>", "x y"), ("[a](b) (cancelled)", "a <b>", "(cancelled)"),
    ("[a](b \"c\")", "a <b>", nil), ("a", "", "a"), ("", "", nil), (" | ", "", nil),
    ("**a** b", "", "a b"),
  ])
  func partsLinksFromText(markdown: String, links: String, note: String?) {
    let text = Self.read(markdown)
    let found = text.entries.map { "\($0.title) <\($0.url?.string ?? "-")>" }
    #expect(found.joined(separator: "; ") == links)
    #expect(text.note?.string == note)
  }

  @Test func bracketsWithoutTargetAreATitleOnlyWhereNoLinkHasOne() {
    let alone = Self.read("[**Title**]: 6:30pm")
    #expect(alone.first?.title == "Title")
    #expect(alone.first?.url == nil)
    #expect(alone.first?.isBroken == true)
    #expect(alone.note == "6:30pm")
    let beside = Self.read("[Cancelled] [Title](url)")
    #expect(beside.entries.map(\.title) == ["Title"])
    #expect(beside.note == "[Cancelled]")
  }

  @Test(arguments: ["[a][Ref]", "[a][ref]", "[Ref]", "[ref][]"])
  func labelsResolveThroughDefinitions(markdown: String) {
    let text = Self.read(markdown, definitions: "x\n[Ref]: https://b\n")
    #expect(text.first?.url == "https://b")
    #expect(text.first?.isBroken == false)
  }
}
