import EventModel

/// Something that a page describes: a node of JSON-LD, an item of microdata or RDFa, a microformat.
struct Thing: Sendable {
  /// Where it is described.
  let format: PageFormat
  /// The names of its types, without their vocabulary (`Event`).
  var types: [String] = []
  /// Its identifier.
  var id: String?
  /// What is said of it, in the order of the page; names are without vocabulary.
  var properties: [Property] = []
  /// The thing that has this one for a value, and the property's name.
  var parent: (number: Int, property: String)?

  /// A name and a value.
  struct Property: Sendable {
    var name: String
    var value: PropertyValue
  }

  /// The values of a property.
  func values(_ name: String) -> [PropertyValue] {
    properties.lazy.filter { $0.name == name }.map(\.value)
  }
}

/// A value of a property.
struct PropertyValue: Sendable {
  /// The value as text; nil where it is a thing.
  var text: String?
  /// What people see, where the value stands in an attribute.
  var visible: String?
  /// The address that the value is, where an element says that it is one.
  var link: String?
  /// The number of the thing that the value is.
  var thing: Int?
  /// Whether the text may hold references to characters and tags.
  var mayBeMarkup = false
  /// Whether it is `true` or `false` of JSON, which sites have in the place of other values too.
  var isFlag = false
}
