import EventModel
import Testing

@testable import IssueReading

struct PlainTextTests {
  private static func plain(_ markdown: String) -> String {
    let (buffer, range) = markdown.field
    return PlainText.make(buffer, range).string
  }

  @Test(arguments: [
    ("**Title**", "Title"), ("*Title*", "Title"), ("***Title***", "Title"), ("__Title__", "Title"),
    ("_Title_", "Title"), ("a **b** c", "a b c"), ("a **b *c* d** e", "a b c d e"),
    ("**A** & **B**", "A & B"), ("*Rust* and *C*", "Rust and C"),
    ("un*believ*able", "unbelievable"),
    ("__init__.py", "init.py"), ("**Title **", "Title"), ("** Title**", "Title"),
  ])
  func takesEmphasisOff(markdown: String, text: String) {
    #expect(Self.plain(markdown) == text)
  }

  @Test(arguments: [
    "2 * 3 * 4", "snake_case_name", "a_b", "Rust 1.0 - *", "#14 @ Optravis (LLC)", "C++ & C#",
    "日本語のタイトル", "👋 Community Catch Up", "a <b> c", "12:00 – 14:00",
  ])
  func leavesTextWithoutMarkdownAsItIs(text: String) {
    #expect(Self.plain(text) == (text.hasSuffix("*") ? "Rust 1.0 -" : text))
  }

  @Test(arguments: [
    ("***São Paulo Mirror**", "São Paulo Mirror"), ("**Title", "Title"), ("Title**", "Title"),
    ("*Title", "Title"), ("**Title*", "Title"), ("*Title**", "Title"), ("_Title", "Title"),
  ])
  func dropsMarksWithoutPartnerAtTheEnds(markdown: String, text: String) {
    #expect(Self.plain(markdown) == text)
  }

  @Test(arguments: [
    ("C\\+\\+", "C++"), ("\\*not\\*", "*not*"), ("\\[Cancelled\\] Rust", "[Cancelled] Rust"),
    ("a\\b", "a\\b"), ("a\\", "a\\"), ("\\\\", "\\"), ("**a \\| b**", "a | b"),
    ("\\&amp;", "&amp;"), ("\\_a\\_", "_a_"),
  ])
  func readsEscapes(markdown: String, text: String) {
    #expect(Self.plain(markdown) == text)
  }

  @Test(arguments: [
    ("R&amp;D", "R&D"), ("&#x1F980; Rust", "🦀 Rust"), ("AT&T", "AT&T"), ("&unknown;", "&unknown;"),
    ("&lt;T&gt;", "<T>"), ("a&nbsp;b", "a b"), ("Caf&eacute;", "Café"), ("&ast;a&ast;", "*a*"),
  ])
  func readsEntities(markdown: String, text: String) {
    #expect(Self.plain(markdown) == text)
  }

  @Test(arguments: [
    ("`code`", "code"), ("`a*b*c`", "a*b*c"), ("**`#[derive]`**", "#[derive]"),
    ("``a``", "a"), ("a `b` `c`", "a b c"), ("`a\\b`", "a\\b"), ("`&amp;`", "&amp;"),
    ("a ` b", "a b"),
  ])
  func takesCodeSpansLiterally(markdown: String, text: String) {
    #expect(Self.plain(markdown) == text)
  }

  @Test(arguments: [
    "a b", " a b ", "a  b", "a\tb", "a \t b", "a\u{A0}b", "a\u{A0} b", "\u{3000}a\u{2009}b\u{FEFF}",
    "a b\r", "**a  b**", "a &nbsp;b", "a&nbsp;&nbsp;b", "a&#10;b", "&#32;a&#x202F;b&#9;", "`a  b`",
    "`a`\u{A0}`b`", "a ` b`", "`a\u{A0}b`",
  ])
  func collapsesWhiteSpace(markdown: String) {
    #expect(Self.plain(markdown) == "a b")
  }

  @Test(arguments: ["", " ", "\u{A0}", "\t\r"])
  func nothingIsNothing(markdown: String) {
    #expect(Self.plain(markdown).isEmpty)
  }

  @Test(arguments: [
    ("https://a.b/c?d=e&amp;f=g", "https://a.b/c?d=e&f=g"), ("https://a.b/\\_c", "https://a.b/_c"),
    ("https://a.b/c&d=e", "https://a.b/c&d=e"), ("https://a.b/*c*_d_", "https://a.b/*c*_d_"),
    ("https://a.b/c\\d", "https://a.b/c\\d"), ("", ""),
  ])
  func targetsKeepAllButEscapesAndEntities(markdown: String, url: String) {
    let (buffer, range) = markdown.field
    #expect(PlainText.target(buffer, range).string == url)
  }

  @Test func plainTitlesAreSlicesOfTheirBuffer() {
    let (buffer, range) = "**A title as most are**".field
    #expect(PlainText.make(buffer, range).buffer == buffer)
  }

  @Test func thousandsOfMarksTakeNoSquareOfTime() {
    for marks in ["*", "_", "*a", "a*", "_*", "`", "\\", "&", "[", "**a*"] {
      let (buffer, range) = String(repeating: marks, count: 20_000).field
      #expect(PlainText.make(buffer, range).count <= buffer.count, "\(marks)")
    }
  }
}
