import EventModel
import Testing

@testable import IssueReading

struct GroupFieldTests {
  private static func read(_ markdown: String) -> GroupField {
    let (buffer, range) = markdown.field
    var scanner = LinkScanner()
    var definitions = LinkDefinitions()
    return GroupField(buffer, range, scanner: &scanner, definitions: &definitions)
  }

  @Test(arguments: [
    ("[A](a)", "A <a>"), ("[A](a) | [B](b)", "A <a>; B <b>"), ("[A](a) + [B](b)", "A <a>; B <b>"),
    ("[A](a) and [B](b)", "A <a>; B <b>"), ("[A](a), [B](b); [C](c)", "A <a>; B <b>; C <c>"),
    ("[A](a) & [B](b)", "A <a>; B <b>"), ("[A] (https://a)", "A <https://a>"),
    ("[**A**](a)", "A <a>"), ("Rust Group", "Rust Group <->"), ("**Rust** Group", "Rust Group <->"),
    ("", ""), ("|", ""), ("[](a)", ""), ("[A]()", "A <->"), ("[A](a) | [B]()", "A <a>; B <->"),
    ("[A]() + [B]()", "A <->; B <->"), ("[A](a) | [Website]()", "A <a>"),
    ("[Discord](a)", "Discord <a>"),
    ("[Rust Discord Reading Club](a)", "Rust Discord Reading Club <a>"),
  ])
  func everyLinkedNameIsAnOrganizer(markdown: String, organizers: String) {
    let field = Self.read(markdown)
    let found = field.organizers.map { "\($0.name) <\($0.url?.string ?? "-")>" }
    #expect(found.joined(separator: "; ") == organizers)
    #expect(field.links.isEmpty)
    #expect(field.note == nil)
  }

  @Test(arguments: [
    "Alt link", "Mirror", "Website", "Telegram", "Discord", "New York Mirror", "alt link",
    "Livestream", "Tickets", "Rust Telegram", "Website: more",
  ])
  func linksThatSayThatTheyAreOthersAreNoOrganizers(name: String) {
    let field = Self.read("[A](a) | [\(name)](b)")
    #expect(field.organizers.map(\.name) == ["A"])
    #expect(field.links == [Link(title: Text(name), url: "b")])
  }

  @Test func textBesideTheLinksIsKept() {
    let field = Self.read("6:30pm - CCC Salzburg, [A](a)")
    #expect(field.organizers.map(\.name) == ["A"])
    #expect(field.note == "6:30pm - CCC Salzburg")
  }
}
