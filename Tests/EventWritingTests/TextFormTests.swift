import EventModel
import TestSupport
import Testing

@testable import EventWriting

struct TextFormTests {
  @Test(arguments: [
    ("a,b;c\\d", "a\\,b\\;c\\\\d"), ("", ""), ("  both ends \u{A0}", "both ends"),
    ("a\tb", "a b"), ("a\u{1B}[31mb", "a[31mb"), ("a\u{2028}b", "a b"), ("a\u{85}\u{2029}b", "a b"),
    ("\u{202E}abc\u{2066}", "abc"), ("\u{FEFF}title", "title"), ("東京　会", "東京　会"),
    ("a\u{A0}b", "a\u{A0}b"), ("a\r\nb", "a b"), ("\u{1}\u{2}", ""),
    ("Ünïcödé – ok…", "Ünïcödé – ok…"),
    ("a\u{9B}b", "ab"), ("🦀", "🦀"), ("\\n", "\\\\n"),
  ])
  func calendarTextIsEscapedAndCleaned(text: String, expected: String) {
    #expect(appended { ICalendarText.append(Text(text), to: &$0) } == expected)
  }

  @Test(arguments: [("a\nb", "a\\nb"), ("a\r\nb\rc\n", "a\\nb\\nc"), ("a,\n\nb", "a\\,\\n\\nb")])
  func descriptionsKeepTheirLines(text: String, expected: String) {
    #expect(appended { ICalendarText.append(lines: Text(text), to: &$0) } == expected)
  }

  @Test func calendarTextReadsBackAsTheCleanedText() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = HostileText.make(
        using: &generator, pieces: Int.random(in: 0...40, using: &generator))
      let escaped = appended { ICalendarText.append(lines: Text(text), to: &$0) }
      let plain = appended { PlainText.append(lines: Text(text), to: &$0) }
      #expect(Self.unescaped(escaped) == plain, "seed \(seed): \(text.debugDescription)")
      #expect(Self.isClean(plain), "seed \(seed): \(text.debugDescription)")
    }
  }

  /// What a reader makes of TEXT: RFC 5545 §3.3.11; nil where the escapes are wrong.
  static func unescaped(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\\":
        switch scalars.next() {
        case "n", "N": result.append("\n")
        case let escaped? where "\\;,".unicodeScalars.contains(escaped): result.append(escaped)
        default: return nil
        }
      case ",", ";": return nil
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  static func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF: false
      default: true
      }
    }
  }

  @Test func everyByteIsFoundAtEveryOffset() {
    expectExactScan(ICalendarText.self)
    expectExactScan(PlainText.self)
    expectExactScan(JSONText.self)
    expectExactScan(URIText.self)
  }

  private func expectExactScan<Scan: RunScan>(_ scan: Scan.Type) {
    for byte in UInt8.min...UInt8.max {
      for offset in 0..<20 {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 21)
        bytes[offset] = byte
        let expected = scan.isSpecial(byte) ? offset : 21
        let end = scan.runEnd(in: bytes.span, from: 0)
        if end != expected { Issue.record("\(scan): \(byte) at \(offset) found at \(end)") }
      }
    }
  }

  @Test(arguments: [
    ("", "\"\""), ("a\"b\\c/", "\"a\\\"b\\\\c/\""),
    ("\n\r\t\u{0}\u{1F}", "\"\\n\\r\\t\\u0000\\u001F\""),
    ("é\u{2028}🦀\u{7F}", "\"é\u{2028}🦀\u{7F}\""),
  ])
  func stringsOfJSONAreEscaped(text: String, expected: String) {
    #expect(appended { JSONText.append(Text(text), to: &$0) } == expected)
  }
}
