import EventModel
import FileSystem
import Testing

@testable import IssueArchive

@Suite struct NotesTests {
  @Test func fieldsAreReadAsTheyWereWritten() {
    let fields = ["", "a\tb", "\\", "\\t", "line\nline\r", "Grüße"]
    let bytes = Array((TabbedFields.line(fields) + TabbedFields.line(["x"])).utf8)
    #expect(TabbedFields.lines(bytes) == [fields, ["x"]])
    #expect(TabbedFields.lines(Array(bytes.dropLast())) == [fields])
    #expect(TabbedFields.lines([]).isEmpty)
  }

  @Test func reportsAreReadInAnyOrder() {
    let report = """
      1\tnot-modified\t304\thttps://b.org/\t"e"\t\t\t0\t
      0\tok\t200\thttps://a.org/\t\tyesterday\ttext/plain\t12\tfine
      7\tok\t200\tx\t\t\t\t0\t
      x\tok
      2\twhatever\t0\t\t\t\t\t0\tnew word

      """
    let results = FetchResult.results(in: Array(report.utf8), count: 4)
    #expect(results.map(\.?.outcome) == [.ok, .notModified, .failed, nil])
    #expect(results[0]?.validators == Validators(lastModified: "yesterday"))
    #expect(results[1]?.validators.etag == "\"e\"")
    #expect(results[2]?.reason == "new word")
  }

  @Test func aRecordSpeaksOfOneBodyOnly() throws {
    try TemporaryArchive.run { temporary in
      let name = "2031-04-16-this-week-in-rust.md"
      let bytes = Array("# One".utf8)
      let validators = Validators(etag: "\"1\"", lastModified: "now")
      let record = IssueRecord(
        url: "https://a.org/", validators: validators, fetched: day("2031-04-17"), of: bytes)
      let writing = try ArchiveWriting(temporary.archive)
      try writing.write(record.note, to: ".state/\(name)")
      let read = try #require(IssueRecord(of: name, in: temporary.archive))
      #expect(read == record)
      #expect(read.fits(bytes) && !read.fits(Array("# Two".utf8)))
      try temporary.write("fetched\t2031-04-17\nsize", to: ".state/\(name)")
      #expect(IssueRecord(of: name, in: temporary.archive) == nil)
    }
  }

  @Test func bodiesKeepTheirOrder() throws {
    try TemporaryArchive.run { temporary in
      let name = "2031-04-16-this-week-in-rust.md"
      let bodies = (1...12).map { "body \($0)" }
      for (index, body) in bodies.enumerated() {
        let writing = try ArchiveWriting(temporary.archive)
        let path = writing.path(of: "0")
        try Disk.write(path, Array(body.utf8), isDurable: false)
        let old = index == 0 ? nil : Array(bodies[index - 1].utf8)
        // The clock goes back once.
        let today = day("2031-04-16").advanced(by: index == 6 ? 0 : index / 4)
        try writing.place(
          Array(body.utf8), from: path, of: name, replacing: old, url: "", Validators(),
          today: today)
      }
      let earlier = try temporary.archive.earlierBodies(of: name)
      let texts = try earlier.map { body in
        String(decoding: try FileReading.contents(of: body.path), as: UTF8.self)
      }
      #expect(texts == bodies.dropLast())
      #expect(try temporary.text(of: name) == "body 12")
      #expect(earlier.map(\.fetched) == earlier.map(\.fetched).sorted())
      #expect(try temporary.archive.mendedIssues() == [name])
    }
  }

  @Test func theNextRunRemovesWhatAnInterruptedOneLeft() throws {
    try TemporaryArchive.run { temporary in
      try Disk.makeFolder(temporary.archive.path(of: ".incoming-abcdef"))
      try temporary.write("half", to: ".incoming-abcdef/0")
      do { _ = try ArchiveWriting(temporary.archive) }
      #expect(temporary.names() == [".lock", ".state"])
    }
  }

  @Test func oneRunAtATimeWrites() throws {
    try TemporaryArchive.run { temporary in
      let first = try ArchiveWriting(temporary.archive)
      #expect(throws: ArchiveError.locked(path: temporary.archive.path)) {
        _ = try ArchiveWriting(temporary.archive, waiting: .milliseconds(60))
      }
      _ = consume first
      _ = try ArchiveWriting(temporary.archive, waiting: .zero)
    }
  }
}
