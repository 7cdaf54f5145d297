import EventCatalog
import EventModel
import EventPages
import IssueArchive

/// The event pages that the archive holds, joined with the events of its issues.
struct ArchivePages {
  private let store: PageStore
  private let console: Console

  /// The pages of the local archive; nil where it holds none.
  init?(console: Console) {
    guard let path = Environment.archivePath else { return nil }
    do throws(ArchiveError) {
      let store = try Archive(path: path).pages()
      if store.isEmpty { return nil }
      self.store = store
      self.console = console
    } catch {
      console.warning("event pages are left out: \(error.reason)")
      return nil
    }
  }

  /// Joins the pages with events, which are put in their order again.
  ///
  /// - Parameters:
  ///   - events: all events of the archive.
  ///   - newest: the day of the newest issue: of events before it nothing is said any more.
  ///   - day: the last day on which a reading that counts was fetched.
  /// - Returns: the events.
  func joined(
    _ events: consuming [Event], newest: CivilDate, until day: CivilDate = .distantFuture
  ) -> [Event] {
    var pages: [AddressKey: Page] = [:]
    for page in store.all {
      let readings = page.readings.filter { $0.fetched <= day }
      guard !readings.isEmpty, let key = AddressKey(url: Text(page.url)) else { continue }
      pages[key, default: Page()].bytes += readings
    }
    let linked = linked(events, to: &pages)
    if linked.isEmpty { return events }
    var join = PageJoin(zones: ZoneFolder.zones, isSameAddress: AddressKey.areSame)
    for (index, key) in linked {
      guard let readings = pages[key]?.read() else { continue }
      let link = PageLink(isOwn: pages[key]?.linkCount == 1)
      let findings = join.join(&events[index], with: readings, link: link)
      for finding in findings { say(finding, of: events[index], newest) }
    }
    return events.sorted(by: Event.precedes)
  }

  /// The events whose own page is known, with its key; counts how many each page has.
  private func linked(
    _ events: [Event], to pages: inout [AddressKey: Page]
  ) -> [(index: Int, key: AddressKey)] {
    var linked: [(Int, AddressKey)] = []
    for index in events.indices {
      guard let url = events[index].details.url, let any = AddressKey(url: url),
        pages[any] != nil
      else { continue }
      // A group's page that was fetched as another event's own is not this one's.
      pages[any]?.linkCount += 1
      if let key = events[index].details.ownPage { linked.append((index, key)) }
    }
    return linked
  }

  private func say(_ finding: Diagnostic, of event: Event, _ newest: CivilDate) {
    let source = event.laterSources.last ?? event.firstSource
    let file = source.issue.file.isEmpty ? "-" : source.issue.file.string
    let line = source.line.map { "\($0):" } ?? ""
    let isAhead =
      max(event.details.dates.last, event.page?.listedDates?.last ?? .distantPast) >= newest
    if isAhead { console.warning("\(file):\(line) \(finding.message) [\(finding.code.name)]") }
  }

  /// A page, and how many events link it.
  private struct Page {
    var bytes: [PageStore.Reading] = []
    var linkCount = 0
    private var readings: [DatedReading]?

    /// What it stated, read where that is asked for first.
    mutating func read() -> [DatedReading] {
      if let readings { return readings }
      let read = bytes.compactMap { reading in
        PageReading(json: reading.bytes).map {
          DatedReading(fetched: reading.fetched, reading: $0)
        }
      }
      readings = read
      return read
    }
  }
}
