/// One line of a page's text as Markdown: links, emphasis, code, and as few escapes as possible.
struct InlineMarkdown {
  /// A mark that stands on both sides of a text.
  enum Mark {
    case strong, emphasis, code
    /// Emphasis where an asterisk stands before it: `**_New_ title**`.
    case innerEmphasis

    var bytes: [UInt8] {
      switch self {
      case .strong: [ASCII.asterisk, ASCII.asterisk]
      case .emphasis: [ASCII.asterisk]
      case .innerEmphasis: [ASCII.underscore]
      case .code: [ASCII.backtick]
      }
    }
  }

  private var bytes: [UInt8] = []
  /// The marks that are open, and where each stands.
  private var marks: [(mark: Mark, start: Int)] = []
  /// Where the text of the open link begins, and its target.
  private var link: (start: Int, target: [UInt8])?

  /// Marks nest no deeper than this; others are left out.
  private static let deepestMark = 8

  /// Whether a link is open.
  var isInLink: Bool { link != nil }

  /// Appends text; each run of line breaks becomes a space unless they are kept.
  mutating func append(_ text: [UInt8], keepingLines: Bool) {
    let isCode = marks.contains { $0.mark == .code }
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte == ASCII.lineFeed || byte == ASCII.carriageReturn || byte == 0x0C {
        appendSpace()
      } else if isCode {
        bytes.append(byte == ASCII.backtick ? ASCII.apostrophe : byte)
      } else {
        appendEscaped(text, at: offset)
      }
      offset += 1
    }
  }

  /// Appends a space, unless the line ends with one.
  mutating func appendSpace() {
    if let last = bytes.last, last != ASCII.space { bytes.append(ASCII.space) }
  }

  /// The line without space at its ends; the next one begins empty.
  mutating func finish() -> [UInt8] {
    closeLink()
    while let last = marks.last { close(last.mark) }
    defer { bytes = [] }
    return Array(bytes[bytes.trimmed(0..<bytes.count)])
  }

  // MARK: Marks

  /// Opens a mark.
  mutating func open(_ mark: Mark) {
    guard marks.count < Self.deepestMark else { return }
    let isInner = mark == .emphasis && bytes.last == ASCII.asterisk
    let mark = isInner ? .innerEmphasis : mark
    marks.append((mark, bytes.count))
    bytes += mark.bytes
  }

  /// Closes a mark, and what was opened inside of it.
  mutating func close(_ mark: Mark) {
    let index = marks.lastIndex {
      $0.mark == mark || (mark == .emphasis && $0.mark == .innerEmphasis)
    }
    guard let index else { return }
    while marks.count > index, let last = marks.popLast() { end(last.mark, last.start) }
  }

  private mutating func end(_ mark: Mark, _ start: Int) {
    let first = start + mark.bytes.count
    let text = bytes.trimmed(first..<bytes.count)
    if text.isEmpty {
      // Marks around nothing are none.
      bytes.removeSubrange(start..<first)
      return
    }
    // CommonMark §6.2: space inside of a mark keeps it from being one.
    let (before, after) = (Array(bytes[first..<text.lowerBound]), Array(bytes[text.upperBound...]))
    let content = Array(bytes[text])
    bytes.removeSubrange(start...)
    bytes += before + mark.bytes + content + mark.bytes + after
  }

  // MARK: Links

  /// Opens a link; one that is open ends.
  mutating func openLink(_ target: String) {
    closeLink()
    link = (bytes.count, Array(target.utf8))
    bytes.append(ASCII.leftBracket)
  }

  /// Ends the link that is open, if one is.
  mutating func closeLink() {
    guard let (start, target) = link.take() else { return }
    // A mark that was opened inside of the link ends there.
    while let last = marks.last, last.start > start { close(last.mark) }
    let text = Array(bytes[(start + 1)...])
    bytes.removeSubrange((start + 1)...)
    bytes += Self.hasBalancedBrackets(text) ? text : Self.withEscapedBrackets(text)
    bytes += [ASCII.rightBracket, ASCII.leftParenthesis]
    bytes += Self.escapedTarget(target)
    bytes.append(ASCII.rightParenthesis)
  }

  /// Whether the brackets in a link's text are read as such.
  private static func hasBalancedBrackets(_ text: [UInt8]) -> Bool {
    var depth = 0
    var offset = 0
    while offset < text.count {
      switch text[offset] {
      case ASCII.backslash: offset += 1
      case ASCII.leftBracket: depth += 1
      case ASCII.rightBracket:
        depth -= 1
        let next = offset + 1 < text.count ? text[offset + 1] : ASCII.space
        if depth < 0 || next == ASCII.leftParenthesis || next == ASCII.leftBracket { return false }
      default: break
      }
      offset += 1
    }
    return depth == 0
  }

  private static func withEscapedBrackets(_ text: [UInt8]) -> [UInt8] {
    var escaped: [UInt8] = []
    var isEscaped = false
    for byte in text {
      if !isEscaped, byte == ASCII.leftBracket || byte == ASCII.rightBracket {
        escaped.append(ASCII.backslash)
      }
      isEscaped = !isEscaped && byte == ASCII.backslash
      escaped.append(byte)
    }
    return escaped
  }

  /// A target that is read as it stands: space encoded, entities and odd parentheses escaped.
  private static func escapedTarget(_ target: [UInt8]) -> [UInt8] {
    var escaped: [UInt8] = []
    var depth = 0
    for parenthesis in target {
      if parenthesis == ASCII.leftParenthesis { depth += 1 }
      if parenthesis == ASCII.rightParenthesis { depth -= 1 }
      if depth < 0 { break }
    }
    for offset in target.indices {
      switch target[offset] {
      case ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn:
        escaped += word("%20")
      case ASCII.leftParenthesis where depth != 0: escaped += word("%28")
      case ASCII.rightParenthesis where depth != 0: escaped += word("%29")
      case ASCII.backslash: escaped += [ASCII.backslash, ASCII.backslash]
      case ASCII.ampersand where Entities.parse(target, at: offset, to: target.count) != nil:
        escaped += word("&amp;")
      default: escaped.append(target[offset])
      }
    }
    return escaped
  }

  // MARK: Text

  private mutating func appendEscaped(_ text: [UInt8], at offset: Int) {
    let byte = text[offset]
    let next = offset + 1 < text.count ? text[offset + 1] : ASCII.space
    switch byte {
    case ASCII.backslash where next.isPunctuation || offset + 1 == text.count:
      bytes += [byte, byte]
    case ASCII.ampersand where Entities.parse(text, at: offset, to: text.count) != nil:
      bytes += word("&amp;")
    case ASCII.lessThan where next == ASCII.exclamationMark: bytes += [ASCII.backslash, byte]
    default: bytes.append(byte)
    }
  }
}
