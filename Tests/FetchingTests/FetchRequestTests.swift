import Testing

@testable import Fetching

@Suite struct FetchRequestTests {
  @Test func readsFieldsWithEscapes() throws {
    let request = try FetchRequest(
      line: Array(#"http://a/\#tdir\tx\\y\n\#t"e"\#tWed, 21 Oct 2015 07:28:00 GMT"#.utf8))
    #expect(request.url == "http://a/")
    #expect(request.bodyPath == "dir\tx\\y\n")
    #expect(request.etag == #""e""#)
    #expect(request.lastModified == "Wed, 21 Oct 2015 07:28:00 GMT")
  }

  @Test func conditionsMayBeMissing() throws {
    let request = try FetchRequest(line: Array("http://a/\tb".utf8))
    #expect(request.etag.isEmpty && request.lastModified.isEmpty)
  }

  @Test(arguments: [
    ("", FetchLineError.fieldCount(1)), ("http://a/", .fieldCount(1)),
    ("a\tb\tc\td\te", .fieldCount(5)), ("a\\x\tb", .badEscape), ("a\tb\\", .badEscape),
    ("a\t", .noPath), ("a\tb\u{0}", .noPath), ("a\tb\tx\\nCookie: y", .badCondition),
    ("a\tb\t\tx\\ry", .badCondition),
  ])
  func saysWhatIsWrong(line: String, error: FetchLineError) {
    #expect(throws: error) { try FetchRequest(line: Array(line.utf8)) }
  }

  @Test func linesAreUTF8AndNotEndless() {
    #expect(throws: FetchLineError.noUTF8) { try FetchRequest(line: [0x61, 0x09, 0xFF]) }
    #expect(throws: FetchLineError.tooLong) {
      try FetchRequest(line: [UInt8](repeating: 0x61, count: FetchRequest.greatestLine + 1))
    }
  }

  @Test func fieldsComeBackAsTheyWent() {
    let fields = ["", "a\tb", "\r\n", "\\n", "\r", "ü\u{301}", "\\\\t\\"]
    #expect(FieldLine.fields(FieldLine.text(fields)) == fields)
    #expect(!FieldLine.text(fields).contains { $0.isNewline })
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb\n", ["a", "b"]), ("\n", [""]),
    ("a\n\nb", ["a", "", "b"]),
  ])
  func everyLineCounts(input: String, lines: [String]) {
    #expect(
      FetchRequest.lines(Array(input.utf8)).map { String(decoding: $0, as: UTF8.self) } == lines)
  }

  @Test func reportsAreOneLineOfNineFields() {
    var report = FetchReport(index: 3, outcome: .notModified)
    report.status = 304
    report.url = "http://a/"
    report.message = "a\nb"
    #expect(report.line == "3\tnot-modified\t304\thttp://a/\t\t\t\t0\ta\\nb")
  }
}
