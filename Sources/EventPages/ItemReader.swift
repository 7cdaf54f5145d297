import EventModel
import HTMLTree

/// Reads the things that attributes of elements describe: HTML microdata (WHATWG HTML §5) or RDFa
/// Lite 1.1.
///
/// The two differ in the names of their attributes and little else. An element's text is gathered
/// only where a property wants it.
struct ItemReader {
  private var syntax: ItemSyntax
  /// The things whose elements are open.
  private var scopes: [(depth: Int, thing: Int)] = []
  /// The properties whose texts are being gathered.
  private var captures: [Capture] = []
  private var text = TextCollector()
  /// How many bytes of text may still be kept.
  private var budget: Int
  /// The things that elements of an `id` belong to, in a second reading.
  private let referenced: [String: Int]
  private let isSecond: Bool
  /// The elements that things refer to (`itemref`).
  private(set) var references: [String: Int] = [:]

  /// A property whose element is open.
  private struct Capture {
    var depth: Int
    /// Where its text begins.
    var start: Int
    var thing: Int
    var names: [String]
    var value: PropertyValue
  }

  /// Longest text of one property that is kept, in bytes.
  static let longestText = 65_536

  init(_ format: PageFormat, budget: Int, referenced: [String: Int]? = nil) {
    syntax = ItemSyntax(format)
    self.budget = budget
    self.referenced = referenced ?? [:]
    isSecond = referenced != nil
  }

  // MARK: Elements

  /// Notes the begin of an element; true if what is in it is wanted as a whole.
  mutating func open(_ element: MarkupElement, depth: Int, graph: inout ThingGraph) -> Bool {
    leave(depth, graph: &graph)
    if !captures.isEmpty { text.pass(element.name) }
    if isSecond {
      if let id = element[attribute: "id"], let thing = referenced[id] {
        scopes.append((depth, thing))
      }
      // All else was read the first time.
      if scopes.isEmpty { return false }
    }
    guard let item = syntax.read(element, depth: depth) else { return false }
    let owner = scopes.last?.thing
    if item.isThing {
      begin(item, owner: owner, depth: depth, graph: &graph)
      return false
    }
    guard let owner, !item.properties.isEmpty else { return false }
    return add(item, of: element, to: owner, depth: depth, graph: &graph)
  }

  private mutating func begin(
    _ item: ItemSyntax.Item, owner: Int?, depth: Int, graph: inout ThingGraph
  ) {
    var thing = Thing(format: syntax.format)
    thing.types = item.types
    thing.id = item.id
    let parent = owner.flatMap { owner in item.properties.first.map { (owner, $0) } }
    guard let number = graph.add(thing, parent: parent) else { return }
    if let owner {
      for name in item.properties {
        graph.add(PropertyValue(thing: number), named: name, to: owner)
      }
    }
    scopes.append((depth, number))
    for id in item.references where references.count < 1_000 && references[id] == nil {
      references[id] = number
    }
  }

  /// Adds a property, or begins to gather its text; true if it did.
  private mutating func add(
    _ item: ItemSyntax.Item, of element: MarkupElement, to thing: Int, depth: Int,
    graph: inout ThingGraph
  ) -> Bool {
    let value = syntax.value(of: element)
    let isText = item.properties.contains(where: PropertyNames.texts.contains)
    let isLink = item.properties.contains(where: PropertyNames.links.contains)
    guard isText || isLink else { return false }
    let hasValue = value.text != nil || value.link != nil
    if Self.isVoid(element.name) || hasValue && !isText {
      for name in item.properties { graph.add(value, named: name, to: thing) }
      return false
    }
    if captures.isEmpty { text = TextCollector() }
    captures.append(
      Capture(
        depth: depth, start: text.bytes.count, thing: thing, names: item.properties, value: value))
    return true
  }

  /// Elements without content.
  private static func isVoid(_ name: String) -> Bool {
    ["meta", "link", "img", "area", "source", "track", "embed", "input"].contains(name)
  }

  /// Notes text.
  mutating func add(_ bytes: [UInt8]) { if !captures.isEmpty { text.append(bytes) } }

  /// Notes the end of an element.
  mutating func close(_ name: String, depth: Int, graph: inout ThingGraph) {
    leave(depth, graph: &graph)
    if !captures.isEmpty { text.pass(name, isEnd: true) }
  }

  /// Ends what is not open any more when an element begins or ends at a depth.
  private mutating func leave(_ depth: Int, graph: inout ThingGraph) {
    while let capture = captures.last, capture.depth >= depth {
      captures.removeLast()
      finish(capture, graph: &graph)
    }
    while let scope = scopes.last, scope.depth >= depth { scopes.removeLast() }
    syntax.leave(depth)
  }

  private mutating func finish(_ capture: Capture, graph: inout ThingGraph) {
    var value = capture.value
    let bytes = text.bytes[capture.start...].prefix(min(Self.longestText, budget))
    budget -= bytes.count
    let visible = String(decoding: bytes, as: UTF8.self)
    if value.text == nil { value.text = visible } else { value.visible = visible }
    for name in capture.names { graph.add(value, named: name, to: capture.thing) }
  }

  /// Ends what is open at the end of the page.
  mutating func finish(graph: inout ThingGraph) { leave(0, graph: &graph) }
}
