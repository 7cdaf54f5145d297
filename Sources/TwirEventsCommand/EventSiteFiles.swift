import EventModel
import EventWriting
import HTMLTree

/// Writes the files of a site: a page and a calendar for each event, the calendars to subscribe to, the
/// index, and the map for search engines.
///
/// Pages of events that are not selected any more stay: somebody may have shared their address.
/// The calendars of all regions are written, those without events too, so that none is left behind
/// with old ones.
struct EventSiteFiles {
  let site: EventSite
  let events: [Event]
  private let slugs: [String]

  init(site: EventSite, events: [Event]) {
    self.site = site
    self.events = events
    slugs = Self.slugs(of: events)
  }

  /// Writes all; what links to another file comes after it.
  func write(into folder: OutputFolder) throws(CommandError) -> OutputFolder.Tally {
    // Threads hold back what the one that starts them holds back.
    var signals = HeldSignals()
    signals.hold()
    defer { signals.release() }
    let pages = try folder.folder(EventSite.eventFolder)
    var tally = try write(pagesInto: pages).get()
    if HeldSignals.isPending { return tally }
    try writeCalendars(into: folder, counting: &tally)
    let index = EventIndex(site: site, events: events, entries: .links(slugs: slugs))
    let document = try Self.built { () throws(HTMLBuilderError) in try index.document() }
    try folder.write(document.span, to: EventSite.indexFile, counting: &tally)
    try writeSitemap(into: folder, counting: &tally)
    return tally
  }

  /// The events in one document, without links to files.
  static func document(of events: [Event], site: EventSite) throws(CommandError) -> [UInt8] {
    let index = EventIndex(site: site, events: events, entries: .whole)
    return try built { () throws(HTMLBuilderError) in try index.document() }
  }

  /// Slugs of events, each once.
  private static func slugs(of events: [Event]) -> [String] {
    var used: Set<String> = []
    return events.map { event in
      let slug = EventSlug.make(of: event.uid ?? "")
      if used.insert(slug).inserted { return slug }
      // The hash in a slug can be the same for two UIDs.
      var number = 2
      while !used.insert("\(slug)-\(number)").inserted { number += 1 }
      return "\(slug)-\(number)"
    }
  }

  private static func built(
    _ build: () throws(HTMLBuilderError) -> [UInt8]
  ) throws(CommandError) -> [UInt8] {
    do throws(HTMLBuilderError) {
      return try build()
    } catch {
      switch error {
      case .libraryMissing: throw .libraryMissingToWrite
      default: throw .writeFailed(path: "HTML", reason: "out of memory")
      }
    }
  }

  // MARK: Pages

  /// Writes the pages of all events, on as many threads as there are cores.
  private func write(
    pagesInto folder: OutputFolder
  ) -> Result<OutputFolder.Tally, CommandError> {
    let pieces = min(Threads.coreCount, max(1, events.count / 64))
    let results = Threads.map(pieces) { [self] piece in
      let range = events.count * piece / pieces..<events.count * (piece + 1) / pieces
      do throws(CommandError) {
        return Result<OutputFolder.Tally, CommandError>.success(try write(range, into: folder))
      } catch {
        return .failure(error)
      }
    }
    var tally = OutputFolder.Tally()
    for result in results {
      switch result {
      case .success(let part): tally += part
      case .failure(let error): return .failure(error)
      }
    }
    return .success(tally)
  }

  private func write(
    _ range: Range<Int>, into folder: OutputFolder
  ) throws(CommandError) -> OutputFolder.Tally {
    let pages = EventPage(site: site)
    var tally = OutputFolder.Tally()
    var buffer = OutputBuffer(capacity: 4_096)
    for index in range {
      if HeldSignals.isPending { break }
      let (event, slug) = (events[index], slugs[index])
      buffer.removeAll()
      Self.append([event], with: ICalendar(options: calendarOptions(for: nil)), to: &buffer)
      try buffer.withSpan { span throws(CommandError) in
        try folder.write(span, to: "\(slug).ics", counting: &tally)
      }
      let page = try Self.built { () throws(HTMLBuilderError) in
        try pages.document(of: event, slug: slug)
      }
      try folder.write(page.span, to: "\(slug).html", counting: &tally)
    }
    return tally
  }

  // MARK: Calendars and map

  private func writeCalendars(
    into folder: OutputFolder, counting tally: inout OutputFolder.Tally
  ) throws(CommandError) {
    try writeCalendar(of: events, region: nil, into: folder, counting: &tally)
    for region in Region.allCases {
      let chosen = events.filter { $0.details.regions.contains(RegionSet(region)) }
      try writeCalendar(of: chosen, region: region, into: folder, counting: &tally)
    }
  }

  private func writeCalendar(
    of events: [Event], region: Region?, into folder: OutputFolder,
    counting tally: inout OutputFolder.Tally
  ) throws(CommandError) {
    let file = region.map(EventSite.calendarFile) ?? EventSite.calendarFile
    var options = calendarOptions(for: region)
    options.feedURL = site.address.map { Text($0 + file) }
    var buffer = OutputBuffer()
    Self.append(events, with: ICalendar(options: options), to: &buffer)
    try buffer.withSpan { span throws(CommandError) in
      try folder.write(span, to: file, counting: &tally)
    }
  }

  private func calendarOptions(for region: Region?) -> ICalendar.Options {
    var options = ICalendar.Options()
    options.name = region.map { Text("\(site.name): \($0.name)") } ?? site.name
    return options
  }

  private static func append(
    _ events: [Event], with writer: consuming ICalendar, to buffer: inout OutputBuffer
  ) {
    writer.begin(into: &buffer)
    for event in events { writer.write(event, into: &buffer) }
    writer.end(into: &buffer)
  }

  private func writeSitemap(
    into folder: OutputFolder, counting tally: inout OutputFolder.Tally
  ) throws(CommandError) {
    guard site.address != nil else { return }
    var buffer = OutputBuffer()
    Sitemap.write(events, slugs: slugs, of: site, into: &buffer)
    try buffer.withSpan { span throws(CommandError) in
      try folder.write(span, to: "sitemap.xml", counting: &tally)
    }
  }
}
