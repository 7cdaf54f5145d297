import EventModel
import HTMLTree

/// Reads `h-event` and `vevent`: microformats2 parsing, with its rules for the classic classes.
struct MicroformatReader {
  /// A thing whose element is open.
  private struct Root {
    var depth: Int
    var thing: Int
    var isClassic: Bool
    /// Where its text begins.
    var start: Int
    /// Whether a property says a text or markup, a link, or anything by a thing in it: then nothing
    /// is implied.
    var hasText = false
    var hasLink = false
    var hasThing = false
    var childCount = 0
    /// What its element implies, and what its first child does, which counts if it has no other.
    var own: Implied
    var child = Implied()
  }

  /// What an element implies of the thing that it is, or that it is the only child of.
  private struct Implied {
    var name: String?
    var url: String?
    var image: String?
  }

  /// A property whose element is open.
  private struct Property {
    var depth: Int
    var start: Int
    var thing: Int
    var properties: [MicroformatNames.Property]
    var element: MarkupElement
    /// The texts of the elements of class `value` in it.
    var parts: [String] = []
  }

  /// An element of class `value` that is open.
  private struct Part {
    var depth: Int
    var start: Int
    var element: MarkupElement
  }

  private var roots: [Root] = []
  private var properties: [Property] = []
  private var part: Part?
  private var text = TextCollector()
  private var budget: Int
  /// The elements that things include by their `id`, with the things.
  private(set) var references: [(id: String, thing: Int)] = []
  /// The `id`s of the elements that are read, in a second reading.
  private let referenced: Set<String>
  private let isSecond: Bool
  /// What stands in those elements, each as a thing of no type.
  private(set) var included: [String: Int] = [:]

  init(budget: Int, referenced: Set<String>? = nil) {
    self.budget = budget
    self.referenced = referenced ?? []
    isSecond = referenced != nil
  }

  // MARK: Elements

  /// Notes the begin of an element; true if what is in it is wanted as a whole.
  mutating func open(_ element: MarkupElement, depth: Int, graph: inout ThingGraph) -> Bool {
    leave(depth, graph: &graph)
    if isSecond {
      openReferenced(element, depth, graph: &graph)
      if roots.isEmpty { return false }
    } else if roots.isEmpty, !mayBegin(element) {
      return false
    }
    let classes = ItemSyntax.words(element[attribute: "class"])
    if roots.isEmpty {
      guard classes.contains("h-event") || classes.contains("vevent") else { return false }
      text = TextCollector()
    }
    text.pass(element.name)
    noteInclude(element, classes)
    countChild(element, depth, isThing: !MicroformatNames.roots.isDisjoint(with: classes))
    let names = propertyNames(classes)
    let owner = roots.last?.thing
    let types = rootTypes(classes)
    if types.isEmpty {
      openPart(element, classes, depth, isProperty: !names.isEmpty)
    } else {
      openRoot(element, types, classes, names.first?.name, depth: depth, graph: &graph)
    }
    if let owner, !names.isEmpty {
      note(names, isThing: !types.isEmpty, depth: depth)
      if types.isEmpty {
        properties.append(
          Property(
            depth: depth, start: text.bytes.count, thing: owner, properties: names,
            element: element))
      }
    }
    if let alternative = element[attribute: "alt"], element.name == "img" {
      text.append(Array(alternative.utf8))
    }
    return true
  }

  /// Whether an element may be an event's; nearly none is.
  private func mayBegin(_ element: MarkupElement) -> Bool {
    guard let classes = element[attribute: "class"] else { return false }
    return classes.hasPiece("h-event") || classes.hasPiece("vevent")
  }

  /// What an element's classes make of it in the root that is open.
  private func propertyNames(_ classes: [String]) -> [MicroformatNames.Property] {
    guard let root = roots.last else { return [] }
    let table =
      root.isClassic ? MicroformatNames.classicProperties : MicroformatNames.properties
    return classes.compactMap { table[$0] }
  }

