import HTMLTree
import Testing

@Suite struct HTMLBuilderTests {
  /// What a document with one `p` is written as, from the `p` on.
  private func written(_ build: (inout HTMLBuilder) -> Void) throws -> String {
    var builder = HTMLBuilder()
    builder.element("html") { $0.element("body", content: build) }
    let text = String(decoding: try builder.serialized(), as: UTF8.self)
    let start = "<!DOCTYPE html>\n<html><body>"
    let end = "</body></html>\n"
    #expect(text.hasPrefix(start) && text.hasSuffix(end))
    return String(text.dropFirst(start.count).dropLast(end.count))
  }

  @Test func writesElementsWithAttributesAndText() throws {
    let html = try written {
      $0.element("p", .class("a b"), .id("x"), HTMLAttribute("hidden", nil)) {
        $0.text("one ")
        $0.element("a", .href("https://example.org/?a=1&b=2"), text: "two")
        $0.element("br")
        $0.text("Zürich 🦀")
      }
      $0.element("p")
    }
    #expect(
      html == """
        <p class="a b" id="x" hidden>one \
        <a href="https://example.org/?a=1&amp;b=2">two</a><br>Zürich 🦀</p><p></p>
        """)
  }

  @Test func writesEmptyElementsWithTheirEnd() throws {
    let names: [StaticString] = ["main", "time", "section", "article", "nav", "bdi", "dl", "ul"]
    for name in names {
      #expect(try written { $0.element(name) } == "<\(name)></\(name)>")
    }
  }

  @Test(arguments: ["meta", "link", "img", "br"] as [String])
  func writesVoidElementsWithoutOne(name: String) throws {
    let html = try written {
      switch name {
      case "meta": $0.element("meta")
      case "link": $0.element("link")
      case "img": $0.element("img")
      default: $0.element("br")
      }
    }
    #expect(html == "<\(name)>")
  }

  @Test func leavesOutAttributesThatAreNotGiven() throws {
    let none: HTMLAttribute? = nil
    #expect(try written { $0.element("p", none, .id("")) } == "<p id=\"\"></p>")
  }

  /// Texts that would be markup, or that libxml2 would write as they are.
  static let hostile = [
    "</p><script>x</script>", "\"", "'", "\" onclick=\"x", "both \" and '", "&lt;", "&amp;amp;",
    "<!-- \" & --> \"", "&{\"&lt;\"};", "<!--", "-->", "]]>", "<![CDATA[x]]>", "<", ">", "&", "&{",
    "<!", "a<!b<!--c&{d", "", " ", "  two  ", "ü 東京 🦀 \u{202E}x",
  ]

  @Test(arguments: hostile)
  func textAndValuesReadBackAsTheyWere(text: String) throws {
    var builder = HTMLBuilder()
    builder.element("html") {
      $0.element("body") {
        $0.element("p", HTMLAttribute("title", text), text: text)
        $0.element("p", text: "end")
      }
    }
    let document = try HTMLDocument(parsing: builder.serialized())
    var elements: [String] = []
    var values: [String?] = []
    document.visit(attributes: ["title"]) {
      if case .opening(let element) = $0 {
        elements.append(element.name)
        values.append(element[attribute: "title"])
      }
      return .inside
    }
    #expect(elements == ["html", "body", "p", "p"])
    #expect(values == [nil, nil, text, nil])
    #expect(document.text() == text + "end")
  }

  @Test(arguments: [
    ("https://example.org/a?b=c&d=e,f;g#h", "https://example.org/a?b=c&amp;d=e,f;g#h"),
    ("https://example.org/%20%C3%BC", "https://example.org/%20%C3%BC"),
    ("https://example.org/ü[1]", "https://example.org/%C3%BC%5B1%5D"),
    ("../a-b_c.d~e", "../a-b_c.d~e"),
  ])
  func encodesAddressesOnce(address: String, value: String) throws {
    #expect(try written { $0.element("a", .href(address)) } == "<a href=\"\(value)\"></a>")
  }

  @Test func leavesOutANULAndKeepsWhatFollows() throws {
    let html = try written { $0.element("p", HTMLAttribute("title", "a\0b"), text: "c\0d") }
    #expect(html == "<p title=\"ab\">cd</p>")
  }

  @Test func writesDataAsItIs() throws {
    let html = try written {
      $0.raw("script", HTMLAttribute("type", "application/ld+json"), text: #"{"a":"\u003C & \""}"#)
      $0.raw("style", text: "a>b{content:\"&\"}")
    }
    #expect(
      html == #"<script type="application/ld+json">{"a":"\u003C & \""}</script>"#
        + "<style>a>b{content:\"&\"}</style>")
  }

  @Test(arguments: ["</script>", "<!--", "a < b"])
  func refusesDataThatCouldEndItsElement(text: String) {
    var builder = HTMLBuilder()
    builder.element("html") { $0.raw("script", text: text) }
    do {
      _ = try builder.serialized()
      Issue.record("it was written")
    } catch {
      #expect(error == .rawTextWithMarkup)
    }
  }

  @Test func buildsInManyTasksAtOnce() async throws {
    let sizes = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<64 {
        group.addTask {
          var builder = HTMLBuilder()
          builder.element("html") {
            for _ in 0..<number { $0.element("p", .class("x"), text: "paragraph") }
          }
          return try builder.serialized().count
        }
      }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(sizes.count == 64)
  }
}
