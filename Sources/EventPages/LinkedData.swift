import EventModel

/// Reads JSON-LD: the things that a block describes.
///
/// Contexts are not fetched. Terms of schema.org are told by their names, with or without its
/// address or a prefix (JSON-LD 1.1 §3).
struct LinkedData {
  private var graph: ThingGraph

  init(addingTo graph: ThingGraph) { self.graph = graph }

  /// The graph with the things of all blocks.
  static func add(_ blocks: [[UInt8]], to graph: inout ThingGraph) {
    guard blocks.contains(where: mayDescribeEvent) else { return }
    var reader = LinkedData(addingTo: graph)
    for block in blocks {
      for value in values(in: block) { _ = reader.read(value, of: nil) }
    }
    graph = reader.graph
  }

  /// Whether a type of event can be named in a block; most blocks of the web are of other things.
  private static func mayDescribeEvent(_ block: [UInt8]) -> Bool {
    let span = block.span
    return EventTypes.hints.contains { hint in
      let first = hint[0]
      var offset = 0
      while offset + hint.count <= span.count {
        if span[offset] == first, (1..<hint.count).allSatisfy({ span[offset + $0] == hint[$0] }) {
          return true
        }
        offset += 1
      }
      return false
    }
  }

  /// The values of a block, whose marks may be written as references to characters.
  private static func values(in block: [UInt8]) -> [JSONValue] {
    guard !block.contains(UInt8(ascii: "\"")), block.contains(UInt8(ascii: "&")) else {
      return LenientJSON.values(in: block)
    }
    let text = PageText.decoded(String(decoding: block, as: UTF8.self))
    return LenientJSON.values(in: Array(text.utf8))
  }

  /// The values of a property that a value of JSON stands for.
  private mutating func read(
    _ value: JSONValue, of parent: (number: Int, property: String)?
  ) -> [PropertyValue] {
    switch value {
    case .null: return []
    case .bool(let flag): return [PropertyValue(text: flag ? "true" : "false", isFlag: true)]
    case .number(let text): return [PropertyValue(text: text)]
    case .string(let text): return [PropertyValue(text: text, mayBeMarkup: true)]
    case .array(let values): return values.flatMap { read($0, of: parent) }
    case .object(let members): return read(members, of: parent)
    }
  }

  private mutating func read(
    _ members: [JSONMember], of parent: (number: Int, property: String)?
  ) -> [PropertyValue] {
    // JSON-LD 1.1 §4.3: objects that are lists, sets or values are no things.
    for member in members where ["@value", "@list", "@set"].contains(member.name) {
      return read(member.value, of: parent)
    }
    var thing = Thing(format: .jsonLD)
    for member in members {
      switch member.name {
      case "@type", "type": thing.types += Self.strings(member.value).map(SchemaName.type)
      case "@id", "id": thing.id = thing.id ?? Self.strings(member.value).first
      default: break
      }
    }
    guard let number = graph.add(thing, parent: parent) else { return [] }
    // Of members with one name the last counts, as in most readers of JSON (RFC 8259 §4).
    let repeated = Self.repeatedNames(members)
    for (index, member) in members.enumerated() where !Self.ownNames.contains(member.name) {
      if repeated[member.name].map({ $0 > index }) ?? false { continue }
      readMember(member, of: number)
    }
    return [PropertyValue(thing: number)]
  }

  /// Members that say what a thing is.
  private static let ownNames = ["@type", "type", "@id", "id"]

  /// Where the last member stands of each name that stands there more than once; few objects have
  /// any.
  private static func repeatedNames(_ members: [JSONMember]) -> [String: Int] {
    var last: [String: Int] = [:]
    guard members.count > 16 || hasRepeatedName(members) else { return last }
    for (index, member) in members.enumerated() { last[member.name] = index }
    return last
  }

  private static func hasRepeatedName(_ members: [JSONMember]) -> Bool {
    members.indices.contains { index in
      members[..<index].contains { $0.name == members[index].name }
    }
  }

  private mutating func readMember(_ member: JSONMember, of number: Int) {
    switch member.name {
    case "@graph", "@included": _ = read(member.value, of: nil)
    case "@context", "@reverse", "@language": break
    default:
      let name = SchemaName.property(member.name)
      for value in read(member.value, of: (number, name)) {
        graph.add(value, named: name, to: number)
      }
    }
  }

  private static func strings(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let values): values.flatMap(strings)
    default: []
    }
  }
}
