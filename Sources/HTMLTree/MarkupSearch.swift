/// Which elements of a document are looked for.
package struct MarkupSearch: Sendable {
  /// The attributes whose values are wanted; those that make their elements be met come first.
  let attributes: [String]
  /// The attributes that make their elements be met.
  let triggers: [String]
  let elementBytes: [CChar]
  let attributeBytes: [CChar]
  let classBytes: [CChar]

  /// A search for elements of some names, with some attributes, or with a class that has a part.
  ///
  /// - Parameters:
  ///   - elements: Names of elements that are met.
  ///   - triggers: Attributes that make an element be met, and whose values are wanted.
  ///   - attributes: Further attributes whose values are wanted.
  ///   - classPart: What an element's `class` has somewhere in it to be met.
  /// - Precondition: there are at most 32 elements and 32 attributes in all.
  package init(
    elements: [String], triggers: [String], attributes: [String], classPart: String
  ) {
    precondition(elements.count <= 32 && triggers.count + attributes.count <= 32)
    self.triggers = triggers
    self.attributes = triggers + attributes
    elementBytes = Self.bytes(elements)
    attributeBytes = Self.bytes(self.attributes)
    classBytes = Self.bytes([classPart])
  }

  /// The names as C has them, each with a NUL behind it.
  private static func bytes(_ names: [String]) -> [CChar] {
    names.flatMap { $0.utf8.map { CChar(bitPattern: $0) } + [0] }
  }
}
