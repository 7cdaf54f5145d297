import EventModel

/// The things that a page describes, in the order in which they begin.
struct ThingGraph: Sendable {
  private(set) var things: [Thing] = []
  /// The first thing of each identifier that says more than the identifier.
  private var numbers: [String: Int] = [:]

  /// Most things that are kept, so that memory stays in proportion to real pages.
  static let mostThings = 50_000

  /// Adds a thing; nil where there are too many.
  mutating func add(_ thing: Thing, parent: (number: Int, property: String)? = nil) -> Int? {
    guard things.count < Self.mostThings else { return nil }
    things.append(thing)
    things[things.count - 1].parent = parent
    return things.count - 1
  }

  subscript(number: Int) -> Thing { things[number] }

  /// Adds a value to a thing that is there.
  mutating func add(_ value: PropertyValue, named name: String, to number: Int) {
    things[number].properties.append(Thing.Property(name: name, value: value))
  }

  /// Changes what is said of a thing itself.
  mutating func describe(_ number: Int, types: [String], id: String?) {
    things[number].types = types
    things[number].id = id
  }

  /// Learns which thing each identifier names; called when all things are there.
  mutating func index() {
    for (number, thing) in things.enumerated() where !thing.properties.isEmpty {
      guard let id = thing.id, numbers[id] == nil else { continue }
      numbers[id] = number
    }
  }

  /// The thing that a value is or names.
  func thing(_ value: PropertyValue) -> Thing? {
    if let number = value.thing {
      let thing = things[number]
      // `{"@id": "#place"}` stands for what is said of it elsewhere.
      if thing.properties.isEmpty, let id = thing.id, let number = numbers[id] {
        return things[number]
      }
      return thing
    }
    guard let name = value.link ?? value.text, let number = numbers[name] else { return nil }
    return things[number]
  }
}
