import HTMLTree
import Testing

@Suite struct HTMLDocumentTests {
  @Test(arguments: [
    ("<title>Rust Night</title>", "Rust Night"),
    ("<html><head><title>\n  Rust \t Night &amp; Day\n</title></head></html>", "Rust Night & Day"),
    ("<TITLE>Ru\u{308}st</TITLE>", "Ru\u{308}st"),
    ("<title></title>", ""),
    ("<title>one</title><title>two</title>", "one"),
    ("<title>never closed", "never closed"),
  ])
  func givesTheTitleInOneLine(html: String, title: String) throws {
    #expect(try HTMLDocument(parsing: Array(html.utf8)).title() == title)
  }

  @Test(arguments: [
    ("<p>one <b>two</b> three</p>", "one two three"),
    ("plain", "plain"),
    ("<title>head</title><body>body</body>", "body"),
    ("<p>a<script>let x = '<b>'</script>b<style>p { }</style>c</p>", "abc"),
    ("<p>&lt;Rust&gt; &#x1F980; &eacute;", "<Rust> \u{1F980} é"),
    ("<p>Zürich 東京 🦀</p>", "Zürich 東京 🦀"),
    ("<p>a<!-- not this -->b", "ab"),
    ("<div><p>one</p></div><div>two</div>", "onetwo"),
  ])
  func givesTheTextOfTheBody(html: String, text: String) throws {
    #expect(try HTMLDocument(parsing: Array(html.utf8)).text() == text)
  }

  @Test(arguments: ["", " ", "\n\n", "<!-- nothing -->", "<!DOCTYPE html>"])
  func takesInputWithoutContentForAnEmptyDocument(html: String) throws {
    let document = try HTMLDocument(parsing: Array(html.utf8))
    #expect(document.title() == nil)
    #expect(document.text().filter { !$0.isWhitespace }.isEmpty)
  }

  @Test(
    arguments: [
      ([0x63, 0x61, 0x66, 0xE9, 0x20, 0x78], "caf\u{FFFD} x"),
      ([0x61, 0xC3, 0x28, 0x62], "a\u{FFFD}(b"),
      ([0x61, 0xF0, 0x9F, 0xA6], "a\u{FFFD}"),
      ([0x61, 0xED, 0xA0, 0x80, 0x62], "a\u{FFFD}\u{FFFD}\u{FFFD}b"),
    ] as [([UInt8], String)])
  func repairsInvalidUTF8(bytes: [UInt8], text: String) throws {
    #expect(try HTMLDocument(parsing: bytes).text() == text)
  }

  @Test func heedsADeclaredEncodingOnlyWhenAsked() throws {
    let html = Array("<meta charset=iso-8859-1><p>Z".utf8) + [0xFC] + Array("rich".utf8)
    #expect(try HTMLDocument(parsing: html, encoding: .declared).text() == "Zürich")
    #expect(try HTMLDocument(parsing: html, encoding: .utf8).text() == "Z\u{FFFD}rich")
  }

  @Test func losesNothingAfterANUL() throws {
    let text = try HTMLDocument(parsing: [0x3C, 0x70, 0x3E, 0x61, 0x00, 0x62]).text()
    #expect(text.first == "a")
    #expect(text.last == "b")
  }

  @Test func keepsATextOfElevenMegabytesWhole() throws {
    let paragraph = [UInt8](repeating: UInt8(ascii: "x"), count: 11_000_000)
    let document = try HTMLDocument(parsing: Array("<p>".utf8) + paragraph + Array("</p>y".utf8))
    #expect(document.text().utf8.count == paragraph.count + 1)
  }

  @Test func readsElementsThatNestFiveHundredDeep() throws {
    let html = String(repeating: "<div>", count: 500) + "deep" + "<p>end"
    #expect(try HTMLDocument(parsing: Array(html.utf8)).text() == "deepend")
  }

  @Test(arguments: [513, 1_000, 100_000])
  func refusesElementsThatNestTooDeep(depth: Int) {
    let html = Array(String(repeating: "<b>", count: depth).utf8)
    #expect(throws: HTMLTreeError.tooDeep) { _ = try HTMLDocument(parsing: html) }
  }

  @Test func tellsWhatItMended() throws {
    let problem = try #require(
      try HTMLDocument(parsing: Array("<p>one</p>\n</nonsense>".utf8)).problem)
    #expect(problem.line == 2)
    #expect(problem.message.contains("nonsense"))
    #expect(try HTMLDocument(parsing: Array("<p>one</p>".utf8)).problem == nil)
  }

  @Test func keepsTheProblemsOfOneDocumentFromAnother() throws {
    let bad = try HTMLDocument(parsing: Array("</nonsense>".utf8))
    let good = try HTMLDocument(parsing: Array("<p>good</p>".utf8))
    #expect(bad.problem != nil)
    #expect(good.problem == nil)
  }

  @Test func parsesInManyTasksAtOnce() async throws {
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<64 {
        group.addTask {
          try HTMLDocument(parsing: Array("<title>\(number)</title><p>\(number)".utf8)).text()
        }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(texts.count == 64)
  }
}
