/// The text of elements, with a break where one shows.
struct TextCollector {
  /// The text so far; a break that shows is a ``lineBreak``.
  private(set) var bytes: [UInt8] = []

  /// The byte that stands for a break: a vertical tab, which is white space of no other meaning.
  static let lineBreak: UInt8 = 0x0B

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
  mutating func pass(_ element: String) {
    if Self.breaking.contains(element) { bytes.append(Self.lineBreak) }
  }

  /// Elements that begin a new line.
  private static let breaking: Set<String> = [
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
  ]

  /// Elements whose content is no text.
  static let silent: Set<String> = ["script", "style", "template", "noscript"]
}
