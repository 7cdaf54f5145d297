import HTMLTree
import Testing

struct XMLDocumentTests {
  @Test func givesElementsTextAndAttributesInTheirOrder() throws {
    let xml = #"<a:feed xmlns:a="x"><link href="u&amp;v" rel="r"/>t&lt;<![CDATA[<b>]]></a:feed>"#
    #expect(
      try pieces(xml, attributes: ["href"]) == [
        "<feed>", "<link href=u&v>", "</link>", "t<", "<b>", "</feed>",
      ])
  }

  @Test func expandsNoEntity() throws {
    let xml = #"<!DOCTYPE a [<!ENTITY e "secret">]><a>x&e;y</a>"#
    #expect(try pieces(xml) == ["<a>", "x", "y", "</a>"])
  }

  @Test func loadsNothingFromOutside() throws {
    let xml = """
      <!DOCTYPE a SYSTEM "file:///dev/zero" [
      <!ENTITY e SYSTEM "file:///etc/passwd"> <!ENTITY % p SYSTEM "file:///dev/zero"> %p;]>
      <a>&e;</a>
      """
    #expect(try pieces(xml) == ["<a>", "</a>"])
  }

  @Test func surviveEntitiesThatMultiply() throws {
    var entities = #"<!ENTITY e0 "lollollollollol">"#
    for level in 1..<12 {
      let inner = String(repeating: "&e\(level - 1);", count: 10)
      entities += "<!ENTITY e\(level) \"\(inner)\">"
    }
    let xml = "<!DOCTYPE a [\(entities)]><a b=\"&e11;\">&e11;</a>"
    let text = try pieces(xml, attributes: ["b"]).joined()
    #expect(text.utf8.count < 10_000_000)
  }

  @Test func keepsWhatComesBeforeAMistake() throws {
    let document = try XMLDocument(parsing: Array("<a><b>one</b>\n<b>two".utf8))
    #expect(document.problem?.line == 2)
    #expect(try pieces("<a><b>one</b>\n<b>two").prefix(4) == ["<a>", "<b>", "one", "</b>"])
  }

  @Test(
    arguments: [
      (Array("<a>caf".utf8) + [0xE9] + Array("</a>".utf8), "caf\u{FFFD}"),
      (
        Array(#"<?xml version="1.0" encoding="ISO-8859-1"?><a>caf"#.utf8) + [0xE9]
          + Array("</a>".utf8), "café"
      ),
    ] as [([UInt8], String)])
  func repairsInvalidUTF8UnlessAnotherEncodingIsDeclared(bytes: [UInt8], text: String) throws {
    var found: [UInt8] = []
    try XMLDocument(parsing: bytes).visit { piece in
      if case .text(let text) = piece { found += text }
      return .inside
    }
    #expect(String(decoding: found, as: UTF8.self) == text)
  }

  @Test(arguments: ["", " ", "no markup at all", "<", "<?xml version='1.0'?>"])
  func takesWhatIsNoXMLWithoutACrash(xml: String) {
    #expect((try? pieces(xml))?.contains("</a>") != true)
  }

  @Test func passesOverAndStopsWhereItIsTold() throws {
    var seen: [String] = []
    try XMLDocument(parsing: Array("<a><b><c/></b><d>x</d><e/></a>".utf8)).visit { piece in
      guard case .opening(let element) = piece else { return .inside }
      seen.append(element.name)
      return element.name == "b" ? .over : element.name == "d" ? .stop : .inside
    }
    #expect(seen == ["a", "b", "d"])
  }

  private func pieces(_ xml: String, attributes: [String] = []) throws -> [String] {
    var pieces: [String] = []
    try XMLDocument(parsing: Array(xml.utf8)).visit(attributes: attributes) { piece in
      switch piece {
      case .opening(let element):
        let values = element.attributes.map { " \($0.name)=\($0.value)" }.joined()
        pieces.append("<\(element.name)\(values)>")
      case .closing(let name): pieces.append("</\(name)>")
      case .text(let text): pieces.append(String(decoding: text, as: UTF8.self))
      }
      return .inside
    }
    return pieces
  }
}
