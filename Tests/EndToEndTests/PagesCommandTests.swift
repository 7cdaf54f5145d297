import Foundation
import Testing

/// What `pages` writes, and how it ends.
@Suite struct PagesCommandTests {
  @Test(arguments: [
    ("pages-json", ["pages", "Samples/pages"]),
    ("pages-csv", ["pages", "--format", "csv", "Samples/pages/rust-hack-night.html"]),
  ])
  func writesWhatWasRecorded(name: String, arguments: [String]) throws {
    try Program.withSamples { try $0.run(arguments).expect(name) }
  }

  @Test func readsStandardInputAndKeepsTheOrderOfTheSources() throws {
    try Program.withSamples { program in
      let path = "Samples/pages/rust-hack-night.html"
      let result = try program.run(
        ["pages", "-q", "-", path], input: Array("<title>Log in</title>".utf8))
      result.expectSuccess()
      let pages = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]])
      #expect(pages.map { $0["source"] as? String } == ["-", path])
      #expect(pages.map { ($0["events"] as? [Any])?.count } == [0, 1])
    }
  }

  @Test func aPageWithoutEventsIsNoError() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run(["pages", "-"], input: Array("<p>Nothing</p>".utf8))
    result.expectSuccess()
    #expect(result.messages == "twir-events: warning: no event is stated on 1 page\n")
    #expect(result.text.contains("\"events\":[]"))
  }

  @Test func leavesOutAPageThatCannotBeRead() throws {
    let program = try Program()
    defer { program.remove() }
    let deep = String(repeating: "<div>", count: 2_000)
    try Data(deep.utf8).write(to: program.folder.appending(path: "deep.html"))
    let complaint =
      "'deep.html' is no page that people read: its elements nest too deep or have too many "
      + "attributes"
    try program.run(["pages", "deep.html"]).expectError(65, complaint)
    let result = try program.run(["pages", "deep.html", "-"], input: Array("<p>x</p>".utf8))
    result.expectSuccess()
    #expect(result.messages.contains("warning: \(complaint); it is left out\n"))
  }

  @Test(arguments: [
    (["pages", "none.html"], 66, "cannot read 'none.html': No such file or directory"),
    (["pages", "."], 65, "no page (*.html, *.htm) in the folder '.'"),
    (
      ["pages", "--offline", "https://a.example/"], 69,
      "cannot read 'https://a.example/' with --offline: name a saved page"
    ),
  ])
  func saysWhatIsMissing(arguments: [String], status: Int32, message: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.run(arguments).expectError(status, message)
  }

  @Test func asksForASource() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run(["pages"])
    #expect(result.status == 64)
    #expect(result.messages.contains("<source>"))
  }
}
