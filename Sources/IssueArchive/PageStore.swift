package import EventModel
internal import FileSystem

/// What was read of event pages: for each URL its readings, as bytes that mean nothing here, with the
/// day on which each was fetched.
///
/// Read with ``Archive/pages()``, changed in memory with ``record(_:of:as:on:)``, and written as a
/// whole by ``ArchiveWriting/write(_:)``; a run that ends before that leaves the store as it was.
package struct PageStore: Hashable, Sendable {
  /// A reading of a page.
  package struct Reading: Hashable, Sendable {
    /// The day on which the page was fetched.
    package var fetched: CivilDate
    /// What was read.
    package var bytes: [UInt8]
  }

  /// A page.
  package struct Page: Hashable, Sendable {
    /// Its URL, as it was asked for.
    package var url: String
    /// Its readings, the oldest first; each differs from the one before.
    package internal(set) var readings: [Reading]
    /// What the server said of the newest.
    package internal(set) var validators: Validators
    /// How the last attempt to fetch it ended.
    package internal(set) var outcome: FetchResult.Outcome
    /// The day of that attempt.
    package internal(set) var tried: CivilDate
  }

  private var pages: [String: Page] = [:]

  package init() {}

  /// What is known of a page; nil for one that was never tried.
  package subscript(url: String) -> Page? { pages[url] }

  /// Whether no page was ever tried.
  package var isEmpty: Bool { pages.isEmpty }

  /// The pages, in the order of their URLs.
  package var all: [Page] { pages.values.sorted { $0.url < $1.url } }

  /// Notes what became of a request for a page.
  ///
  /// - Parameters:
  ///   - reading: what was read of the body that came; nil where none came, or nothing could be read
  ///     in it: then the readings stay as they are. It is added only where it differs from the last.
  ///   - url: the page, as it was asked for.
  ///   - result: how the request ended.
  ///   - day: today.
  package mutating func record(
    _ reading: [UInt8]?, of url: String, as result: FetchResult, on day: CivilDate
  ) {
    var page =
      pages[url]
      ?? Page(
        url: url, readings: [], validators: Validators(), outcome: result.outcome, tried: day)
    page.outcome = result.outcome
    page.tried = day
    if let reading {
      if page.readings.last?.bytes != reading {
        page.readings.append(Reading(fetched: day, bytes: reading))
      }
      page.validators = result.validators
    }
    pages[url] = page
  }
}

// MARK: - The file

extension PageStore {
  static let name = "\(Archive.state)/pages"
  private static let heading = "twir-events pages 1"

  /// The store as it is written: a line for each page, behind it a line for each of its readings,
  /// and behind that the reading's bytes and a line feed.
  var bytes: [UInt8] {
    var result = Array(TabbedFields.line([Self.heading]).utf8)
    for page in all {
      let line = TabbedFields.line([
        "page", page.url, page.outcome.rawValue, "\(page.tried)", page.validators.etag,
        page.validators.lastModified,
      ])
      result += line.utf8
      for reading in page.readings {
        result +=
          TabbedFields.line(["reading", "\(reading.fetched)", "\(reading.bytes.count)"])
          .utf8
        result += reading.bytes
        result.append(UInt8(ascii: "\n"))
      }
    }
    return result
  }

  /// Reads a store; nil where it is not as it is written.
  init?(_ bytes: [UInt8]) {
    var offset = 0
    guard Self.nextLine(bytes, &offset) == [Self.heading] else { return nil }
    var page: Page?
    while offset < bytes.count {
      guard let fields = Self.nextLine(bytes, &offset) else { return nil }
      switch fields.first {
      case "page":
        if let page { pages[page.url] = page }
        page = Self.page(fields)
        if page == nil { return nil }
      case "reading":
        guard let reading = Self.reading(fields, bytes, &offset), page != nil else { return nil }
        page?.readings.append(reading)
      default: return nil
      }
    }
    if let page { pages[page.url] = page }
  }

  private static func nextLine(_ bytes: [UInt8], _ offset: inout Int) -> [String]? {
    guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { offset = end + 1 }
    return TabbedFields.lines(Array(bytes[offset...end])).first
  }

  private static func page(_ fields: [String]) -> Page? {
    guard fields.count == 6, let outcome = FetchResult.Outcome(rawValue: fields[2]),
      let tried = CivilDate(fields[3])
    else { return nil }
    let validators = Validators(etag: fields[4], lastModified: fields[5])
    return Page(
      url: fields[1], readings: [], validators: validators, outcome: outcome, tried: tried)
  }

  private static func reading(
    _ fields: [String], _ bytes: [UInt8], _ offset: inout Int
  ) -> Reading? {
    guard fields.count == 3, let fetched = CivilDate(fields[1]), let count = Int(fields[2]),
      count >= 0, count < bytes.count - offset, bytes[offset + count] == UInt8(ascii: "\n")
    else { return nil }
    defer { offset += count + 1 }
    return Reading(fetched: fetched, bytes: Array(bytes[offset..<offset + count]))
  }
}

extension Archive {
  /// The readings of event pages; empty where there are none yet.
  ///
  /// - Throws: `ArchiveError.damaged` where somebody else has changed the file.
  package func pages() throws(ArchiveError) -> PageStore {
    let path = path(of: PageStore.name)
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileReading.contents(of: path)
    } catch {
      if error.isMissing { return PageStore() }
      throw .cannotRead(path: path, error)
    }
    guard let store = PageStore(bytes) else { throw .damaged(path: path) }
    return store
  }
}

extension ArchiveWriting {
  /// Puts a store in the place of the one that is there.
  package func write(_ pages: PageStore) throws(ArchiveError) {
    try write(pages.bytes, to: PageStore.name)
  }
}