  private func rootTypes(_ classes: [String]) -> [String] {
    let types = classes.filter(MicroformatNames.roots.contains)
    guard types.isEmpty, roots.last?.isClassic ?? true else { return types }
    return classes.compactMap { MicroformatNames.classicRoots[$0] }
  }

  private mutating func openRoot(
    _ element: MarkupElement, _ types: [String], _ classes: [String], _ property: String?,
    depth: Int, graph: inout ThingGraph
  ) {
    if !roots.isEmpty { roots[roots.count - 1].hasThing = true }
    var thing = Thing(format: .microformats)
    thing.types = types
    let parent = roots.last.map { (number: $0.thing, property: property ?? "") }
    guard let number = graph.add(thing, parent: parent) else { return }
    if let parent {
      for name in propertyNames(classes) {
        graph.add(PropertyValue(thing: number), named: name.name, to: parent.number)
      }
    }
    for id in ItemSyntax.words(element[attribute: "itemref"] ?? element[attribute: "headers"]) {
      refer(to: id, from: number)
    }
    roots.append(
      Root(
        depth: depth, thing: number,
        isClassic: MicroformatNames.roots.isDisjoint(with: classes),
        start: text.bytes.count, own: Self.implied(by: element)))
  }

  /// Notes that a root has properties, so that they are not implied.
  private mutating func note(
    _ names: [MicroformatNames.Property], isThing: Bool, depth: Int
  ) {
    // A thing's own root is the last now, and the properties are those of the one before.
    let index = roots.count - (isThing ? 2 : 1)
    guard roots.indices.contains(index) else { return }
    for name in names {
      switch name.kind {
      case .text, .markup: roots[index].hasText = true
      case .link: roots[index].hasLink = true
      case .time: break
      }
    }
  }

  private mutating func openPart(
    _ element: MarkupElement, _ classes: [String], _ depth: Int, isProperty: Bool
  ) {
    guard !properties.isEmpty, part == nil, !isProperty else { return }
    if classes.contains("value-title") {
      let title = element[attribute: "title"] ?? ""
      properties[properties.count - 1].parts.append(title)
    } else if classes.contains("value") {
      part = Part(depth: depth, start: text.bytes.count, element: element)
    }
  }

  /// Notes text.
  mutating func add(_ bytes: [UInt8]) { if !roots.isEmpty { text.append(bytes) } }

  /// Notes the end of an element.
  mutating func close(_ name: String, depth: Int, graph: inout ThingGraph) {
    leave(depth, graph: &graph)
    if !roots.isEmpty { text.pass(name, isEnd: true) }
  }

  /// Ends what is open at the end of the page.
  mutating func finish(graph: inout ThingGraph) { leave(0, graph: &graph) }

  /// Ends what is not open any more when an element begins or ends at a depth.
  private mutating func leave(_ depth: Int, graph: inout ThingGraph) {
    if let open = part, open.depth >= depth { finishPart(open) }
    while let property = properties.last, property.depth >= depth {
      properties.removeLast()
      let visible = keep(from: property.start)
      for name in property.properties {
        let value = Self.value(of: property, visible: visible, name.kind)
        graph.add(value, named: name.name, to: property.thing)
      }
    }
    while let root = roots.last, root.depth >= depth {
      roots.removeLast()
      imply(root, graph: &graph)
    }
  }

  // MARK: Includes

  /// The include pattern of the classic microformats: an empty link or object says which element
  /// belongs here too.
  private mutating func noteInclude(_ element: MarkupElement, _ classes: [String]) {
    guard classes.contains("include"), let root = roots.last,
      let reference = element[attribute: "href"] ?? element[attribute: "data"],
      reference.hasPrefix("#")
    else { return }
    refer(to: String(reference.dropFirst()), from: root.thing)
  }

  private mutating func refer(to id: String, from thing: Int) {
    if references.count < 1_000, !isSecond { references.append((id, thing)) }
  }

