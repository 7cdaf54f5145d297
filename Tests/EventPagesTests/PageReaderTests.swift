import EventModel
import EventPages
import Testing

/// What is read of pages that show one rule each.
struct PageReaderTests {
  static func read(_ html: String, url: String? = nil) throws -> PageReading {
    try PageReader.read(Array(html.utf8), source: "test", url: url.map { Text($0) })
  }

  static func event(_ html: String, url: String? = nil) throws -> PageEvent {
    let events = try read(html, url: url).events
    #expect(events.count == 1, "\(html)")
    return try #require(events.first, "\(html)")
  }

  static func script(_ json: String) -> String {
    "<script type=\"application/ld+json\">\(json)</script>"
  }

  // MARK: JSON-LD

  @Test(arguments: [
    #"{"@context": "https://schema.org", "@type": "Event", "name": "Rust"}"#,
    #"[{"@type": "BusinessEvent", "name": "Rust"}]"#,
    #"{"@graph": [{"@type": "WebPage"}, {"@type": ["Thing", "Hackathon"], "name": "Rust"}]}"#,
    #"{"@type": "http://schema.org/SocialEvent", "name": "Rust"}"#,
    #"{"@type": "schema:Event", "schema:name": "Rust"}"#,
    #"{"type": "Event", "https://schema.org/name": "Rust"}"#,
    #"{"@type": "EventReservation", "reservationFor": {"@type": "Event", "name": "Rust"}}"#,
    #"{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {"@type": "Event", "name": "Rust"}}]}"#,
    #"{"@type": "EventSeries", "name": "All", "subEvent": {"@type": "Event", "name": "Rust"}}"#,
    #"{"@type": "Event", "startDate": "2026-02-12", "name": "Rust", "subEvent": {"@type": "Event", "name": "Talk"}}"#,
    #"{"@type": "Event", "name": "Rust", "superEvent": {"@type": "Event", "name": "Year"}}"#,
    #"{"@type": "Event", "name": {"@value": "Rust", "@language": "en"}}"#,
    #"{"@type": "Event", "name": "Rust"} null"#,
    "{&quot;@type&quot;: &quot;Event&quot;, &quot;name&quot;: &quot;Rust&quot;}",
  ])
  func findsTheEventOfABlock(json: String) throws {
    #expect(try Self.event(Self.script(json)).name == "Rust")
  }

  @Test(arguments: [
    #"{"@type": "Organization", "name": "Rust", "description": "Event"}"#,
    #"{"@type": "DeliveryEvent", "name": "Parcel"}"#, #"{"@type": "Event"}"#,
    #"{"@type": "Article", "datePublished": "2026-02-12", "about": {"@id": "e:event"}}"#, "null",
    #"{"@type": "https://example.org/Event", "name": "Rust"}"#,
  ])
  func findsNoneInOtherBlocks(json: String) throws {
    #expect(try Self.read(Self.script(json)).events.isEmpty)
  }

