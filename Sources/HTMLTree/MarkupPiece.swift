/// What a walk through a document meets.
package enum MarkupPiece: Hashable, Sendable {
  /// An element begins.
  case opening(MarkupElement)
  /// Text, in UTF-8 as far as the document was; references to characters are resolved.
  case text([UInt8])
  /// The element of this name ends.
  case closing(String)
}

/// An element: its name and the attributes that were asked for.
package struct MarkupElement: Hashable, Sendable {
  /// An attribute, without prefix.
  package struct Attribute: Hashable, Sendable {
    /// Its name, in HTML in lower case.
    package var name: String
    /// Its value; references to characters are resolved.
    package var value: String
  }

  /// The name, without prefix; in HTML in lower case.
  package var name: String
  /// The attributes.
  package var attributes: [Attribute]

  /// The value of an attribute; nil without it.
  package subscript(attribute attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }
}

/// How a walk goes on.
package enum MarkupStep: Hashable, Sendable {
  /// Into the element that begins; otherwise just on.
  case inside
  /// To the end of the element that begins.
  case over
  /// Into the element that begins, and meeting everything in it; the same as `inside` where
  /// everything is met anyway.
  case whole
  /// No further.
  case stop
}
