/// What a web page says of itself in its head.
package struct PageSummary: Hashable, Sendable {
  /// Its title: Open Graph's, else that of `title`.
  package var title: Text?
  /// A sentence on what it holds.
  package var description: Text?
  /// The address that it wants to be known by (`link rel=canonical`).
  package var canonical: Text?
  /// The name of the site.
  package var siteName: Text?
  /// Its language, a tag of BCP 47.
  package var language: Text?
  /// Its picture.
  package var image: Text?

  /// A page that says nothing.
  package init() {}
}
