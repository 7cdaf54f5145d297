package import EventModel
package import HTMLTree

/// The page that lists events by day, with a filter by region that needs no script.
package struct EventIndex {
  /// What stands for an event.
  package enum Entries: Sendable {
    /// A link to its page, whose slug is given for each event.
    case links(slugs: [String])
    /// All that is known of it: the page is the only one.
    case whole
  }

  private let site: EventSite
  private let events: [Event]
  private let entries: Entries
  private let calendar: EventCalendar
  private let regions: [(region: Region, count: Int)]

  /// The page of events, which come in the order of their days.
  package init(site: EventSite, events: [Event], entries: Entries) {
    self.site = site
    self.events = events
    self.entries = entries
    calendar = EventCalendar(events)
    regions = Self.regions(of: events)
  }

  /// The regions that have events, in TWIR's order, with how many.
  package static func regions(of events: [Event]) -> [(region: Region, count: Int)] {
    var counts = [Int](repeating: 0, count: Region.allCases.count)
    for event in events {
      event.details.regions.forEach { counts[Int($0.rawValue)] += 1 }
    }
    return Region.allCases.filter { counts[Int($0.rawValue)] > 0 }
      .map { ($0, counts[Int($0.rawValue)]) }
  }

  /// The document.
  ///
  /// - Throws: `HTMLBuilderError` where libxml2 or memory is missing.
  package func document() throws(HTMLBuilderError) -> [UInt8] {
    let filters = regions.map { StyleSheet.filter(of: $0.region.slug) }.joined()
    let frame = PageFrame(
      title: siteName, subject: siteName, description: "\(siteName): \(lead)",
      address: site.address(of: ""),
      siteName: siteName, calendar: isSite ? EventSite.calendarFile : nil,
      linkedData: isSite ? [] : events.map(SchemaOrgEvent.text),
      style: StyleSheet.list + filters)
    return try frame.document(
      header: addHeader, main: addMain, footer: { PageFooter.add(to: &$0) })
  }

  private var siteName: String { VisibleText.string(site.name) }

  /// Whether the page is one of several, beside calendars.
  private var isSite: Bool {
    if case .links = entries { true } else { false }
  }

  /// What the page holds, in one sentence.
  private var lead: String {
    guard let first = events.first, let last = events.last else { return "no events" }
    let count = Self.counted(events.count)
    let (from, to) = (
      DayName.long(first.details.dates.first), DayName.long(last.details.dates.first)
    )
    return from == to ? "\(count), \(from)" : "\(count), \(from) to \(to)"
  }

  private static func counted(_ count: Int) -> String { count == 1 ? "1 event" : "\(count) events" }

  private func addHeader(to header: inout HTMLBuilder) {
    header.element("h1", HTMLAttribute("dir", "auto"), text: siteName)
    header.element("p", .class("lead"), text: lead)
    header.text("\n")
    if regions.count > 1 { addPills(to: &header) }
    if isSite {
      SubscribeLinks(
        file: EventSite.calendarFile, address: site.address(of: EventSite.calendarFile),
        name: siteName
      ).add(to: &header)
    }
    header.text("\n")
  }

  private func addPills(to header: inout HTMLBuilder) {
    header.element("nav", HTMLAttribute("aria-label", "Regions")) {
      $0.element("ul", .class("pills")) { list in
        pill("All", "#main", events.count, in: &list)
        for (region, count) in regions {
          pill("\(region.name)", "#\(region.slug)", count, in: &list)
        }
      }
    }
    header.text("\n")
  }

  private func pill(_ name: String, _ target: String, _ count: Int, in list: inout HTMLBuilder) {
    list.element("li") {
      $0.element("a", .href(target)) {
        $0.text(name + " ")
        $0.element("span", text: String(count))
      }
    }
  }
}

// MARK: - The list

extension EventIndex {
  private func addMain(to main: inout HTMLBuilder) {
    main.text("\n")
    if regions.count > 1 {
      for (region, count) in regions { addFilter(region, count, to: &main) }
    }
    if calendar.months.count > 3 { addMonthLinks(to: &main) }
    if events.isEmpty { main.element("p", text: "No events.") }
    for month in calendar.months { addMonth(month, to: &main) }
  }

