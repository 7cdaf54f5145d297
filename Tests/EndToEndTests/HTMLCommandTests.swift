import Foundation
import Testing

/// What `html` promises: a folder of pages that can be published, or one document.
@Suite struct HTMLCommandTests {
  private func files(_ program: Program, _ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: program.folder.appending(path: folder).path
    ).sorted()
  }

  private func contents(_ program: Program, _ file: String) throws -> String {
    String(
      decoding: try Data(contentsOf: program.folder.appending(path: file)), as: UTF8.self)
  }

  private static let calendars = [
    "africa.ics", "asia.ics", "europe.ics", "north-america.ics", "oceania.ics", "rust.ics",
    "south-america.ics", "virtual.ics",
  ]

  @Test func writesAPageAndACalendarForEachEvent() throws {
    try Program.withSamples { program in
      let arguments = ["html", "-q", "Samples", "--site-url", "https://example.org/rust"]
      let result = try program.run(arguments + ["-o", "deep/public"])
      result.expectSuccess()
      #expect(result.output.isEmpty)
      #expect(
        try files(program, "deep/public")
          == (Self.calendars + ["events", "index.html", "sitemap.xml"]).sorted())
      let json = try program.run(["json", "-q", "Samples"]).output
      let events = try JSONSerialization.jsonObject(with: Data(json)) as? [[String: Any]] ?? []
      let slugs = events.compactMap { ($0["uid"] as? String)?.split(separator: "@").first }
      #expect(slugs.count == events.count && !slugs.isEmpty)
      #expect(
        try files(program, "deep/public/events")
          == slugs.flatMap { ["\($0).html", "\($0).ics"] }.sorted())
      let map = try contents(program, "deep/public/sitemap.xml")
      for slug in slugs {
        #expect(map.contains("<loc>https://example.org/rust/events/\(slug).html</loc>"))
      }
    }
  }

  @Test func writesOneDocumentToStandardOutput() throws {
    try Program.withSamples { program in
      let result = try program.run(["html", "-q", "Samples"])
      result.expectSuccess()
      #expect(result.text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\""))
      #expect(result.text.hasSuffix("</html>\n"))
      #expect(try program.run(["html", "-q", "Samples", "-o", "-"]).output == result.output)
    }
  }

  @Test func touchesOnlyWhatChanges() throws {
    try Program.withSamples { program in
      let result = try program.shell(
        """
        "$twir_events" html -q Samples -o public
        find public -type f -exec touch -t 203101010000 {} +
        "$twir_events" html -q Samples -o public
        find public -type f ! -newermt 2030-12-31
        echo changed > public/index.html
        touch -t 203101010000 public/index.html
        "$twir_events" html -q Samples -o public
        find public -type f ! -newermt 2030-12-31
        """)
      #expect(result.text == "public/index.html\n", "\(result.text)\(result.messages)")
    }
  }

  /// What of an event a page of it says, in the words of `json` and of `pages`.
  private static func facts(_ event: [String: Any], _ page: [String: Any]) -> [(Any?, Any?)] {
    let group = (event["organizers"] as? [[String: Any]])?.first
    let isVirtual = event["mode"] as? String == "virtual"
    let place = isVirtual ? nil : (event["places"] as? [[String: Any]])?.first
    let readGroup = page["organizer"] as? [String: Any]
    let keys = ["start", "end", "mode", "status", "url"]
    return [(event["title"], page["name"])] + keys.map { (event[$0], page[$0]) } + [
      (group?["name"], readGroup?["name"]), (group?["url"], readGroup?["url"]),
      (place?["city"], page["city"]), (place?["country"], page["country"]),
    ]
  }

  private func objects(_ result: Program.Result) throws -> [[String: Any]] {
    try JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]] ?? []
  }

  @Test func pagesReadBackFieldByField() throws {
    try Program.withSamples { program in
      try program.run(["html", "-q", "Samples", "-o", "public"]).expectSuccess()
      let events = try objects(program.run(["json", "-q", "Samples"]))
      let pages = try objects(program.run(["pages", "-q", "public/events"]))
      #expect(pages.count == events.count && events.count > 20)
      for page in pages {
        let source = try #require(page["source"] as? String)
        let slug = source.split(separator: "/").last?.dropLast(".html".count) ?? ""
        let event = try #require(events.first { $0["uid"] as? String == "\(slug)@twir-events" })
        let read = page["events"] as? [[String: Any]] ?? []
        #expect(read.count == 1)
        for (wanted, found) in Self.facts(event, read.first ?? [:]) {
          let (wanted, found) = (wanted as? String, found as? String)
          #expect(wanted == found, "\(source)")
        }
      }
    }
  }

  @Test func pagesAreAFeedToo() throws {
    try Program.withSamples { program in
      let feeds = "site: html Samples -o public --site-url https://example.org/\n"
      try Data(feeds.utf8).write(to: program.folder.appending(path: "feeds"))
      let rehearsal = try program.run(["run", "-q", "--dry-run", "feeds"])
      rehearsal.expectSuccess()
      #expect(rehearsal.text.hasPrefix("site  new"), "\(rehearsal.text)\(rehearsal.messages)")
      #expect(!FileManager.default.fileExists(atPath: program.folder.path + "/public"))
      try program.run(["run", "-q", "feeds"]).expectSuccess()
      #expect(try files(program, "public").contains("sitemap.xml"))
      #expect(try program.run(["run", "-q", "-n", "feeds"]).text.hasPrefix("site  unchanged"))
    }
  }

  @Test func leavesPagesThatAreNotSelectedAnyMore() throws {
    try Program.withSamples { program in
      try program.run(["html", "-q", "Samples", "-o", "public"]).expectSuccess()
      let before = try files(program, "public/events")
      try program.run(["html", "-q", "Samples", "--mode", "virtual", "-o", "public"])
        .expectSuccess()
      #expect(try files(program, "public/events") == before)
      let index = try contents(program, "public/index.html")
      #expect(index.components(separatedBy: "href=\"events/").count - 1 < before.count / 2)
      #expect(!(try contents(program, "public/rust.ics").contains("CATEGORIES:In-person")))
    }
  }

  @Test func saysWhatCannotBeWritten() throws {
    try Program.withSamples { program in
      try program.shell("echo kept > file; mkdir -p half; echo kept > half/events").expectSuccess()
      try program.run(["html", "-q", "Samples", "-o", "file"]).expectError(
        73, "cannot write 'file': it is no folder; for one document leave -o out")
      try program.run(["html", "-q", "Samples", "-o", "file/x"]).expectError(
        73, "cannot write 'file/x': a part of the path is no folder")
      try program.run(["html", "-q", "Samples", "-o", "half"]).expectError(
        73, "cannot write 'half/events': it is no folder; for one document leave -o out")
      #expect(try contents(program, "file") == "kept\n")
      let full = try program.shell("ulimit -f 1; \"$twir_events\" html -q Samples -o full")
      #expect(full.status == 74, "\(full.messages)")
      let left = try program.shell("find full half -name '.twir*'")
      #expect(left.text.isEmpty)
    }
  }

  @Test(arguments: ["example.org", "ftp://example.org/", "https://example.org/?a", "https://e/#b"])
  func takesOnlyTheAddressOfAFolder(address: String) throws {
    try Program.withSamples { program in
      let result = try program.run(["html", "Samples", "--site-url", address])
      #expect(result.status == 64)
      #expect(result.messages.contains("'\(address)' is no address for --site-url"))
    }
  }

  @Test func theBuiltInIssueReplacesNoPages() throws {
    let program = try Program()
    defer { program.remove() }
    try program.run(["html", "-q", "-o", "public"]).expectSuccess()
    try program.run(["html", "-q", "-o", "public"]).expectError(
      69, "no local archive, and the built-in issue does not replace 'public': name a SOURCE")
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func aSignalLeavesNoTemporaryFile(signal: Int32) throws {
    try Program.withSamples { program in
      let listings = (0..<3_000).map {
        "* 2031-04-08 | Vienna, AT | [Friends](https://vienna.example.org/)\n"
          + "    * [**Ferris \($0)**](https://www.meetup.com/v/events/\(300_000_000 + $0)/)\n"
      }
      let issue = "Date: 2031-04-02\n\n## Upcoming Events\n\n" + listings.joined()
      try Data(issue.utf8).write(to: program.folder.appending(path: "big.md"))
      let pages = program.folder.appending(path: "public/events").path
      _ = try program.run(["html", "-q", "big.md", "-o", "public"], signalled: signal) {
        (try? FileManager.default.contentsOfDirectory(atPath: pages).count) ?? 0 > 20
      }
      let left = try program.shell("find public -name '.twir*'; find public -name '*.html' -size 0")
      #expect(left.text.isEmpty)
    }
  }
}
