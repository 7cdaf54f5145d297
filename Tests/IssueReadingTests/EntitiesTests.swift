import Testing

@testable import IssueReading

struct EntitiesTests {
  private static func entity(_ text: String) -> (text: String, end: Int)? {
    let (buffer, range) = text.field
    return Entities.parse(buffer, at: 0, to: range.upperBound).map {
      (String(decoding: $0.bytes, as: UTF8.self), $0.end)
    }
  }

  @Test(arguments: [
    ("&amp;", "&"), ("&quot;", "\""), ("&uuml;", "ü"), ("&Uuml;", "Ü"), ("&hellip;", "…"),
    ("&#38;", "&"), ("&#x26;", "&"), ("&#X26;", "&"), ("&#129408;", "🦀"), ("&#x1f980;", "🦀"),
    ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"), ("&#x110000;", "\u{FFFD}"),
  ])
  func readsReferences(markdown: String, text: String) {
    let entity = Self.entity(markdown + "tail;")
    #expect(entity?.text == text)
    #expect(entity?.end == markdown.utf8.count)
  }

  @Test(arguments: [
    "&", "&;", "&amp", "&amp amp;", "&#;", "&#x;", "&#a;", "&#xg;", "&nosuch;", "&#-1;", "&#+65;",
    "&#x+41;", "&#1234567890123;", "& amp;", "&#12 34;",
  ])
  func leavesOtherAmpersandsAlone(markdown: String) {
    #expect(Self.entity(markdown) == nil)
  }
}
