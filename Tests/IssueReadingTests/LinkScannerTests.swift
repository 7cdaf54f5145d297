import Testing

@testable import IssueReading

struct LinkScannerTests {
  /// Each link as `text -> target`, `text => label` or `text`, with `!` where it is broken.
  private static func links(_ markdown: String) -> [String] {
    let (buffer, range) = markdown.field
    var scanner = LinkScanner()
    scanner.scan(buffer, range)
    return scanner.links.map { link in
      let target = link.target.map { " -> " + buffer.string($0) }
      let label = link.label.map { " => " + buffer.string($0) }
      return buffer.string(link.text) + (target ?? label ?? "") + (link.isBroken ? "!" : "")
    }
  }

  @Test(arguments: [
    ("[a](b)", ["a -> b"]), ("x [a](b) y [c](d) z", ["a -> b", "c -> d"]),
    ("[**a**](https://b/c_(d))", ["**a** -> https://b/c_(d)"]), ("[a]( b )", ["a -> b"]),
    ("[a](<b c>)", ["a -> b c"]), ("[a](b \"c\")", ["a -> b"]), ("[a]()", ["a -> "]),
    ("[a [b] c](d)", ["a [b] c -> d"]), ("[a \\] b](c)", ["a \\] b -> c"]),
    ("\\[a](b)", []), ("![a](b)", ["a -> b"]), ("[](b)", [" -> b"]), ("", []), ("a", []),
  ])
  func findsInlineLinks(markdown: String, links: [String]) {
    #expect(Self.links(markdown) == links)
  }

  @Test(arguments: [
    ("[a][b]", ["a => b"]), ("[a][]", ["a => a"]), ("[a]", ["a => a"]), ("[a]: b", ["a => a"]),
    ("[a][**b**](c)", ["a => a", "**b** -> c"]), ("[x [a][b]", ["a => b"]),
  ])
  func findsLabels(markdown: String, links: [String]) {
    #expect(Self.links(markdown) == links)
  }

  @Test(arguments: [
    ("[a] (https://b)", ["a -> https://b!"]), ("[a]\u{A0}(http://b)", ["a -> http://b!"]),
    ("[a](https://b", ["a -> https://b!"]), ("[a](https://b c", ["a -> https://b!"]),
    ("[a]https://b)", ["a -> https://b!"]), ("$[a](b)", ["a -> b"]),
    ("[***a**](b)", ["***a** -> b"]), ("[a](<b>", ["a -> b!"]),
  ])
  func readsSlipsAsWhatWasMeant(markdown: String, links: [String]) {
    #expect(Self.links(markdown) == links)
  }

  @Test(arguments: [
    ("[a [b](c) d](e)", ["b -> c"]), ("[x] and [a](b)", ["x => x", "a -> b"]),
    ("[unclosed [a](b)", ["a -> b"]), ("closed] [a](b)", ["a -> b"]), ("[a] (aside)", ["a => a"]),
  ])
  func theInnerLinkWins(markdown: String, links: [String]) {
    #expect(Self.links(markdown) == links)
  }

  @Test func onlyTheRangeIsScanned() {
    let buffer = Array("[a](b) [c](d) [e](f)".utf8)
    var scanner = LinkScanner()
    scanner.scan(buffer, 7..<13)
    #expect(scanner.links.map { buffer.string($0.text) } == ["c"])
    scanner.scan(buffer, 15..<18)
    #expect(scanner.links.isEmpty)
  }

  @Test(arguments: ["[", "]", "[a](", "[a][", "[[a]", "\\", "[a](<", "[a](b \"", "[a] ", "[]("])
  func repeatedMarksTakeNoSquareOfTime(piece: String) {
    let markdown = String(repeating: piece, count: 20_000)
    #expect(Self.links(markdown).count <= 20_000)
  }
}
