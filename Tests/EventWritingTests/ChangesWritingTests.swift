import EventModel
import EventWriting
import Testing

/// Texts that a format could trip over come through as text.
@Suite struct ChangesWritingTests {
  private static let hostile = "</title>]]> & \"<script>\u{1B}[31m\u{202E}ä\u{FFFE}🦀 {\\\"}"

  private static func change(_ title: String) -> EventChange {
    let day = CivilDate("2031-04-02") ?? .distantPast
    func event(_ title: String) -> Event {
      Event(
        uid: Text("\(title)/?#@twir-events"),
        details: EventDetails(
          title: Text(title), dates: EventDates(day), url: "javascript:alert(1)"),
        source: SourceReference(
          issue: IssueReference(date: day, number: nil, file: "a.md"), line: nil))
    }
    return EventChange(event: event(title), before: event("Old"), kinds: [.renamed])
  }

  private static func string(_ write: (inout OutputBuffer) -> Void) -> String {
    var buffer = OutputBuffer()
    write(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test func atomEscapesMarkupAndDropsWhatXMLForbids() {
    let text = Self.string {
      AtomFeed().write(
        [Self.change(Self.hostile)], updated: CivilDate("2031-04-09") ?? .distantPast, into: &$0)
    }
    #expect(text.contains("&lt;/title&gt;]]&gt; &amp; &quot;&lt;script&gt;[31mä🦀"))
    #expect(!text.contains("<script"))
    #expect(!text.contains("javascript"))
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    #expect(!text.unicodeScalars.contains { $0.value == 0xFFFE || $0.value == 0x202E })
    // An identifier is a URI: RFC 3986 §2.
    let id = text.split(separator: "\n").last { $0.hasPrefix("<id>") } ?? ""
    #expect(id.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
  }

  @Test func textActsOnNoTerminal() {
    let text = Self.string { ChangesText().write([Self.change(Self.hostile)], into: &$0) }
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    #expect(text.hasPrefix("Renamed\n  Wed 2 Apr 2031  </title>"))
  }

  @Test func textFitsTheTerminal() {
    let text = Self.string {
      ChangesText(width: 30).write([Self.change(String(repeating: "long ", count: 20))], into: &$0)
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 30 })
  }

  @Test func jsonHasTheFieldsThatDiffer() {
    let text = Self.string { ChangesJSON.write([Self.change("{\",:[]}\\")], into: &$0) }
    #expect(
      text.hasPrefix(
        """
        [
        {"changes":["renamed"],"before":{"uid":"Old/?#@twir-events","title":"Old"},\
        "after":{"uid":"{\\",:[]}\\\\/?#@twir-events","title":"{\\",:[]}\\\\"},"event":{"uid":
        """))
    #expect(text.hasSuffix("}}\n]\n"))
    #expect(Self.string { ChangesJSON.write([], into: &$0) } == "[]\n")
  }
}
