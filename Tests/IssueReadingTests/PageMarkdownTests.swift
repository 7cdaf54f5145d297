import HTMLTree
import Testing

@testable import IssueReading

struct PageMarkdownTests {
  @Test(arguments: [
    ("<h2><a href='#x'>Upcoming Events</a></h2>", "## Upcoming Events\n"),
    ("<ul><li>one</li><li>two</li></ul>", "* one\n* two\n\n"),
    (
      "<ul><li>one<ul><li><a href='u'><strong>T</strong></a></li></ul></li></ul>",
      "* one\n    * [**T**](u)\n\n"
    ),
    ("<ul><li><p>one</p></li></ul>", "* one\n\n"),
    ("<p>one\ntwo</p><p>three<br>four</p>", "one\ntwo\n\nthree\nfour\n\n"),
    ("<p># no heading</p>", "\\# no heading\n\n"),
    ("<pre>* [a](b)</pre>", "    * [a](b)\n"),
    ("<nav>a</nav><form>b</form><script>c</script><p>d</p><footer>e</footer>", "d\n\n"),
    ("<article><p>a</p></article><h3>Subscribe!</h3>", "a\n\n#\n### Subscribe!\n"),
    ("<html><title>t</title><article><h2>x</h2></article>", "## x\n#\n"),
    ("<p>a <!-- not this -->b</p>", "a b\n\n"),
  ])
  func writesBlocks(html: String, lines: String) throws {
    #expect(try markdown(html) == lines)
  }

  @Test(arguments: [
    ("<a href='u'>a [b] c</a>", "[a [b] c](u)"),
    ("<a href='u'>a ] c</a>", "[a \\] c](u)"),
    ("<a href='u'>a [b](c)</a>", "[a \\[b\\](c)](u)"),
    ("<a href='u(v)'>a</a>", "[a](u(v))"),
    ("<a href='u)v'>a</a>", "[a](u%29v)"),
    ("<a href='u v'>a</a>", "[a](u%20v)"),
    ("<a href='u?a=1&amp;amp;b=2'>a</a>", "[a](u?a=1&amp;amp;b=2)"),
    ("<a href='u'>wrapped\n  text</a>", "[wrapped   text](u)"),
    ("<a href='u'><b>open</a> text", "[**open**](u) text"),
    ("<a name='x'>no link</a>", "no link"),
  ])
  func writesLinks(html: String, line: String) throws {
    #expect(try markdown("<p>\(html)</p>") == line + "\n\n")
  }

  @Test(arguments: [
    ("R&amp;D", "R&D"), ("&amp;lt;", "&amp;lt;"), ("a \\* b", "a \\\\* b"), ("C:\\dir", "C:\\dir"),
    ("&lt;!-- x", "\\<!-- x"), ("Vec&lt;T&gt;", "Vec<T>"), ("a | b", "a | b"),
    ("<code>a*b</code>", "`a*b`"), ("<b>x </b>y", "**x** y"), ("<b></b>y", "y"),
    ("<b><em>New</em> x</b>", "**_New_ x**"), ("<em>x</em>", "*x*"),
  ])
  func escapesNoMoreThanItMust(html: String, line: String) throws {
    #expect(try markdown("<p>\(html)</p>") == line + "\n\n")
  }

  @Test func setsALinkBesideADatedItemBelowIt() throws {
    let html = """
      <ul><li>2025-08-06 | Berlin | <a href="g">G</a></li><li><a href="e">E</a></li>
      <li><a href="f">F</a></li></ul><h3>x</h3><ul><li><a href="h">H</a></li></ul>
      """
    #expect(
      try markdown(html)
        == "* 2025-08-06 | Berlin | [G](g)\n    * [E](e)\n    * [F](f)\n\n### x\n* [H](h)\n\n")
  }

  @Test func indentsNoDeeperThanAnIssueCan() throws {
    let html = String(repeating: "<ul><li>x", count: 200)
    let lines = try markdown(html)
    #expect(lines.utf8.count < 200 * 32)
  }

  @Test func takesABareTagThatHTMLDoesNotHaveForText() {
    let page = Array("<p>Rust<T> and <b>Vec<u8></b><my-tag><Section>".utf8)
    #expect(
      String(decoding: StrayTags.escaped(page), as: UTF8.self)
        == "<p>Rust&lt;T> and <b>Vec&lt;u8></b><my-tag><Section>")
  }

  private func markdown(_ html: String) throws -> String {
    var page = PageMarkdown()
    try HTMLDocument(parsing: Array(html.utf8))
      .visit(attributes: PageMarkdown.attributes) { page.read($0) }
    return String(decoding: page.finish(), as: UTF8.self)
  }
}
