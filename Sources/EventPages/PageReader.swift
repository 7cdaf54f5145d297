package import EventModel
import HTMLTree

/// Reads web pages for the events that they state.
package enum PageReader {
  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: The page as it is: HTML in any charset.
  ///   - source: The page as it was asked for.
  ///   - url: The address that it came from, after redirects; nil for a file.
  ///   - charset: The charset that the server named, if it did.
  /// - Returns: What the page states; a page without events has none of them.
  /// - Throws: `EventPagesError`, never for bad HTML as such.
  package static func read(
    _ bytes: [UInt8], source: Text, url: Text? = nil, charset: String? = nil
  ) throws(EventPagesError) -> PageReading {
    var scan = PageScan(size: bytes.count)
    do throws(HTMLTreeError) {
      let document = try HTMLDocument(parsing: Charset.utf8(bytes, declared: charset))
      scan.read(document)
    } catch {
      throw EventPagesError(error)
    }
    var head = scan.head
    head.finish(source: url?.string)
    let facts = EventFacts(graph: scan.graph, base: head.base)
    var merging = EventMerging()
    for format in [PageFormat.jsonLD, .microdata, .rdfa, .microformats] {
      merging.add(facts.events(of: format), of: format)
    }
    merging.complete(with: head)
    return PageReading(
      source: source, url: url ?? head.facts.canonical ?? head.openGraphURL,
      events: merging.events, page: head.facts)
  }
}
