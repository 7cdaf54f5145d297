/// A way in which pages state facts, the most trusted first.
package enum PageFormat: UInt8, CaseIterable, Sendable {
  /// schema.org in JSON-LD.
  case jsonLD
  /// schema.org in HTML microdata.
  case microdata
  /// schema.org in RDFa Lite.
  case rdfa
  /// microformats2 `h-event`, and its forerunner `vevent`.
  case microformats
  /// The Open Graph protocol.
  case openGraph
  /// HTML's own: `title`, `meta`, `link`.
  case html

  /// The name in JSON.
  package var name: StaticString {
    switch self {
    case .jsonLD: "json-ld"
    case .microdata: "microdata"
    case .rdfa: "rdfa"
    case .microformats: "h-event"
    case .openGraph: "open-graph"
    case .html: "html"
    }
  }
}
