import EventModel
import HTMLTree

/// A published issue as Markdown.
struct PublishedPage {
  /// The issue's text with its front matter, as far as the page says it.
  let markdown: [UInt8]

  /// Reads a page, which is asked for what is not known of the issue already.
  init(_ bytes: [UInt8], stamp: IssueStamp = IssueStamp()) throws(HTMLTreeError) {
    let page = try HTMLDocument(parsing: StrayTags.escaped(bytes))
    var body = PageMarkdown()
    page.visit(attributes: PageMarkdown.attributes) { body.read($0) }
    var stamp = stamp
    if stamp.date == nil || stamp.number == nil {
      var head = PageHead()
      page.visit(attributes: PageHead.attributes) { head.read($0) }
      stamp.number = stamp.number ?? head.number
      stamp.date = stamp.date ?? head.date
    }
    markdown = stamp.frontMatter + body.finish()
  }
}

/// What the markup around an issue says of it.
private struct PageHead {
  static let attributes = ["datetime", "content", "property", "name", "rel", "href"]

  private var title = ""
  private var isTitle = false
  private var published: String?
  private var time: String?
  private var addresses: [String] = []
  /// The address of the last link, while its text may be the issue's title.
  private var link: String?

  var number: UInt32? {
    IssueStamp.number(inTitle: title)
      ?? addresses.lazy.compactMap(IssueStamp.number(inAddress:)).first
  }

  var date: CivilDate? {
    time.flatMap(IssueStamp.date(inTimestamp:))
      ?? published.flatMap(IssueStamp.date(inTimestamp:))
      ?? addresses.lazy.compactMap(IssueStamp.date(inAddress:)).first
  }

  mutating func read(_ piece: MarkupPiece) -> MarkupStep {
    switch piece {
    case .opening(let element): return open(element)
    case .text(let text):
      let text = String(decoding: text, as: UTF8.self)
      // Looked at for every link, so it must stay short.
      if isTitle { title += text.prefix(200) }
      if let address = link, let own = IssueStamp.number(inTitle: text),
        own == IssueStamp.number(inTitle: title)
      {
        addresses.append(address)
      }
    case .closing(let name):
      if name == "title" { isTitle = false }
      if name == "a" { link = nil }
    }
    return .inside
  }

  private mutating func open(_ element: MarkupElement) -> MarkupStep {
    switch element.name {
    case "title": isTitle = title.isEmpty
    case "time": time = time ?? element[attribute: "datetime"]
    case "meta": readMetadata(element)
    case "link":
      if element[attribute: "rel"] == "canonical", let address = element[attribute: "href"] {
        addresses.append(address)
      }
    case "a": link = element[attribute: "href"]
    // The neighbours of an issue stand here, and the text of others nowhere.
    case "nav", "footer", "script", "style": return .over
    default: break
    }
    return .inside
  }

  private mutating func readMetadata(_ element: MarkupElement) {
    guard let key = element[attribute: "property"] ?? element[attribute: "name"],
      let value = element[attribute: "content"]
    else { return }
    switch key {
    case "article:published_time", "date", "dc.date", "DC.date": published = published ?? value
    case "og:url": addresses.append(value)
    case "og:title": if title.isEmpty { title = value }
    default: break
    }
  }
}
