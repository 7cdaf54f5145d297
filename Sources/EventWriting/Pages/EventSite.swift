package import EventModel

/// What all pages of a site have in common.
package struct EventSite: Sendable {
  /// The site's name, which is also that of its calendar.
  package let name: Text
  /// The address of the folder that the site is published in, with a slash at its end; nil where
  /// nobody said it.
  package let address: String?

  /// A site; `address` is one that ``isAddress(_:)`` holds.
  package init(name: Text, address: Text? = nil) {
    self.name = name
    self.address = address.flatMap { WebAddress($0).webLink }.map {
      $0.hasSuffix("/") ? $0 : $0 + "/"
    }
  }

  /// Whether a text is the address of a folder on the web: `http` or `https` with a host, without
  /// query and fragment.
  package static func isAddress(_ text: Text) -> Bool {
    WebAddress(text).kind == .web
      && !(0..<text.count).contains { text[$0] == ASCII.question || text[$0] == ASCII.hash }
  }

  /// The absolute address of one of its files; nil without an address.
  func address(of file: String) -> String? { address.map { $0 + file } }

  /// The name of the calendar of all events.
  package static let calendarFile = "rust.ics"
  /// The name of the page that lists the events.
  package static let indexFile = "index.html"
  /// The name of the folder that holds the pages of events.
  package static let eventFolder = "events"

  /// The name of a region's calendar.
  package static func calendarFile(of region: Region) -> String { "\(region.slug).ics" }

  /// The page of an event by its slug, seen from the site's folder.
  package static func page(of slug: String) -> String { "\(eventFolder)/\(slug).html" }
}

extension Region {
  /// The name as part of an address: `north-america`.
  var slug: String {
    String("\(name)".map { $0 == " " ? "-" : $0 }).lowercased()
  }
}
