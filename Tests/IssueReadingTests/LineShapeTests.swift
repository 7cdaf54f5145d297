import Testing

@testable import IssueReading

struct LineShapeTests {
  private static func shape(_ line: String) -> (LineShape, String) {
    let (buffer, range) = line.field
    let shape = LineShape(buffer, range)
    return (shape, buffer.string(shape.content))
  }

  @Test(arguments: [
    ("* a", 0, "a"), ("- a", 0, "a"), ("+ a", 0, "a"), ("• a", 0, "a"), ("    * a", 4, "a"),
    ("\t* a", 4, "a"), (" \t* a", 5, "a"), ("  * a  ", 2, "a"), ("*\ta", 0, "a"),
    ("*\u{A0}a", 0, "a"), ("*[a](b)", 0, "[a](b)"), ("*2026-02-11 | x", 0, "2026-02-11 | x"),
    ("* a\r", 0, "a"), ("*   a", 0, "a"), ("-[a](b)", 0, "[a](b)"),
  ])
  func knowsItems(line: String, indentation: Int, content: String) {
    let (shape, text) = Self.shape(line)
    #expect(shape.kind == .item)
    #expect(shape.indentation == indentation)
    #expect(text == content)
  }

  @Test(arguments: [
    ("### Europe", "Europe"), ("###Europe", "Europe"), ("  ### Europe \r", "Europe"),
    ("#### x", "x"), ("###", ""),
  ])
  func knowsHeadings(line: String, content: String) {
    let (shape, text) = Self.shape(line)
    #expect(shape.kind == .heading)
    #expect(text == content)
  }

  @Test(arguments: [
    ("", LineShape.Kind.blank), ("  \t\r", .blank), ("\u{A0}", .blank), ("[a]: b", .definition),
    ("[a]: b c", .text), ("[a](b)", .text), ("[a]", .text), ("**a** b", .text), ("---", .text),
    ("*a*", .text), ("*", .text), ("text", .text), ("2026-02-11 | x", .text), ("1. a", .text),
    ("    ### a", .text),
  ])
  func knowsOtherLines(line: String, kind: LineShape.Kind) {
    #expect(Self.shape(line).0.kind == kind)
  }
}