  /// Begins the thing that gathers what stands in an element that others include.
  private mutating func openReferenced(
    _ element: MarkupElement, _ depth: Int, graph: inout ThingGraph
  ) {
    guard let id = element[attribute: "id"], referenced.contains(id), included[id] == nil,
      let number = graph.add(Thing(format: .microformats))
    else { return }
    included[id] = number
    if roots.isEmpty { text = TextCollector() }
    roots.append(
      Root(depth: depth, thing: number, isClassic: true, start: text.bytes.count, own: Implied()))
  }

  // MARK: Values

  private mutating func finishPart(_ open: Part) {
    part = nil
    guard !properties.isEmpty else { return }
    let visible = keep(from: open.start)
    let isTime = properties[properties.count - 1].properties.contains { $0.kind == .time }
    let value = Self.attribute(open.element, isTime ? .time : .text) ?? visible
    properties[properties.count - 1].parts.append(value)
  }

  /// The text since an offset, as far as text may still be kept.
  private mutating func keep(from start: Int) -> String {
    let bytes = text.bytes[start...].prefix(min(ItemReader.longestText, budget))
    budget -= bytes.count
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value of a property.
  private static func value(
    of property: Property, visible: String, _ kind: MicroformatNames.Kind
  ) -> PropertyValue {
    if !property.parts.isEmpty {
      let text = kind == .time ? DateParts.joined(property.parts) : property.parts.joined()
      return PropertyValue(text: text, visible: visible)
    }
    let attribute = attribute(property.element, kind)
    if kind == .link { return PropertyValue(text: visible, link: attribute) }
    return PropertyValue(text: attribute ?? visible, visible: visible)
  }

  /// The value that an element has by an attribute.
  private static func attribute(
    _ element: MarkupElement, _ kind: MicroformatNames.Kind
  ) -> String? {
    if kind == .markup { return nil }
    switch (element.name, kind) {
    case ("a", .link), ("area", .link), ("link", .link): return element[attribute: "href"]
    case ("img", .link), ("audio", .link), ("video", .link), ("source", .link), ("iframe", .link):
      return element[attribute: "src"]
    case ("object", .link): return element[attribute: "data"]
    case ("time", .time), ("ins", .time), ("del", .time): return element[attribute: "datetime"]
    case ("abbr", _), ("link", .text): return element[attribute: "title"]
    case ("data", _), ("input", _): return element[attribute: "value"]
    case ("img", .text), ("area", .text): return element[attribute: "alt"]
    default: return nil
    }
  }

  // MARK: What is implied

  private mutating func countChild(_ element: MarkupElement, _ depth: Int, isThing: Bool) {
    guard let root = roots.last, root.depth + 1 == depth else { return }
    let index = roots.count - 1
    roots[index].childCount += 1
    guard root.childCount == 0, !isThing else { return }
    roots[index].child = Self.implied(by: element)
  }

  private static func implied(by element: MarkupElement) -> Implied {
    switch element.name {
    case "a": Implied(url: element[attribute: "href"])
    case "area": Implied(name: element[attribute: "alt"], url: element[attribute: "href"])
    case "img": Implied(name: element[attribute: "alt"], image: element[attribute: "src"])
    case "object": Implied(image: element[attribute: "data"])
    case "abbr": Implied(name: element[attribute: "title"])
    default: Implied()
    }
  }

  /// Adds what a root's properties do not say and its content implies.
  private mutating func imply(_ root: Root, graph: inout ThingGraph) {
    // The classic microformats implied nothing of the kind.
    guard !root.isClassic, !root.hasThing else { return }
    let child = root.childCount == 1 ? root.child : Implied()
    if !root.hasText, !graph[root.thing].types.contains("h-geo") {
      let name = root.own.name ?? child.name ?? keep(from: root.start)
      graph.add(PropertyValue(text: name), named: "name", to: root.thing)
    }
    guard !root.hasLink else { return }
    if let url = root.own.url ?? child.url {
      graph.add(PropertyValue(link: url), named: "url", to: root.thing)
    }
    if let image = root.own.image ?? child.image {
      graph.add(PropertyValue(link: image), named: "image", to: root.thing)
    }
  }
}
