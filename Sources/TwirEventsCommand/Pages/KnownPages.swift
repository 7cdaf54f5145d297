import EventCatalog
import EventModel
import EventPages
import IssueArchive
import IssueChecking

/// Finds what is known of the pages that listings link: in the archive, or in a folder of saved pages.
enum KnownPages {
  /// The pages that the options ask for; nil where they ask for none.
  static func find(
    _ options: RuleOptions, console: Console
  ) throws(CommandError) -> EventPageKnowledge? {
    var pages: [AddressKey: EventPageKnowledge.Page] = [:]
    if options.pages { try addArchive(to: &pages) }
    if let folder = options.pagesFrom { try add(folder, to: &pages, console) }
    guard options.pages || options.pagesFrom != nil else { return nil }
    if pages.isEmpty {
      console.warning(
        options.pagesFrom == nil
          ? "the archive holds no event page; 'refresh --pages' fetches them"
          : "no event page with an address is in '\(options.pagesFrom ?? "")'")
    }
    return EventPageKnowledge(pages) { ZoneFolder.zones }
  }

  private static func addArchive(
    to pages: inout [AddressKey: EventPageKnowledge.Page]
  ) throws(CommandError) {
    guard let path = Environment.archivePath else { return }
    let store: PageStore
    do throws(ArchiveError) {
      store = try Archive(path: path).pages()
    } catch {
      throw .archive(error)
    }
    for page in store.all {
      guard let key = AddressKey(url: Text(page.url)) else { continue }
      let newest = page.readings.last.flatMap { reading in
        PageReading(json: reading.bytes).map {
          DatedReading(fetched: reading.fetched, reading: $0)
        }
      }
      pages[key] = EventPageKnowledge.Page(reading: newest, isGone: page.outcome == .gone)
    }
  }

  /// Adds saved pages, each by every address that it says is its own.
  private static func add(
    _ folder: String, to pages: inout [AddressKey: EventPageKnowledge.Page], _ console: Console
  ) throws(CommandError) {
    var reader = PageSourceReader(console: console, isOffline: true)
    try reader.read([folder])
    for reading in reader.readings {
      let page = EventPageKnowledge.Page(
        reading: DatedReading(fetched: Environment.today, reading: reading))
      let own = [reading.page.canonical, reading.url].compactMap(\.self)
      let events = reading.events.count == 1 ? reading.events.compactMap(\.url) : []
      for url in own + events {
        if let key = AddressKey(url: url) { pages[key] = page }
      }
    }
  }
}
