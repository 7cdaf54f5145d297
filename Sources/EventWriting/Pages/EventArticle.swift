import EventModel
import HTMLTree

/// An event as people read it, with the classes of microformats' `h-event` on what is visible.
struct EventArticle {
  let event: Event
  /// The level of its heading.
  let heading: StaticString
  /// Further classes, with a space before each.
  var classes = ""

  /// The event's calendar, seen from the page; nil without one.
  var calendar: String?

  /// Adds the article.
  func add(to page: inout HTMLBuilder) {
    page.element("article", .class("h-event" + classes)) { article in
      addMark(to: &article)
      article.element(heading, .class("p-name"), HTMLAttribute("dir", "auto"), text: title)
      article.text("\n")
      article.element("dl") { addFacts(to: &$0) }
      addDescription(to: &article)
      addActions(to: &article)
      article.text("\n")
    }
    page.text("\n")
  }

  private var title: String { VisibleText.string(event.details.title) }

  private func addMark(to article: inout HTMLBuilder) {
    article.text("\n")
    guard let mark = PageContent.Mark(event) else { return }
    article.element("p", .class("mark \(mark.rawValue)")) { line in
      line.element("strong", text: mark.words)
      if let since = event.withdrawnSince, mark == .withdrawn {
        line.text(" since ")
        line.element("time", HTMLAttribute("datetime", "\(since)"), text: DayName.long(since))
      }
      if let previous = event.previousDates {
        line.text(", moved from ")
        line.element(
          "time", HTMLAttribute("datetime", "\(previous.first)"), text: DayName.long(previous.first)
        )
      }
    }
    article.text("\n")
  }

  // MARK: Facts

  private func addFacts(to list: inout HTMLBuilder) {
    let details = event.details
    row("When", in: &list, addTimes)
    addPlaces(to: &list)
    if !details.organizers.isEmpty {
      row(details.organizers.count > 1 ? "Groups" : "Group", in: &list) { cell in
        Self.separated(details.organizers, in: &cell, addOrganizer)
      }
    }
    if let url = details.url, WebAddress(url).webLink == nil {
      row("Address", in: &list) { addAddress(url, to: &$0) }
    }
    if !details.links.isEmpty {
      row("Links", in: &list) { cell in Self.separated(details.links, in: &cell, addLink) }
    }
    if let isFree = event.page?.isFree {
      row("Price", in: &list) { $0.text(isFree ? "free" : "not free") }
    }
    row("Listed in", in: &list, addSource)
  }

  private func row(
    _ name: String, in list: inout HTMLBuilder, _ content: (inout HTMLBuilder) -> Void
  ) {
    list.text("\n")
    list.element("div") {
      $0.element("dt", text: name)
      $0.element("dd", content: content)
    }
  }

  private static func separated<Element>(
    _ elements: [Element], in cell: inout HTMLBuilder,
    _ add: (Element, inout HTMLBuilder) -> Void
  ) {
    for (index, element) in elements.enumerated() {
      if index > 0 { cell.element("br") }
      add(element, &cell)
    }
  }

  private func addTimes(to cell: inout HTMLBuilder) {
    guard let hours = event.page?.hours else { return addDays(to: &cell) }
    let isOneDay = hours.end.map { $0.day == hours.start.day } ?? true
    time(
      "dt-start", hours.start, "\(DayName.full(hours.start.day)), \(hours.start.shownClock)", &cell)
    if let end = hours.end {
      cell.text(" – ")
      let words = isOneDay ? "" : DayName.full(end.day) + ", "
      time("dt-end", end, words + end.shownClock, &cell)
    }
    cell.text(" (\(hours.start.shownOffset))")
  }

  private func time(
    _ name: String, _ moment: EventTime, _ words: String, _ cell: inout HTMLBuilder
  ) {
    cell.element("time", .class(name), HTMLAttribute("datetime", "\(moment)"), text: words)
  }

  private func addDays(to cell: inout HTMLBuilder) {
    let dates = event.details.dates
    cell.element(
      "time", .class("dt-start"), HTMLAttribute("datetime", "\(dates.first)"),
      text: DayName.full(dates.first))
    guard dates.isRange else { return }
    cell.text(" – ")
    cell.element(
      "time", .class("dt-end"), HTMLAttribute("datetime", "\(dates.last)"),
      text: DayName.full(dates.last))
  }

  private func addSource(to cell: inout HTMLBuilder) {
    let issue = event.firstSource.issue
    cell.text("This Week in Rust ")
    if let number = issue.number { cell.text("\(number), ") }
    cell.element(
      "time", HTMLAttribute("datetime", "\(issue.date)"), text: DayName.long(issue.date))
  }
}

