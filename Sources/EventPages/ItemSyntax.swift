import EventModel
import HTMLTree

/// How attributes of elements say what is a thing, a property and a value.
struct ItemSyntax {
  /// What an element is.
  struct Item {
    /// Whether it describes a thing.
    var isThing = false
    var types: [String] = []
    var id: String?
    /// The properties that it is a value of.
    var properties: [String] = []
    /// The `id`s of elements that describe the thing too.
    var references: [String] = []
  }

  let format: PageFormat
  /// The vocabularies in force (RDFa), and whether they are schema.org's.
  private var vocabularies: [(depth: Int, isSchema: Bool)] = []
  /// The prefixes that stand for schema.org's vocabulary (RDFa).
  private var prefixes = ["schema:"]

  init(_ format: PageFormat) { self.format = format }

  /// What an element is; nil if it is nothing.
  mutating func read(_ element: MarkupElement, depth: Int) -> Item? {
    format == .rdfa ? readRDFa(element, depth) : Self.readMicrodata(element)
  }

  /// Forgets what does not hold any more when an element begins or ends at a depth.
  mutating func leave(_ depth: Int) {
    while let last = vocabularies.last, last.depth >= depth { vocabularies.removeLast() }
  }

  /// The value that an element's attributes give it.
  func value(of element: MarkupElement) -> PropertyValue {
    var value = PropertyValue()
    value.text = element[attribute: "content"]
    if format == .rdfa { value.link = element[attribute: "resource"] }
    switch element.name {
    case "a", "area", "link": value.link = value.link ?? element[attribute: "href"]
    case "audio", "embed", "iframe", "img", "source", "track", "video":
      value.link = value.link ?? element[attribute: "src"]
    case "object": value.link = value.link ?? element[attribute: "data"]
    case "data", "meter": value.text = value.text ?? element[attribute: "value"]
    case "time": value.text = value.text ?? element[attribute: "datetime"]
    default: break
    }
    return value
  }

  // MARK: Microdata

  private static func readMicrodata(_ element: MarkupElement) -> Item? {
    let types = element[attribute: "itemtype"]
    let names = element[attribute: "itemprop"]
    var item = Item()
    // A type without `itemscope` is a slip, and means one.
    item.isThing = element[attribute: "itemscope"] != nil || types != nil
    guard item.isThing || names != nil else { return nil }
    item.types = words(types).map(SchemaName.type)
    item.properties = words(names).map(SchemaName.property)
    item.id = element[attribute: "itemid"]
    if item.isThing { item.references = words(element[attribute: "itemref"]) }
    return item
  }

  static func words(_ text: String?) -> [String] {
    text?.asciiWords ?? []
  }

  // MARK: RDFa

  private mutating func readRDFa(_ element: MarkupElement, _ depth: Int) -> Item? {
    if let vocabulary = element[attribute: "vocab"] {
      vocabularies.append((depth, SchemaName.isVocabulary(vocabulary)))
    }
    if let mappings = element[attribute: "prefix"] { addPrefixes(mappings) }
    let types = element[attribute: "typeof"]
    let names = element[attribute: "property"]
    guard types != nil || names != nil else { return nil }
    var item = Item()
    item.isThing = types != nil
    item.types = Self.words(types).map { local($0) ?? ":" + $0 }
    item.properties = Self.words(names).compactMap(local)
    if item.isThing {
      item.id = element[attribute: "resource"] ?? element[attribute: "about"]
    }
    return item
  }

  /// RDFa 1.1 §5: pairs of a prefix with its colon and an address.
  private mutating func addPrefixes(_ mappings: String) {
    let words = Self.words(mappings)
    for (prefix, address) in zip(words, words.dropFirst())
    where prefix.hasSuffix(":") && SchemaName.isVocabulary(address) && prefixes.count < 16 {
      prefixes.append(prefix)
    }
  }

  /// A name without the vocabulary; nil for one of another vocabulary.
  private func local(_ name: String) -> String? {
    for prefix in prefixes where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    if name.contains(":") { return SchemaName.local(name) }
    return vocabularies.last?.isSchema ?? true ? name : nil
  }
}
