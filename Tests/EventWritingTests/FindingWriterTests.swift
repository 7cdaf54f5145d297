import EventModel
import EventWriting
import Testing

struct FindingWriterTests {
  /// A file of two lines and a finding with help and a fix on the second.
  private static let text = Array("# Über\n* 2026-02-18 | Köln| x\n".utf8)
  private static let finding = Finding(
    .warning, .fields, 28..<29, from: FilePosition(line: 2, column: 20),
    to: FilePosition(line: 2, column: 21), message: "no space, before '|'", help: "write ' |'",
    fix: Fix(replacing: 28..<29, with: " |"))

  @Test func writesJSON() {
    #expect(
      written(FindingJSON()) == """
        [
        {"file":"a: b.md","line":2,"column":20,"end_line":2,"end_column":21,"severity":"warning",\
        "code":"fields","message":"no space, before '|'","help":"write ' |'",\
        "source":"* 2026-02-18 | Köln| x","fix":[{"start":28,"end":29,"replacement":" |"}]}
        ]

        """)
    #expect(written(FindingJSON(), findings: []) == "[]\n")
  }

  @Test func writesWorkflowCommands() {
    #expect(
      written(FindingWorkflow()) == """
        ::warning file=a%3A b.md,line=2,col=20,endLine=2,endColumn=20,title=fields::\
        no space, before '|'%0Ahelp: write ' |'

        """)
  }

  @Test func writesSARIF() {
    let rule = FindingSARIF.Rule(
      code: .fields, severity: .warning, summary: "the fields", page: "# fields\n")
    let log = written(FindingSARIF(version: "1.2.3", rules: [rule]))
    for piece in [
      "\"version\":\"2.1.0\"", "\"ruleId\":\"fields\",\"ruleIndex\":0,\"level\":\"warning\"",
      "\"uri\":\"a%3A%20b.md\"",
      "\"region\":{\"startLine\":2,\"startColumn\":20,\"endLine\":2,\"endColumn\":21,",
      "\"deletedRegion\":{\"byteOffset\":28,\"byteLength\":1},\"insertedContent\":{\"text\":\" |\"}",
    ] {
      #expect(log.contains(piece), "\(piece)")
    }
  }

  private func written(
    _ writer: some FindingWriter, findings: [Finding] = [Self.finding]
  ) -> String {
    var writer = writer
    var buffer = OutputBuffer()
    writer.begin(into: &buffer)
    for finding in findings {
      writer.write(finding, path: "a: b.md", text: Self.text, into: &buffer)
    }
    writer.end(into: &buffer)
    return buffer.withSpan { span in
      String(decoding: (0..<span.count).map { span[$0] }, as: UTF8.self)
    }
  }
}