// MARK: - Where and who

extension EventArticle {
  private func addPlaces(to list: inout HTMLBuilder) {
    let details = event.details
    let venues = details.mode == .virtual ? [] : PageContent.venues(of: event)
    let words = details.mode.map { "\(EventWording.name(of: $0))" }
    if venues.isEmpty {
      // The city of a virtual event is its group's: no place of the event.
      let location = PageContent.location(of: details)
      if !location.isEmpty { row("Where", in: &list) { $0.element("bdi", text: location) } }
    } else {
      row("Where", in: &list) { cell in Self.separated(venues, in: &cell, addVenue) }
      if let words { row("How", in: &list) { $0.text(words) } }
    }
  }

  private func addVenue(_ venue: PageContent.VenuePlace, to cell: inout HTMLBuilder) {
    let name = venue.venue?.name
    cell.element("bdi", .class(name == nil ? "p-location h-adr" : "p-location h-card")) { line in
      var isFirst = true
      let parts: [(class: String, text: Text?)] = [
        ("p-name", name), ("p-street-address", venue.venue?.address),
        ("p-locality", venue.place?.city), ("p-region", venue.place?.subdivision),
        ("p-country-name", (venue.place?.country).map { Text($0.description) }),
      ]
      for case (let className, let text?) in parts {
        let words = VisibleText.string(text)
        if words.isEmpty { continue }
        if !isFirst { line.text(", ") }
        isFirst = false
        line.element("span", .class(className), text: words)
      }
    }
  }

  private func addOrganizer(_ group: Organizer, to cell: inout HTMLBuilder) {
    let name = VisibleText.string(group.name)
    if let link = group.url.flatMap({ WebAddress($0).link }) {
      cell.element(
        "a", .class("p-organizer h-card"), .href(link), HTMLAttribute("dir", "auto"), text: name)
    } else {
      cell.element("bdi", .class("p-organizer h-card"), text: name)
    }
  }

  /// Adds an address that is none of the web: a link where it is one, else the text that it is.
  private func addAddress(_ url: Text, to cell: inout HTMLBuilder) {
    let words = VisibleText.string(url)
    guard let link = WebAddress(url).link else { return cell.element("bdi", text: words) }
    cell.element("a", .class("u-url"), .href(link), HTMLAttribute("dir", "auto"), text: words)
  }

  /// Adds what to do next: look at the event's own page, and note it down.
  private func addActions(to article: inout HTMLBuilder) {
    let address = event.details.url.map { WebAddress($0) }
    guard calendar != nil || address?.isWeb == true else { return }
    article.text("\n")
    article.element("p", .class("actions")) { line in
      if let link = address?.webLink, let host = address?.shownHost {
        line.element("a", .class("button u-url"), .href(link), text: "Event page on \(host)")
      }
      if let calendar {
        line.text("\n")
        line.element("a", .class("button"), .href(calendar), text: "Add to your calendar")
      }
    }
  }

  private func addLink(_ link: Link, to cell: inout HTMLBuilder) {
    let title = VisibleText.string(link.title)
    let address = VisibleText.string(link.url)
    if let target = WebAddress(link.url).link {
      let words = title.isEmpty ? address : title
      cell.element("a", .href(target), HTMLAttribute("dir", "auto"), text: words)
    } else {
      cell.element("bdi", text: title.isEmpty ? address : "\(title): \(address)")
    }
  }

  private func addDescription(to article: inout HTMLBuilder) {
    if let description = PageContent.description(of: event) {
      article.text("\n")
      article.element(
        "p", .class("p-description"), HTMLAttribute("dir", "auto"),
        text: VisibleText.lines(description))
    }
    if let image = event.page?.image.flatMap({ WebAddress($0).webLink }) {
      article.text("\n")
      article.element(
        "img", .class("u-photo"), HTMLAttribute("src", image), HTMLAttribute("alt", ""),
        HTMLAttribute("loading", "lazy"))
    }
  }
}

extension EventTime {
  /// The local time as `19:00`.
  var shownClock: String {
    let (hour, minute, _) = clock
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// The offset as `UTC+01:00`.
  var shownOffset: String {
    if offsetMinutes == 0 { return "UTC" }
    let minutes = Int(offsetMinutes.magnitude)
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "UTC\(offsetMinutes < 0 ? "−" : "+")\(hour < 10 ? "0" : "")\(hour)"
      + ":\(minute < 10 ? "0" : "")\(minute)"
  }
}
