package import EventModel

/// The map of a site for search engines: the Sitemaps protocol 0.9.
package enum Sitemap {
  /// Writes the index and the page of each event, with the day on which it changed last; nothing for a
  /// site without an address, for the map needs absolute ones.
  ///
  /// `slugs` are those of the events.
  package static func write(
    _ events: [Event], slugs: [String], of site: EventSite, into buffer: inout OutputBuffer
  ) {
    guard let address = site.address else { return }
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" as StaticString)
    buffer.append(
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" as StaticString)
    if let newest = events.map(\.modified).max() { append(address, newest, to: &buffer) }
    for (event, slug) in zip(events, slugs) {
      append(address + EventSite.page(of: slug), event.modified, to: &buffer)
    }
    buffer.append("</urlset>\n")
  }

  private static func append(
    _ address: String, _ modified: CivilDate, to buffer: inout OutputBuffer
  ) {
    buffer.append("<url><loc>")
    for byte in address.utf8 {
      // A URI has no other character that XML gives a meaning (RFC 3986 §2).
      switch byte {
      case UInt8(ascii: "&"): buffer.append("&amp;")
      case UInt8(ascii: "'"): buffer.append("&apos;")
      default: buffer.append(byte)
      }
    }
    buffer.append("</loc><lastmod>")
    buffer.append(modified)
    buffer.append("</lastmod></url>\n")
  }
}
