import EventModel
import Testing

struct TextTests {
  private static let buffer = Array("Grüße, Rust 🦀!".utf8)

  @Test func sliceIsTheSameTextAsItsCopy() {
    let slice = Text(slicing: Self.buffer, 0..<7)
    let copy = Text(copying: Self.buffer, 0..<7)
    #expect(slice == "Grüße")
    #expect(slice == copy)
    #expect(slice.hashValue == copy.hashValue)
    #expect(slice.buffer.count == Self.buffer.count)
    #expect(copy.buffer.count == 7)
  }

  @Test func slicesOfSlicesCountFromTheirStart() {
    let text = Text(slicing: Self.buffer, 9..<Self.buffer.count)
    #expect(text == "Rust 🦀!")
    #expect(text.slice(0..<4) == "Rust")
    #expect(text.slice(5..<9).string == "🦀")
    #expect(text[0] == UInt8(ascii: "R"))
    #expect(text.slice(2..<2).isEmpty)
    #expect(text.count == 10)
    #expect(text.range == 9..<19)
  }

  @Test(arguments: [
    ("", "", false), ("", "a", true), ("a", "", false), ("a", "b", true), ("a", "aa", true),
    ("b", "aa", false), ("Z", "a", true), ("z", "ä", true), ("é", "🦀", true), ("a", "a", false),
  ])
  func orderIsThatOfTheScalars(left: Text, right: Text, isLess: Bool) {
    #expect((left < right) == isLess)
    #expect((left == right) == (left.string == right.string))
  }

  @Test func composedAndDecomposedTextDiffer() {
    #expect(Text("é") != Text("e\u{301}"))
  }

  @Test func repairGivesValidUTF8() {
    #expect(Text(repairing: [0x41, 0xFF, 0x42]) == "A\u{FFFD}B")
    #expect(Text(repairing: Array("Grüße".utf8)) == "Grüße")
    #expect(Text(repairing: [0xF0, 0x9F, 0xA6]).string == "\u{FFFD}")
  }

  @Test func spanHoldsTheBytes() {
    let text = Text(slicing: Self.buffer, 9..<13)
    let bytes = text.withSpan { span in span.indices.map { span[$0] } }
    #expect(bytes == Array("Rust".utf8))
    #expect(Text("").withSpan { $0.isEmpty })
  }

  @Test func setsKnowEqualTextsOfDifferentBuffers() {
    let texts: Set<Text> = [Text(slicing: Self.buffer, 9..<13), "Rust", "rust"]
    #expect(texts.count == 2)
  }
}
