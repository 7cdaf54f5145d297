import EventModel

/// The form since 2022-03: a date, a place and groups between bars, and indented links.
enum PlainPipeForm {
  /// Reads an item; nil where it does not begin with a date, empty where nothing can be read.
  static func read(_ item: PlainReader.Item) -> [ReadListing]? {
    guard PlainDates.beginsWithDate(item.text) else { return nil }
    // Before, a line with neither is of an older form (`2014-12-08 Seattle Rust Meetup`).
    guard !item.indented.isEmpty || item.text.contains("|") || item.issueDate >= firstIssue
    else { return nil }
    guard let (days, rest) = PlainDates.read(item.text, issueDate: item.issueDate) else {
      return []
    }
    return read(item, days, rest)
  }

  private static let firstIssue = CivilDate("2022-03-02") ?? .distantPast

  /// Reads an item whose date has been read.
  static func read(
    _ item: PlainReader.Item, _ days: [EventDates], _ rest: String
  ) -> [ReadListing]? {
    guard let fields = self.fields.first(in: rest) else { return [] }
    let place = PlainPlaces.field(
      fields.text(1).trimmed(of: " ,*$-\t\u{A0}"), heading: item.heading)
    let groups = PlainGroups(fields.text(2), item.definitions)
    var listings: [ReadListing] = []
    for event in events(item, groups) {
      for day in days {
        listings.append(listing(item, event, day, place, groups))
      }
    }
    return listings
  }

  /// The separator behind the date, the place up to a bar or a link, and what follows the bars.
  private static let fields = Pattern("^[\\s.,:]*[\\s|]*([^|\\[]*)[\\s|]*(.*)$")

  private struct EventText {
    var title: String
    var url: String?
    var links: [ReadListing.Link] = []
    var note: String?
  }

  private static func events(_ item: PlainReader.Item, _ groups: PlainGroups) -> [EventText] {
    var events: [EventText] = []
    for text in item.indented {
      let (links, note) = PlainMarkdown.links(text, item.definitions)
      guard let first = links.first else {
        if let note { events.append(EventText(title: note)) }
        continue
      }
      let further = Array(links.dropFirst()).filter { $0.url != nil }
      if let last = events.indices.last, first.url != nil,
        PlainGroups.isFurtherLink(first.title)
      {
        events[last].links += [first] + further
      } else {
        events.append(
          EventText(title: first.title, url: first.url, links: further, note: note))
      }
    }
    if events.isEmpty, let group = groups.organizers.first {
      return [EventText(title: group.title, url: group.url)]
    }
    return events
  }

  private static func listing(
    _ item: PlainReader.Item, _ event: EventText, _ days: EventDates,
    _ place: PlainPlaces.Field, _ groups: PlainGroups
  ) -> ReadListing {
    let status =
      PlainStatus.status(of: event.title)
      ?? (event.note ?? groups.note).flatMap(PlainStatus.status(of:))
    let isNoTitle =
      event.title.isEmpty || (status != nil && PlainStatus.isWholeTitle(event.title))
    let url = event.url ?? groups.organizers.first?.url
    var known = Set(([url] + groups.organizers.map(\.url)).compactMap { $0?.withoutSlash })
    let links = (event.links + groups.links).filter {
      known.insert($0.url?.withoutSlash ?? "").inserted
    }
    let notes = [groups.note, event.note].compactMap { $0 }
    return ReadListing(
      line: item.line,
      title: isNoTitle ? groups.organizers.first?.title ?? event.title : event.title,
      first: days.first, last: days.last, mode: place.mode, regions: place.regions,
      status: status ?? .scheduled, places: place.places, organizers: groups.organizers, url: url,
      links: links, note: notes.isEmpty ? nil : notes.joined(separator: "; "))
  }
}

extension String {
  fileprivate var withoutSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
