/// An attribute of an element that is written.
package struct HTMLAttribute: Sendable {
  /// Its name.
  let name: StaticString
  /// Its value; nil for one that has none, such as `hidden`.
  let value: String?

  /// An attribute; its name is one of HTML's in lower case, and no `name` of an `a`.
  ///
  /// A value is any text: no character of it ends the attribute. Of `href` and `src` libxml2
  /// percent-encodes what RFC 3986 does not allow in a URI, and `$`; what is encoded already stays.
  package init(_ name: StaticString, _ value: String?) {
    self.name = name
    self.value = value
  }
}

extension HTMLAttribute {
  /// The classes, with single spaces between them.
  package static func `class`(_ value: String) -> HTMLAttribute { HTMLAttribute("class", value) }
  /// The identifier that an address can point to.
  package static func id(_ value: String) -> HTMLAttribute { HTMLAttribute("id", value) }
  /// Where a link leads.
  package static func href(_ value: String) -> HTMLAttribute { HTMLAttribute("href", value) }
  /// What the link's target is to the page.
  package static func rel(_ value: String) -> HTMLAttribute { HTMLAttribute("rel", value) }
}
