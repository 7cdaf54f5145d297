import EventModel
import HTMLTree

/// Reads a page in one walk: its head, the blocks of JSON-LD, and the things that its elements
/// describe.
struct PageScan {
  private(set) var graph = ThingGraph()
  private(set) var head = PageHead()
  private(set) var blocks: [[UInt8]] = []

  private var microdata: ItemReader
  private var rdfa: ItemReader
  private var microformats: MicroformatReader
  /// The element whose text is being gathered.
  private var gathering: (kind: Gathering, depth: Int)?
  private var gathered: [UInt8] = []
  /// Whether the page has any element of the body with a title, such as drawings have.
  private var hasTitle = false

  private enum Gathering { case title, block }

  init(size: Int) {
    // A page is in memory, so that twice its size is a number too.
    let budget = size * 2 + ItemReader.longestText
    microdata = ItemReader(.microdata, budget: budget)
    rdfa = ItemReader(.rdfa, budget: budget)
    microformats = MicroformatReader(budget: budget)
  }

  /// What of a page is looked at.
  private static let search = MarkupSearch(
    elements: ["html", "base", "title", "meta", "link", "script"],
    triggers: ["itemscope", "itemtype", "itemprop", "typeof", "property", "vocab", "prefix"],
    attributes: attributes, classPart: "event")

  private static let attributes = [
    "about", "alt", "class", "content", "data", "datetime", "headers", "href", "id", "itemid",
    "itemref", "lang", "name", "rel", "resource", "src", "title", "type", "value",
  ]

  // MARK: The walk

  /// Reads a page.
  mutating func read(_ document: borrowing HTMLDocument) {
    document.search(Self.search) { piece, depth in step(piece, depth) }
    microdata.finish(graph: &graph)
    rdfa.finish(graph: &graph)
    microformats.finish(graph: &graph)
    if !microdata.references.isEmpty || !microformats.references.isEmpty {
      readReferenced(document)
    }
    LinkedData.add(blocks, to: &graph)
    graph.index()
  }

  private mutating func step(_ piece: MarkupPiece, _ depth: Int) -> MarkupStep {
    switch piece {
    case .opening(let element): return open(element, depth)
    case .text(let bytes):
      if gathering != nil {
        gathered += bytes
      } else {
        microdata.add(bytes)
        rdfa.add(bytes)
        microformats.add(bytes)
      }
    case .closing(let name): close(name, depth)
    }
    return .inside
  }

  private mutating func open(_ element: MarkupElement, _ depth: Int) -> MarkupStep {
    head.open(element)
    if let kind = gatheringKind(element) {
      gathering = (kind, depth)
      gathered = []
      return .whole
    }
    let isItem = microdata.open(element, depth: depth, graph: &graph)
    let isProperty = rdfa.open(element, depth: depth, graph: &graph)
    let isMicroformat = microformats.open(element, depth: depth, graph: &graph)
    if TextCollector.isSilent(element.name) { return .over }
    return isItem || isProperty || isMicroformat ? .whole : .inside
  }

  private mutating func gatheringKind(_ element: MarkupElement) -> Gathering? {
    switch element.name {
    case "title":
      defer { hasTitle = true }
      return hasTitle ? nil : .title
    case "script":
      guard let type = element[attribute: "type"] else { return nil }
      let lower = type.hasUpperCase ? type.lowercased() : type
      return lower.hasPiece("ld+json") || lower.hasPiece("json+ld") ? .block : nil
    default: return nil
    }
  }

  private mutating func close(_ name: String, _ depth: Int) {
    if let (kind, own) = gathering, own == depth {
      switch kind {
      case .title:
        head.title = PageText.line(String(decoding: gathered, as: UTF8.self), mayBeMarkup: false)
      case .block: blocks.append(gathered)
      }
      gathering = nil
      gathered = []
    } else {
      microdata.close(name, depth: depth, graph: &graph)
      rdfa.close(name, depth: depth, graph: &graph)
      microformats.close(name, depth: depth, graph: &graph)
    }
  }

  // MARK: Elements that things refer to

  /// Reads what stands elsewhere and is referred to: WHATWG HTML §5.2.5 (`itemref`), and the
  /// include pattern of microformats.
  private mutating func readReferenced(_ document: borrowing HTMLDocument) {
    var items = ItemReader(
      .microdata, budget: ItemReader.longestText * 4, referenced: microdata.references)
    var others = MicroformatReader(
      budget: ItemReader.longestText * 4, referenced: Set(microformats.references.map(\.id)))
    document.search(Self.referencedSearch) { piece, depth in
      switch piece {
      case .opening(let element):
        let isItem = items.open(element, depth: depth, graph: &graph)
        let isMicroformat = others.open(element, depth: depth, graph: &graph)
        if TextCollector.isSilent(element.name) { return .over }
        return isItem || isMicroformat ? .whole : .inside
      case .text(let bytes):
        items.add(bytes)
        others.add(bytes)
      case .closing(let name):
        items.close(name, depth: depth, graph: &graph)
        others.close(name, depth: depth, graph: &graph)
      }
      return .inside
    }
    items.finish(graph: &graph)
    others.finish(graph: &graph)
    var allowance = Self.mostIncludedProperties
    for (id, thing) in microformats.references {
      guard let number = others.included[id] else { continue }
      let properties = graph[number].properties.prefix(allowance)
      allowance -= properties.count
      for property in properties {
        graph.add(property.value, named: property.name, to: thing)
      }
    }
  }

  /// Most properties that are copied to things that include them: many may include the same.
  private static let mostIncludedProperties = 10_000

  private static let referencedSearch = MarkupSearch(
    elements: [], triggers: ["id", "itemscope", "itemtype", "itemprop"],
    attributes: attributes.filter { $0 != "id" }, classPart: "\u{1}")
}
