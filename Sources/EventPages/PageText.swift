import EventModel
import HTMLTree

/// Texts of pages as people read them.
enum PageText {
  /// A text of one line: references to characters and tags resolved where they may be, white space
  /// collapsed; nil where nothing is left.
  static func line(_ text: String, mayBeMarkup: Bool) -> Text? {
    let bytes = collapsed(plain(text, mayBeMarkup).utf8, keepingLines: false)
    return bytes.isEmpty ? nil : Text(slicing: bytes, 0..<bytes.count)
  }

  /// A text of several lines, with at most one empty line in a row; nil where nothing is left.
  static func lines(_ text: String, mayBeMarkup: Bool) -> Text? {
    let bytes = collapsed(plain(text, mayBeMarkup).utf8, keepingLines: true)
    return bytes.isEmpty ? nil : Text(slicing: bytes, 0..<bytes.count)
  }

  // MARK: Markup

  /// The text with references to characters resolved, and without the tags that may stand in it.
  private static func plain(_ text: String, _ mayBeMarkup: Bool) -> String {
    var text = text
    if mayBeMarkup { text = decoded(text) }
    guard hasTags(text) else { return text }
    // Some sites escape the line breaks of their HTML once more.
    while text.hasSuffix("\\n") { text.removeLast(2) }
    text = withoutTags(text)
    return mayBeMarkup ? decoded(text) : text
  }

  /// The text with its references to characters (`&amp;`) resolved; tags stay as they are.
  static func decoded(_ text: String) -> String {
    guard let first = text.utf8.firstIndex(of: UInt8(ascii: "&")),
      text.utf8[first...].contains(UInt8(ascii: ";"))
    else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "<") { bytes += "&lt;".utf8 } else { bytes.append(byte) }
    }
    return content(of: bytes, keepingLines: true) ?? text
  }

  /// The text of HTML; `<` that begins no tag of HTML stays one (`Vec<T>`).
  private static func withoutTags(_ text: String) -> String {
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    for (offset, byte) in source.enumerated() {
      if byte == UInt8(ascii: "<"), !beginsTag(source, offset) {
        bytes += "&lt;".utf8
      } else if byte == UInt8(ascii: "&") {
        bytes += "&amp;".utf8
      } else {
        bytes.append(byte)
      }
    }
    return content(of: bytes, keepingLines: false) ?? text
  }

  /// The text of a piece of HTML, its white space as it is; nil where it cannot be read.
  private static func content(of html: [UInt8], keepingLines: Bool) -> String? {
    // libxml2 drops white space in front of the first text, and a paragraph keeps it.
    guard let document = try? HTMLDocument(parsing: Array("<div>".utf8) + html) else { return nil }
    var text = TextCollector(keepingLines: keepingLines)
    document.visit { piece in
      switch piece {
      case .opening(let element):
        if TextCollector.isSilent(element.name) { return .over }
        text.pass(element.name)
      case .closing(let name): text.pass(name, isEnd: true)
      case .text(let bytes): text.append(bytes)
      }
      return .inside
    }
    // The edges of the element around the text are no part of it.
    let edge = TextCollector.lineBreak
    let inner = text.bytes.drop { $0 == edge }.reversed().drop { $0 == edge }.reversed()
    return String(decoding: Array(inner), as: UTF8.self)
  }

  private static func hasTags(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return false }
    let bytes = Array(text.utf8)
    return bytes.indices.contains { bytes[$0] == UInt8(ascii: "<") && beginsTag(bytes, $0) }
  }

  /// Whether a tag of an element that stands in texts begins at a `<`.
  private static func beginsTag(_ bytes: [UInt8], _ offset: Int) -> Bool {
    var start = offset + 1
    if start < bytes.count, bytes[start] == UInt8(ascii: "/") { start += 1 }
    var end = start
    while end < bytes.count, end - start < 12, isNameByte(bytes[end]) { end += 1 }
    guard end > start, end < bytes.count,
      [UInt8(ascii: ">"), UInt8(ascii: "/"), 0x20, 0x0A, 0x0D, 0x09].contains(bytes[end])
    else { return false }
    return tags.contains(String(decoding: bytes[start..<end], as: UTF8.self).lowercased())
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// The elements that occur in texts that are HTML.
  private static let tags: Set<String> = [
    "a", "abbr", "b", "blockquote", "br", "center", "code", "dd", "del", "div", "dl", "dt", "em",
    "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img",
    "ins", "li", "mark", "ol", "p", "pre", "s", "script", "section", "small", "span", "strong",
    "style", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
  ]

  // MARK: White space

  /// The text without white space at its ends, with one space for each run of it; a run with a break
  /// is one where lines are kept, and two where it has several.
  private static func collapsed(_ text: String.UTF8View, keepingLines: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var breaks = 0
    var hasSpace = false
    var previous: UInt8 = 0
    for byte in text {
      // U+00A0 is C2 A0 in UTF-8.
      if byte == 0xA0, previous == 0xC2 {
        bytes.removeLast()
        // Space in front of it was written before its first byte.
        if bytes.last == 0x20 { bytes.removeLast() }
        hasSpace = bytes.last != 0x0A
      } else if byte <= 0x20 || byte == 0x7F {
        hasSpace = true
        switch byte {
        case 0x0A: breaks += 1
        case TextCollector.lineBreak: breaks = max(breaks, 1)
        case TextCollector.paragraphBreak: breaks = 2
        default: break
        }
      } else {
        if !bytes.isEmpty {
          if !keepingLines { breaks = 0 }
          if breaks > 0 { bytes += breaks > 1 ? [0x0A, 0x0A] : [0x0A] }
          if breaks == 0, hasSpace { bytes.append(0x20) }
        }
        breaks = 0
        hasSpace = false
        bytes.append(byte)
      }
      previous = byte
    }
    return bytes
  }
}
