import EventModel
import HTMLTree

/// An Atom (RFC 4287) or RSS feed: one issue an entry.
struct Feed {
  /// The issues as Markdown, in the order of the feed.
  private(set) var entries: [[UInt8]] = []
  /// What the parser met that is no XML; what comes behind it may be missing.
  let problem: HTMLProblem?

  /// Reads a feed.
  init(_ bytes: [UInt8]) throws(HTMLTreeError) {
    let document = try XMLDocument(parsing: bytes)
    problem = document.problem
    var reader = FeedReader()
    document.visit(attributes: FeedReader.attributes) { reader.read($0) }
    for entry in reader.finish() {
      if let markdown = try entry.markdown() { entries.append(markdown) }
    }
  }
}

/// What stands in an entry.
private struct FeedEntry {
  /// The text of its fields, by their elements' names.
  var fields: [String: [UInt8]] = [:]
  /// The addresses that it names.
  var addresses: [String] = []
  /// Contents that are elements of the feed itself (`type="xhtml"`).
  var inlineContent: PageMarkdown?

  /// The entry as an issue; nil where it has no contents, or none that speak of events.
  func markdown() throws(HTMLTreeError) -> [UInt8]? {
    if var inlineContent { return stamp.frontMatter + inlineContent.finish() }
    // A summary may stand beside the contents.
    let contents = Self.contentFields.compactMap { fields[$0] }
    // A feed may have a hundred thousand entries that are no issues.
    guard let content = contents.max(by: { $0.count < $1.count }),
      ["upcoming", "cfp"].contains(where: { content.containsWord(word($0), in: content.indices) })
    else { return nil }
    return try PublishedPage(content, stamp: stamp).markdown
  }

  private var stamp: IssueStamp {
    let title = text("title")
    let addresses = addresses + ["link", "guid", "id"].map(text)
    return IssueStamp(
      date: addresses.lazy.compactMap(IssueStamp.date(inAddress:)).first
        ?? ["published", "date", "issued"].lazy.map(text)
        .compactMap(IssueStamp.date(inTimestamp:)).first
        ?? IssueStamp.date(inMailDate: text("pubDate"))
        ?? IssueStamp.date(inTimestamp: text("updated")),
      number: IssueStamp.number(inTitle: title)
        ?? addresses.lazy.compactMap(IssueStamp.number(inAddress:)).first)
  }

  private func text(_ name: String) -> String {
    fields[name].map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  static let contentFields = ["content", "encoded", "description", "summary"]
}

/// Takes a feed's pieces apart into entries.
private struct FeedReader {
  static let attributes = ["href", "rel", "type"]

  private var entries: [FeedEntry] = []
  private var entry: FeedEntry?
  /// The field that is open, and how many elements are open inside of it.
  private var field: (name: String, depth: Int)?

  mutating func finish() -> [FeedEntry] {
    if let entry { entries.append(entry) }
    return entries
  }

  mutating func read(_ piece: MarkupPiece) -> MarkupStep {
    switch piece {
    case .opening(let element): open(element)
    case .closing(let name): close(name)
    case .text(let text): readText(text)
    }
    return .inside
  }

  private mutating func open(_ element: MarkupElement) {
    guard entry != nil else {
      if element.name == "entry" || element.name == "item" { entry = FeedEntry() }
      return
    }
    guard let open = field else {
      field = (element.name, 0)
      if element.name == "link", let address = element[attribute: "href"],
        (element[attribute: "rel"] ?? "alternate") == "alternate"
      {
        entry?.addresses.append(address)
      }
      return
    }
    field?.depth += 1
    guard FeedEntry.contentFields.contains(open.name) else { return }
    if entry?.inlineContent == nil || (open.depth == 0 && open.name == "content") {
      entry?.inlineContent = PageMarkdown()
    }
    _ = entry?.inlineContent?.read(.opening(element))
  }

  private mutating func close(_ name: String) {
    guard entry != nil else { return }
    guard let open = field else {
      if let finished = entry.take() { entries.append(finished) }
      return
    }
    if open.depth == 0 {
      field = nil
      return
    }
    field?.depth -= 1
    if FeedEntry.contentFields.contains(open.name) {
      _ = entry?.inlineContent?.read(.closing(name))
    }
  }

  private mutating func readText(_ text: [UInt8]) {
    guard let open = field else { return }
    if open.depth > 0 {
      _ = entry?.inlineContent?.read(.text(text))
    } else {
      entry?.fields[open.name, default: []] += text
    }
  }
}
