import EventModel
import EventPages
import Testing

struct CharsetTests {
  /// `Zürich €` in a title, in the bytes of a charset, with the charset declared in some way.
  @Test(
    arguments: [
      ("", [0x5A, 0xC3, 0xBC, 0x72, 0x69, 0x63, 0x68], nil, "Zürich"),
      ("", [0x5A, 0xFC, 0x72, 0x69, 0x63, 0x68, 0x20, 0x80], nil, "Zürich €"),
      ("<meta charset=iso-8859-1>", [0x5A, 0xFC, 0x80], nil, "Zü€"),
      ("<meta charset=iso-8859-1>", [0x5A, 0xC3, 0xBC], nil, "Zü"),
      ("<meta charset=utf-8>", [0x5A, 0xC3, 0xBC, 0xFF, 0x21], nil, "Zü\u{FFFD}!"),
      ("<meta charset='ISO-8859-2'>", [0xA9], nil, "Š"),
      (
        "<meta http-equiv=c content='text/html; charset=Shift_JIS'>", [0x93, 0x8C, 0x8B, 0x9E], nil,
        "東京"
      ),
      ("<meta charset=euc-jp>", [0xC5, 0xEC, 0xFF, 0x21], nil, "東\u{FFFD}!"),
      ("<meta charset=x-none>", [0x5A, 0xFC], nil, "Zü"), ("", [0xEC, 0xEE], "windows-1251", "мо"),
    ] as [(String, [UInt8], String?, String)])
  func readsWhatIsDeclared(
    head: String, title: [UInt8], charset: String?, expected: String
  ) throws {
    let page = Array("\(head)<title>".utf8) + title + Array("</title>".utf8)
    let reading = try PageReader.read(page, source: "test", charset: charset)
    #expect(reading.page.title?.string == expected)
  }

  @Test func readsUTF16WithAByteOrderMark() throws {
    let text = "\u{FEFF}<title>Zürich 🦀</title>"
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big, Array(text.utf8)] {
      #expect(try PageReader.read(bytes, source: "test").page.title == "Zürich 🦀")
    }
  }
}
