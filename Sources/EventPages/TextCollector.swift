/// The text of elements, with a break where one shows.
struct TextCollector {
  /// The text so far; a break that shows is a line feed, a ``lineBreak`` or a ``paragraphBreak``.
  private(set) var bytes: [UInt8] = []

  /// The byte that stands for the edge of a block, of which several in a row are one: a vertical
  /// tab, which is white space of no other meaning.
  static let lineBreak: UInt8 = 0x0B
  /// The byte that stands for the edge of a paragraph: a form feed.
  static let paragraphBreak: UInt8 = 0x0C

  /// Whether line feeds of the source stay, which show in plain text only.
  private let keepsLines: Bool

  init(keepingLines keepsLines: Bool = false) { self.keepsLines = keepsLines }

  mutating func append(_ text: [UInt8]) {
    if keepsLines {
      bytes += text
    } else {
      for byte in text { bytes.append(byte == 0x0A ? 0x20 : byte) }
    }
  }

  /// Notes the begin or the end of an element.
  mutating func pass(_ element: String, isEnd: Bool = false) {
    switch element {
    case "br": if !isEnd { bytes.append(0x0A) }
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr":
      bytes.append(Self.paragraphBreak)
    case "address", "article", "aside", "dd", "div", "dl", "dt", "fieldset", "figcaption",
      "figure", "footer", "form", "header", "li", "main", "nav", "ol", "section", "table", "tr",
      "ul":
      bytes.append(Self.lineBreak)
    default: break
    }
  }

  /// Whether an element's content is no text.
  static func isSilent(_ element: String) -> Bool {
    switch element {
    case "script", "style", "template", "noscript": true
    default: false
    }
  }
}
