import EventModel
import HTMLTree

/// What stands in the head of a page: `title`, `meta`, `link`, and Open Graph among them.
struct PageHead {
  /// What the page says of itself.
  private(set) var facts = PageSummary()
  /// Its address by Open Graph.
  private(set) var openGraphURL: Text?
  /// The address that relative ones are relative to, by `base`.
  private(set) var base: String?
  /// The text of `title`.
  var title: Text?

  private var metas: [String: String] = [:]
  private var canonical: String?
  private var htmlLanguage: String?

  /// The titles that a page has.
  var titles: [Text] { [text("og:title"), title, text("twitter:title")].compactMap(\.self) }

  /// Most kinds of `meta` that are kept; pages have some dozens.
  private static let mostMetas = 512

  // MARK: Reading

  mutating func open(_ element: MarkupElement) {
    switch element.name {
    case "html": htmlLanguage = htmlLanguage ?? element[attribute: "lang"]
    case "base": base = base ?? element[attribute: "href"]
    case "meta": readMeta(element)
    case "link":
      let relations = element[attribute: "rel"]?.asciiWords ?? []
      if relations.contains(where: { $0.lowercased() == "canonical" }) {
        canonical = canonical ?? element[attribute: "href"]
      }
    default: break
    }
  }

  private mutating func readMeta(_ element: MarkupElement) {
    guard let name = element[attribute: "property"] ?? element[attribute: "name"],
      let value = element[attribute: "content"], metas.count < Self.mostMetas
    else { return }
    let key = name.hasUpperCase ? name.lowercased() : name
    guard metas[key] == nil else { return }
    // An empty one says nothing, and a later one may.
    if !value.isBlank { metas[key] = value }
  }

  /// Draws the conclusions when the whole page is read.
  ///
  /// - Parameter source: The address that the page came from; nil where it is not known.
  mutating func finish(source: String?) {
    let address = source ?? canonical ?? metas["og:url"]
    base = base.flatMap { WebReference.resolve($0, base: address) } ?? address
    if base.map({ !WebReference.isAbsolute($0) }) ?? false { base = nil }
    facts.canonical = canonical.flatMap(resolved)
    openGraphURL = metas["og:url"].flatMap(resolved)
    facts.title = text("og:title") ?? title ?? text("twitter:title")
    facts.description =
      text("og:description") ?? text("description") ?? text("twitter:description")
    facts.siteName = text("og:site_name")
    facts.image = picture
    let locale = text("og:locale").map { text in
      Text(String(text.string.map { $0 == "_" ? "-" : $0 }))
    }
    facts.language =
      htmlLanguage.flatMap { PageText.line($0, mayBeMarkup: false) } ?? locale
      ?? text("content-language")
  }

  private func resolved(_ reference: String) -> Text? {
    WebReference.resolve(reference, base: base).map { Text($0) }
  }

  private func text(_ key: String) -> Text? {
    metas[key].flatMap { PageText.line($0, mayBeMarkup: true) }
  }

  private var picture: Text? {
    for key in Self.pictures {
      if let address = metas[key].flatMap(resolved) { return address }
    }
    return nil
  }

  private static let pictures = [
    "og:image", "og:image:secure_url", "og:image:url", "twitter:image", "twitter:image:src",
  ]

  // MARK: As an event

  /// What Open Graph and what HTML itself would say of an event that the page is about.
  var asEvents: [PageEvent] {
    var openGraph = PageEvent()
    openGraph.url = openGraphURL
    openGraph.description = text("og:description")
    openGraph.image = picture
    openGraph.start = time("event:start_time")
    openGraph.end = time("event:end_time")
    openGraph.coordinates = coordinates
    var html = PageEvent()
    html.url = facts.canonical
    html.description = text("description")
    // The canonical address is without what only counts visits.
    let canonical = facts.canonical == nil ? [] : [Self.stamped(html, .html, only: [.url])]
    return canonical + [Self.stamped(openGraph, .openGraph), Self.stamped(html, .html)]
  }

  private static func stamped(
    _ event: PageEvent, _ format: PageFormat, only fields: [PageEvent.Field]? = nil
  ) -> PageEvent {
    var stamped = PageEvent()
    for field in fields ?? PageEvent.Field.allCases where event.has(field) {
      stamped.take(field, from: event)
      stamped.formats[field] = format
    }
    return stamped
  }

  private func time(_ key: String) -> PageTime? { metas[key].flatMap { TimeText.time($0) } }

  private var coordinates: Coordinates? {
    for prefix in ["place:location:", "event:location:", "og:"] {
      guard let latitude = metas[prefix + "latitude"], let longitude = metas[prefix + "longitude"],
        let point = PlaceFacts.point(latitude, longitude)
      else { continue }
      return point
    }
    return nil
  }
}
