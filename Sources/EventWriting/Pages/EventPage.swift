package import EventModel
package import HTMLTree

/// The page of one event: for people, for search engines, and for readers of microformats.
package struct EventPage {
  private let site: EventSite

  /// Pages of a site.
  package init(site: EventSite) { self.site = site }

  /// The page of an event, whose calendar file stands beside it under the same slug.
  ///
  /// - Throws: `HTMLBuilderError` where libxml2 or memory is missing.
  package func document(of event: Event, slug: String) throws(HTMLBuilderError) -> [UInt8] {
    let siteName = VisibleText.string(site.name)
    let summary = PageContent.summary(of: event.details)
    let frame = PageFrame(
      title: "\(summary), \(DayName.long(event.details.dates.first)) – \(siteName)",
      subject: VisibleText.string(event.details.title),
      description: PageContent.abstract(of: event),
      address: site.address(of: EventSite.page(of: slug)),
      siteName: siteName, calendar: "\(slug).ics",
      image: (event.page?.image).flatMap { WebAddress($0).webLink },
      linkedData: [SchemaOrgEvent.text(of: event)])
    return try frame.document(
      header: { header in
        header.element("nav", HTMLAttribute("aria-label", "Site")) {
          $0.element("a", .href("../\(EventSite.indexFile)"), text: siteName)
        }
      },
      main: { main in
        main.text("\n")
        EventArticle(event: event, heading: "h1", calendar: "\(slug).ics").add(to: &main)
        addSubscriptions(siteName, to: &main)
      },
      footer: addFooter)
  }

  private func addSubscriptions(_ siteName: String, to main: inout HTMLBuilder) {
    main.element("section", HTMLAttribute("aria-labelledby", "subscribe")) { section in
      section.element("h2", .id("subscribe"), text: "All events in your calendar")
      SubscribeLinks(
        file: "../\(EventSite.calendarFile)", address: site.address(of: EventSite.calendarFile),
        name: siteName
      ).add(to: &section)
    }
    main.text("\n")
  }

  private func addFooter(to footer: inout HTMLBuilder) { PageFooter.add(to: &footer) }
}

/// What stands below every page.
enum PageFooter {
  static func add(to footer: inout HTMLBuilder) {
    footer.element("p") { line in
      line.text("Events as listed in ")
      line.element("a", .href("https://this-week-in-rust.org/"), text: "This Week in Rust")
      line.text(". Ask the event’s own page before you go.")
    }
  }
}
