/// A link of an event that is neither its own nor its organizer's (a mirror, a stream, tickets).
package struct Link: Hashable, Sendable {
  /// The link's text without Markdown.
  package var title: Text
  /// The target as written.
  package var url: Text

  package init(title: Text, url: Text) {
    self.title = title
    self.url = url
  }
}

/// The group, company or conference that holds an event: schema.org's `organizer`.
package struct Organizer: Hashable, Sendable {
  /// The name as written.
  package var name: Text
  /// Its page; nil where the name is not linked.
  package var url: Text?

  package init(name: Text, url: Text?) {
    self.name = name
    self.url = url
  }
}