  @Test func oneBrokenBlockCostsNoOther() throws {
    let page =
      Self.script("{\"@type\": \"Event\", \"name\": ") + Self.script("not json at all")
      + Self.script(#"{"@type": "Event", "name": "Rust", "startDate": "2026-02-12"}"#)
    #expect(try Self.event(page).start?.description == "2026-02-12")
  }

  @Test func followsIdentifiersToOtherBlocks() throws {
    let event = try Self.event(
      Self.script(
        #"{"@type": "Event", "name": "Rust", "location": {"@id": "x:hall"}, "organizer": {"@id": "x:g"}}"#
      )
        + Self.script(
          #"{"@graph": [{"@id": "x:hall", "@type": "Place", "name": "Hall"}, {"@id": "x:g", "@type": "Organization", "name": "Group", "url": "/g"}]}"#
        ), url: "https://a.example/e")
    #expect(event.venue == "Hall")
    #expect(event.organizer == Organizer(name: "Group", url: "https://a.example/g"))
  }

  // MARK: Fields

  @Test(
    arguments: [
      (#""Old Mill""#, "Old Mill", nil, nil),
      (
        #"{"@type": "Place", "name": "Mill", "address": "1 Mill Rd\nBonn"}"#, "Mill",
        "1 Mill Rd, Bonn", nil
      ),
      (
        #"[{"@type": "VirtualLocation", "url": "https://v.example"}, {"@type": "Place", "name": "Mill"}]"#,
        "Mill", nil, nil
      ),
      (#"{"@type": "VirtualLocation", "name": "Online"}"#, nil, nil, nil),
      (#""https://zoom.example/j/1""#, nil, nil, nil),
      (
        #"{"@type": "PostalAddress", "name": "Mill", "addressLocality": "Bonn,", "addressCountry": {"@type": "Country", "name": "DE"}}"#,
        "Mill", "Bonn, DE", "Bonn"
      ),
      (
        #"{"@type": "Place", "address": {"streetAddress": "1 Main St, Portland, OR 97201", "addressLocality": "Portland", "addressRegion": "OR", "postalCode": "97201", "addressCountry": "US"}}"#,
        nil, "1 Main St, Portland, OR 97201, US", "Portland"
      ),
      ("false", nil, nil, nil), ("null", nil, nil, nil), ("\"\"", nil, nil, nil),
    ] as [(String, String?, String?, String?)])
  func readsPlaces(json: String, venue: String?, address: String?, city: String?) throws {
    let event = try Self.event(
      Self.script(#"{"@type": "Event", "name": "Rust", "location": \#(json)}"#))
    #expect(event.venue?.string == venue, "\(json)")
    #expect(event.address?.string == address, "\(json)")
    #expect(event.city?.string == city, "\(json)")
  }

  @Test(arguments: [
    (#""geo": {"latitude": 51.5, "longitude": "-0.12"}"#, 51_500_000, -120_000),
    (#""latitude": "51.5", "longitude": 7"#, 51_500_000, 7_000_000),
    (#""geo": "51.5;7""#, 51_500_000, 7_000_000),
  ])
  func readsPoints(json: String, latitude: Int32, longitude: Int32) throws {
    let event = try Self.event(
      Self.script(#"{"@type": "Event", "name": "R", "location": {"@type": "Place", \#(json)}}"#))
    #expect(event.coordinates == Coordinates(latitude: latitude, longitude: longitude))
  }

  @Test(
    arguments: [
      ("https://schema.org/EventCancelled", EventStatus.cancelled), ("EventCanceled", .cancelled),
      ("http://schema.org/EventPostponed", .postponed), ("EventRescheduled", .scheduled),
      ("on-schedule", nil),
    ] as [(String, EventStatus?)])
  func readsStatus(word: String, status: EventStatus?) throws {
    let event = try Self.event(
      Self.script(#"{"@type": "Event", "name": "R", "eventStatus": "\#(word)"}"#))
    #expect(event.status == status)
  }

  @Test(arguments: [
    (#""https://schema.org/OnlineEventAttendanceMode""#, AttendanceMode.virtual),
    (#""MixedEventAttendanceMode""#, .hybrid),
    (#"{"@id": "schema:OfflineEventAttendanceMode"}"#, .inPerson),
    (#"["OnlineEventAttendanceMode", "OfflineEventAttendanceMode"]"#, .hybrid),
  ])
  func readsModes(json: String, mode: AttendanceMode) throws {
    let event = try Self.event(
      Self.script(#"{"@type": "Event", "name": "R", "eventAttendanceMode": \#(json)}"#))
    #expect(event.mode == mode)
  }

  @Test(
    arguments: [
      (#""isAccessibleForFree": true"#, true), (#""isAccessibleForFree": "False""#, false),
      (#""offers": {"price": "0"}"#, true), (#""offers": [{"price": 0}, {"price": "10.00"}]"#, nil),
      (#""offers": {"lowPrice": "5.00"}"#, false), (#""offers": {"url": "x"}"#, nil),
    ] as [(String, Bool?)])
  func readsWhetherItIsFree(json: String, isFree: Bool?) throws {
    let event = try Self.event(Self.script(#"{"@type": "Event", "name": "R", \#(json)}"#))
    #expect(event.isFree == isFree, "\(json)")
  }

  @Test(
    arguments: [
      (#""/i.png""#, "https://a.example/i.png"),
      (#"["//b.example/i.png", "j.png"]"#, "https://b.example/i.png"),
      (
        #"{"@type": "ImageObject", "contentUrl": "https://a.example/i.png"}"#,
        "https://a.example/i.png"
      ),
      (#""javascript:void(0)""#, nil),
    ] as [(String, String?)])
  func readsPictures(json: String, image: String?) throws {
    let event = try Self.event(
      Self.script(#"{"@type": "Event", "name": "R", "image": \#(json)}"#),
      url: "https://a.example/e")
    #expect(event.image?.string == image)
  }

  @Test(arguments: [
    (#"Rust &amp; Friends &#8211; May"#, "Rust & Friends – May"),
    (#"Vec<T> and Option<i32>"#, "Vec<T> and Option<i32>"), (#" A\n  B\u00a0 C "#, "A B C"),
  ])
  func readsNames(json: String, name: String) throws {
    #expect(
      try Self.event(Self.script(#"{"@type": "Event", "name": "\#(json)"}"#)).name?.string == name)
  }

  @Test(arguments: [
    (#"&lt;p&gt;One &amp;amp; two&lt;/p&gt;\\n"#, "One & two"), (#"One\n\n\n\nTwo"#, "One\n\nTwo"),
    (#"<p>One</p><ul><li>Two</li></ul>"#, "One\n\nTwo"),
    (#"if a < b && c > d"#, "if a < b && c > d"),
  ])
  func readsDescriptions(json: String, description: String) throws {
    let event = try Self.event(
      Self.script(#"{"@type": "Event", "name": "R", "description": "\#(json)"}"#))
    #expect(event.description?.string == description)
  }

  // MARK: Microdata and RDFa

  @Test(arguments: [
    (
      """
      <div itemscope itemtype="https://schema.org/Event"><h1 itemprop="name">Rust <b>Night</b></h1>
      <time itemprop="startDate" datetime="2026-02-12T19:00">soon</time>
      <div itemprop="location" itemscope itemtype="https://schema.org/Place">
      <a itemprop="name" href="/mill">Mill</a></div><a itemprop="url" href="e">page</a></div>
      """, PageFormat.microdata
    ),
    (
      """
      <div itemtype="http://schema.org/Event" itemref="when"><span itemprop="name">Rust
      Night</span><meta itemprop="location" content="Mill"><link itemprop="url" href="e"></div>
      <p id="when" itemprop="startDate" content="2026-02-12T19:00">soon</p>
      """, .microdata
    ),
    (
      """
      <div vocab="https://schema.org/" typeof="Event"><h1 property="name">Rust Night</h1>
      <span property="startDate" content="2026-02-12T19:00">soon</span>
      <div property="location" typeof="Place"><span property="name">Mill</span></div>
      <a property="url" href="e">page</a></div>
      """, .rdfa
    ),
    (
      """
      <div prefix="s: https://schema.org/ dc: http://purl.org/dc/" typeof="s:Event">
      <b property="s:name">Rust Night</b><i property="dc:title">Other</i>
      <meta property="s:startDate" content="2026-02-12T19:00"><meta property="s:location"
      content="Mill"><a property="s:url" href="e">page</a></div>
      """, .rdfa
    ),
    (
      """
      <article class="h-event"><h1 class="p-name">Rust Night</h1><time class="dt-start"
      datetime="2026-02-12 19:00">soon</time> <span class="p-location h-card">Mill</span>
      <a class="u-url" href="e">page</a></article>
      """, .microformats
    ),
    (
      """
      <p class="x vevent"><a class="url summary" href="e">Rust Night</a> <abbr class="dtstart"
      title="20260212T1900">soon</abbr> <span class="location">Mill</span></p>
      """, .microformats
    ),
  ])
  func readsWhatElementsDescribe(html: String, format: PageFormat) throws {
    let event = try Self.event(html, url: "https://a.example/")
    #expect(event.name == "Rust Night")
    #expect(event.start?.description == "2026-02-12T19:00:00")
    #expect(event.venue == "Mill")
    #expect(event.url == "https://a.example/e")
    #expect(event.formats == [.name: format, .start: format, .venue: format, .url: format])
  }

  @Test func takesADescriptionFromTheElementsWithItsBreaks() throws {
    let event = try Self.event(
      """
      <div itemscope itemtype="https://schema.org/Event"><b itemprop="name">R</b>
      <div itemprop="description"><p>One
      line</p><script>no()</script>Two<br>three</div></div>
      """)
    #expect(event.description == "One line\n\nTwo\nthree")
  }

  @Test func otherThingsAreNoEvents() throws {
    let reading = try Self.read(
      """
      <body itemscope itemtype="https://schema.org/WebPage"><main class="path-events h-events">
      <div typeof="Event2"></div><h1 itemprop="name">Calendar</h1>
      <time datetime="2026-02-12T12:00:00Z">12</time></main>
      """)
    #expect(reading.events.isEmpty)
  }

  // MARK: Microformats

  @Test(arguments: [
    ("<p class=dt-end>21:30</p>", "2026-02-12T21:30:00"),
    ("<p class=dt-end><span class=value>9:30pm</span></p>", "2026-02-12T21:30:00"),
    (
      "<p class=dt-end><time class=value datetime=2026-02-13>F</time> <b class=value>01:00</b></p>",
      "2026-02-13T01:00:00"
    ),
    (
      "<p class=dt-end><b class=value-title title='2026-02-12T21:30Z'> </b>half past 9</p>",
      "2026-02-12T21:30:00+00:00"
    ),
    ("<ins class=dt-end datetime=2026-02-13>F</ins>", "2026-02-13"),
    ("<data class=dt-end value=2026-02-13>F</data>", "2026-02-13"),
  ])
  func readsTimesOfMicroformats(html: String, end: String) throws {
    let event = try Self.event(
      "<div class=h-event><b class=p-name>R</b><time class=dt-start>2026-02-12 19:00</time>\(html)")
    #expect(event.end?.description == end, "\(html)")
  }

  @Test(
    arguments: [
      ("<p class=h-event>Rust Night</p>", nil),
      ("<a class=h-event href=/e>Rust Night</a>", "https://a.example/e"),
      ("<p class=h-event><a href=/e>Rust Night</a></p>", "https://a.example/e"),
      ("<p class=h-event><img src=/i alt='Rust Night'></p>", nil),
      (
        "<p class='h-event h-full p-4'><b class=p-name>Rust Night</b><a href=/e>x</a><a></a></p>",
        nil
      ),
    ] as [(String, String?)])
  func takesWhatIsImplied(html: String, url: String?) throws {
    let event = try Self.event(html, url: "https://a.example/")
    #expect(event.name == "Rust Night", "\(html)")
    #expect(event.url?.string == url, "\(html)")
  }

  @Test func theOuterOfNestedEventsIsTheEvent() throws {
    let event = try Self.event(
      """
      <div class=h-event><b class=p-name>All</b><ul><li class=h-event><b class=p-name>Talk</b>
      </ul></div>
      """)
    #expect(event.name == "All")
  }

  // MARK: The page

  @Test func openGraphAloneIsNoEvent() throws {
    let reading = try Self.read(
      """
      <html lang=de><title>Log in</title><meta property="og:title" content="Rust Night">
      <meta property="og:site_name" content="Meetup"><meta name=description content="Text">
      <link rel="canonical" href="https://a.example/login"><svg><title>x</title></svg>
      """)
    #expect(reading.events.isEmpty)
    #expect(reading.url == "https://a.example/login")
    var page = PageSummary()
    page.title = "Rust Night"
    page.description = "Text"
    page.canonical = "https://a.example/login"
    page.siteName = "Meetup"
    page.language = "de"
    #expect(reading.page == page)
  }

  @Test func thePageOfAnEventCompletesIt() throws {
    let html =
      """
      <title>Rust Night | Site</title><meta property="og:image" content="/i.png">
      <link rel=canonical href="https://a.example/e">
      """ + Self.script(#"{"@type": "Event", "name": "Rust Night", "image": []}"#)
    let event = try Self.event(html)
    #expect(event.image == "https://a.example/i.png")
    #expect(event.url == "https://a.example/e")
    #expect(event.formats == [.name: .jsonLD, .image: .openGraph, .url: .html])
  }

  @Test func theHeadOfASiteDoesNot() throws {
    let event = try Self.event(
      """
      <title>All events</title><meta property="og:image" content="https://a.example/logo.png">
      """ + Self.script(#"{"@type": "Event", "name": "Rust Night"}"#))
    #expect(event.image == nil)
  }

  @Test func unitesTheFormatsFieldByField() throws {
    let event = try Self.event(
      Self.script(
        #"{"@type": "Event", "name": "Rust Night", "startDate": "2026-9-13T10-10-00-00", "endDate": "2026-09-13"}"#
      )
        + """
        <div itemscope itemtype="http://schema.org/Event"><b itemprop="name">rust night</b>
        <meta itemprop="startDate" content="2026-9-13T10:00"><meta itemprop="endDate"
        content="2026-09-13T12:00"></div>
        """)
    #expect(event.name == "Rust Night")
    #expect(event.start?.description == "2026-09-13T10:00:00")
    #expect(event.end?.description == "2026-09-13T12:00:00")
    #expect(event.formats == [.name: .jsonLD, .start: .microdata, .end: .microdata])
  }

  @Test func keepsEventsApartThatDifferInTheirDay() throws {
    let json = ["2026-02-12", "2026-02-19", "2026-02-12"].map {
      #"{"@type": "Event", "name": "Rust", "startDate": "\#($0)"}"#
    }
    let events = try Self.read(Self.script("[\(json.joined(separator: ","))]")).events
    #expect(events.map { $0.start?.description } == ["2026-02-12", "2026-02-19"])
  }

  @Test func relativeAddressesGoByTheBase() throws {
    let page = #"<base href="/x/">"# + Self.script(#"{"@type": "Event", "url": "e"}"#)
    #expect(try Self.event(page, url: "https://a.example/b/c").url == "https://a.example/x/e")
    #expect(try Self.event(page).url == "e")
  }
}