  private func addMonthLinks(to main: inout HTMLBuilder) {
    main.element("nav", .class("months"), HTMLAttribute("aria-label", "Months")) { nav in
      var rest = calendar.months[...]
      while let year = rest.first?.first.components.year {
        let months = rest.prefix { $0.first.components.year == year }
        rest = rest.dropFirst(months.count)
        nav.element("p") { line in
          line.element("b", text: String(year))
          for month in months { addMonthLink(month, to: &line) }
        }
      }
    }
    main.text("\n")
  }

  private func addMonthLink(_ month: EventCalendar.Month, to line: inout HTMLBuilder) {
    line.text(" ")
    line.element("a", .href("#\(month.anchor)")) {
      if month.isRest { $0.text("earlier in ") }
      $0.text(DayName.shortMonth(of: month.first))
      $0.element("span", .class("vh"), text: " \(month.first.components.year)")
    }
  }

  /// What says which region is shown; without style it is a list of the regions' calendars.
  private func addFilter(_ region: Region, _ count: Int, to main: inout HTMLBuilder) {
    main.element("div", .id(region.slug), .class("filter"), HTMLAttribute("tabindex", "-1")) {
      $0.element("p") { line in
        line.element("strong", text: "\(region.name): \(Self.counted(count)). ")
        line.element("a", .href("#main"), text: "Show all")
      }
      guard isSite else { return }
      let file = EventSite.calendarFile(of: region)
      SubscribeLinks(
        file: file, address: site.address(of: file), name: "\(siteName): \(region.name)"
      ).add(to: &$0)
    }
    main.text("\n")
  }

  private func addMonth(_ month: EventCalendar.Month, to main: inout HTMLBuilder) {
    main.element("section", .id(month.anchor), .class("month" + Self.classes(of: month.regions))) {
      $0.element("h2", text: month.title)
      for day in month.days { addDay(day, to: &$0) }
    }
    main.text("\n")
  }

  private func addDay(_ day: EventCalendar.Day, to month: inout HTMLBuilder) {
    month.text("\n")
    month.element("div", .class("day" + Self.classes(of: day.regions))) { row in
      row.element("h3") {
        $0.element(
          "time", HTMLAttribute("datetime", "\(day.date)"), text: DayName.inMonth(day.date))
      }
      switch entries {
      case .links(let slugs):
        row.element("ul") { list in
          for index in day.events { addEntry(events[index], slugs[index], to: &list) }
        }
      case .whole:
        row.element("div") { cell in
          for index in day.events { addArticle(events[index], to: &cell) }
        }
      }
    }
  }

  private func addArticle(_ event: Event, to cell: inout HTMLBuilder) {
    let classes = " e" + Self.classes(of: event.details.regions)
    EventArticle(event: event, heading: "h4", classes: classes).add(to: &cell)
  }

  private func addEntry(_ event: Event, _ slug: String, to list: inout HTMLBuilder) {
    let details = event.details
    list.text("\n")
    list.element("li", .class("e" + Self.classes(of: details.regions))) { item in
      item.element(
        "a", .href(EventSite.page(of: slug)), HTMLAttribute("dir", "auto"),
        text: PageContent.summary(of: details))
      if let mark = PageContent.Mark(event) {
        item.text(" ")
        item.element("span", .class("tag \(mark.rawValue)"), text: mark.words)
      }
      let about = [time(of: event), PageContent.location(of: details), group(of: details)]
      let words = about.filter { !$0.isEmpty }.joined(separator: " · ")
      if !words.isEmpty { item.element("bdi", .class("about"), text: words) }
    }
  }

  /// The hour, or the last day of several.
  private func time(of event: Event) -> String {
    let dates = event.details.dates
    if dates.isRange { return "until \(DayName.short(dates.last, after: dates.first))" }
    guard let hours = event.page?.hours else { return "" }
    return "\(hours.start.shownClock) \(hours.start.shownOffset)"
  }

  private func group(of details: EventDetails) -> String {
    details.organizers.map { VisibleText.string($0.name) }.joined(separator: ", ")
  }

  private static func classes(of regions: RegionSet) -> String {
    var classes = ""
    regions.forEach { classes += " " + $0.slug }
    return classes
  }
}
