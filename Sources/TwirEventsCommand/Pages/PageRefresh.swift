import EventCatalog
import EventModel
import EventPages
import EventWriting
import IssueArchive

/// Fetches the pages of events that are still ahead, and keeps what they state.
struct PageRefresh {
  /// What came of it.
  struct Report {
    /// Pages that state something new.
    var newCount = 0
    /// Pages that state what they stated before.
    var sameCount = 0
    /// Pages that could not be had or read.
    var failedCount = 0
  }

  private let archive: Archive
  private let console: Console
  private let allowsPrivate: Bool
  private let today: CivilDate

  /// - Parameters:
  ///   - archive: the archive, whose issues are up to date.
  ///   - console: where is told what a page lacked.
  ///   - allowsPrivate: whether pages may be fetched from this machine and private networks.
  init(of archive: Archive, console: Console, allowsPrivate: Bool) {
    self.archive = archive
    self.console = console
    self.allowsPrivate = allowsPrivate
    today = CivilDate(secondsSince1970: Environment.now) ?? .distantPast
  }

  /// Does it.
  ///
  /// - Throws: `CommandError`, where nothing could be fetched or kept; what was kept before stays.
  func run() throws(CommandError) -> Report {
    let wanted = try wantedPages()
    if wanted.isEmpty { return Report() }
    console.note("fetching \(wanted.count) event page\(wanted.count == 1 ? "" : "s")")
    let store = try known()
    var answers: [Answer] = []
    do throws(FetcherError) {
      let pages = wanted.map { Fetcher.Page(url: $0.url, validators: store.validators(of: $0.url)) }
      try Fetcher.fetch(pages, options) { index, result, bytes in
        let reading = bytes.flatMap { read($0, result, of: wanted[index]) }
        answers.append(Answer(page: wanted[index], result: result, reading: reading))
      }
    } catch {
      throw .archive(.fetcher(error))
    }
    return try keep(answers)
  }

  // MARK: What is fetched

  /// A page and the event that it is fetched for.
  private struct Wanted {
    var url: String
    var title: Text
  }

  /// The own pages of the events of the recent issues that are not over.
  private func wantedPages() throws(CommandError) -> [Wanted] {
    var reader = SourceReader(console: Console(verbosity: .quiet), issueDate: nil)
    try reader.readArchive(.offline)
    guard reader.origin == .archive else { return [] }
    let newest = reader.issues.map(\.reference.date).max() ?? .distantPast
    var known: Set<AddressKey> = []
    var wanted: [Wanted] = []
    for event in Ledger.read(reader.takeSteps()).events
    where event.details.dates.last >= today && IssueFilter.recent.matches(event, newest: newest) {
      guard let key = event.details.ownPage, known.insert(key).inserted else { continue }
      wanted.append(Wanted(url: key.url.string, title: event.details.title))
    }
    return wanted
  }

  /// Pages are named by others: what they lead to is not trusted, and their servers are spared.
  private var options: Fetcher.Options {
    var options = Fetcher.Options()
    options.allowsPrivate = allowsPrivate
    options.honoursRobots = true
    return options
  }

  private func known() throws(CommandError) -> PageStore {
    do throws(ArchiveError) { return try archive.pages() } catch { throw .archive(error) }
  }

  // MARK: What came

  private struct Answer {
    var page: Wanted
    var result: FetchResult
    /// What was read, as it is kept; nil where nothing came or could be read.
    var reading: [UInt8]?
  }

  private func read(
    _ bytes: [UInt8], _ result: FetchResult, of page: Wanted
  ) -> [UInt8]? {
    let address = result.url.isEmpty ? page.url : result.url
    do throws(EventPagesError) {
      let reading = try PageReader.read(
        bytes, source: Text(page.url), url: Text(address), charset: result.charset)
      if reading.events.isEmpty {
        console.warning("the page of '\(page.title)' states no event: '\(page.url)'")
      }
      var buffer = OutputBuffer(capacity: 4_096)
      PageWriting.append(reading, to: &buffer)
      return buffer.bytes
    } catch {
      let reason = error == .libraryMissing ? "without libxml2" : "for its size or nesting"
      console.warning(
        "the page of '\(page.title)' cannot be read \(reason), what was read of it before stays: "
          + "'\(page.url)'")
      return nil
    }
  }

  /// Keeps what was read; another run may have kept something meanwhile.
  private func keep(_ answers: [Answer]) throws(CommandError) -> Report {
    var report = Report()
    do throws(ArchiveError) {
      let writing = try ArchiveWriting(archive) {
        console.note("another run holds the archive '\(archive.path)'; waiting for it")
      }
      var store = try archive.pages()
      for answer in answers {
        let before = store[answer.page.url]?.readings.count ?? 0
        store.record(answer.reading, of: answer.page.url, as: answer.result, on: today)
        let after = store[answer.page.url]?.readings.count ?? 0
        let isRead = answer.reading != nil || answer.result.outcome == .notModified
        if !isRead {
          report.failedCount += 1
          if answer.result.outcome != .ok { warn(of: answer) }
        } else if after > before {
          report.newCount += 1
        } else {
          report.sameCount += 1
        }
      }
      try writing.write(store)
    } catch {
      throw .archive(error)
    }
    return report
  }

  private func warn(of answer: Answer) {
    let page = answer.page
    let trouble =
      answer.result.outcome == .gone
      ? "is gone" : "was not fetched (\(answer.result.advice))"
    console.warning(
      "the page of '\(page.title)' \(trouble), what was read of it before stays: '\(page.url)'")
  }
}

extension PageStore {
  /// What the server said of a page when it was read last.
  fileprivate func validators(of url: String) -> Validators {
    self[url]?.validators ?? Validators()
  }
}
