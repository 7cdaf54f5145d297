import EventModel
import Testing

@testable import IssueArchive

@Suite struct PageStoreTests {
  private let url = "https://a.org/events/1"

  @Test func keepsReadingsThatDifferFromTheLast() {
    var store = PageStore()
    let found = FetchResult(.ok, validators: Validators(etag: "\"1\""))
    store.record([1], of: url, as: found, on: day("2031-04-01"))
    store.record([1], of: url, as: found, on: day("2031-04-02"))
    store.record([2, 10, 3], of: url, as: found, on: day("2031-04-03"))
    store.record(nil, of: url, as: FetchResult(.gone), on: day("2031-04-04"))
    let page = store[url]
    #expect(page?.readings.map(\.bytes) == [[1], [2, 10, 3]])
    #expect(page?.readings.map(\.fetched) == [day("2031-04-01"), day("2031-04-03")])
    #expect(page?.outcome == .gone)
    #expect(page?.tried == day("2031-04-04"))
    #expect(page?.validators.etag == "\"1\"")
  }

  @Test func isReadAsItWasWritten() throws {
    try TemporaryArchive.run { temporary in
      #expect(try temporary.archive.pages().isEmpty)
      var store = PageStore()
      let result = FetchResult(.ok, validators: Validators(etag: "a\tb\\", lastModified: "\n"))
      store.record(Array("two\nlines\t".utf8), of: url, as: result, on: day("2031-04-01"))
      store.record([], of: "https://b.org/\t", as: result, on: day("2031-04-01"))
      store.record(nil, of: "https://c.org/", as: FetchResult(.timedOut), on: day("2031-04-02"))
      let writing = try ArchiveWriting(temporary.archive)
      try writing.write(store)
      #expect(try temporary.archive.pages() == store)
      #expect(temporary.names(in: ".state") == ["pages"])
    }
  }

  @Test func damageIsSaidAndNotRead() throws {
    var store = PageStore()
    store.record([1, 2, 3], of: url, as: FetchResult(.ok), on: day("2031-04-01"))
    let bytes = store.bytes
    #expect(PageStore(bytes) == store)
    // A file that ends behind a line is whole; one that ends elsewhere is not.
    for end in bytes.indices where bytes[..<end].last != 10 {
      #expect(PageStore(Array(bytes[..<end])) == nil, "\(end)")
    }
    try TemporaryArchive.run { temporary in
      _ = try ArchiveWriting(temporary.archive)
      try temporary.write("x", to: ".state/pages")
      let path = temporary.archive.path(of: ".state/pages")
      #expect(throws: ArchiveError.damaged(path: path)) { try temporary.archive.pages() }
    }
  }
}
