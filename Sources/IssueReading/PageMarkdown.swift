import HTMLTree

/// Writes what stands on a page as the Markdown that its editors wrote, so that one grammar reads
/// both.
///
/// The pieces of a page come in by `read`, in the order of the document. Headings, lists,
/// paragraphs and links become lines; what surrounds an issue on its page (navigation, forms,
/// scripts) is passed over. The text is not escaped more than it must be: a mark that the site's
/// generator left as it stood was no mark for it either, and the grammars read it like a slip of
/// the editors.
struct PageMarkdown {
  /// The lines so far.
  private(set) var lines: [UInt8] = []

  /// How deep the current list lies, 0 outside of lists.
  private var listDepth = 0
  /// What the next line of text begins with: the bullet, or the space that stands below it.
  private var prefix: [UInt8] = []
  /// What stands on the current line.
  private var inline = InlineMarkdown()
  /// Level of the heading that is open.
  private var heading: Int?
  private var isPreformatted = false
  /// Whether the item before is a listing that begins with its date, or stands below one.
  private var followsDatedItem = false

  /// Deepest list that is told apart from the one above it; no issue has a third level.
  private static let deepestList = 6

  /// The names of the attributes that it wants to see.
  static let attributes = ["href"]

  /// Takes the next piece of a page.
  mutating func read(_ piece: MarkupPiece) -> MarkupStep {
    switch piece {
    case .text(let text): readText(text)
    case .opening(let element): return open(element)
    case .closing(let name): close(name)
    }
    return .inside
  }

  /// Ends the last line, and gives all.
  mutating func finish() -> [UInt8] {
    endLine()
    return lines
  }

  // MARK: Elements

  private mutating func open(_ element: MarkupElement) -> MarkupStep {
    switch PageElement(element.name) {
    case .skipped: return .over
    case .heading(let level):
      endLine()
      heading = level
    case .list:
      endLine()
      listDepth += 1
    case .item:
      endLine()
      prefix = indentation(below: 1) + [ASCII.asterisk, ASCII.space]
    case .preformatted:
      endLine()
      isPreformatted = true
    case .article, .block: endBlock()
    case .lineBreak: if heading == nil { endLine() } else { inline.appendSpace() }
    case .strong: if heading == nil { inline.open(.strong) }
    case .emphasis: if heading == nil { inline.open(.emphasis) }
    case .code: if heading == nil { inline.open(.code) }
    case .link: if heading == nil, let href = element[attribute: "href"] { inline.openLink(href) }
    case .other: break
    }
    return .inside
  }

  private mutating func close(_ name: String) {
    switch PageElement(name) {
    case .heading: endHeading()
    case .list:
      endLine()
      listDepth = max(0, listDepth - 1)
      prefix = indentation(below: 0)
      if listDepth == 0 { endBlock() }
    case .item: endLine()
    case .block: endBlock()
    case .preformatted:
      endLine()
      isPreformatted = false
    case .article:
      endLine()
      // What stands behind the article belongs to no section of it.
      lines += [ASCII.numberSign, ASCII.lineFeed]
    case .strong: inline.close(.strong)
    case .emphasis: inline.close(.emphasis)
    case .code: inline.close(.code)
    case .link: inline.closeLink()
    case .lineBreak, .other, .skipped: break
    }
  }

  // MARK: Lines

  private mutating func readText(_ text: [UInt8]) {
    if isPreformatted { return readPreformatted(text) }
    if heading != nil { return inline.append(text, keepingLines: false) }
    var start = 0
    while start < text.count {
      let end = text.firstOffset(of: ASCII.lineFeed, in: start..<text.count) ?? text.count
      inline.append(Array(text[start..<end]), keepingLines: true)
      // The generator keeps the editors' line breaks, and a listing may end where its line does.
      if end < text.count { if inline.isInLink { inline.appendSpace() } else { endLine() } }
      start = end + 1
    }
  }

  private mutating func readPreformatted(_ text: [UInt8]) {
    for line in text.split(separator: ASCII.lineFeed) {
      lines += [ASCII.space, ASCII.space, ASCII.space, ASCII.space]
      lines += line
      lines.append(ASCII.lineFeed)
    }
  }

  /// Ends a block with an empty line, so that the text behind it is not taken for its rest.
  private mutating func endBlock() {
    endLine()
    let isEmptyLine = lines.count < 2 || lines[lines.count - 2] == ASCII.lineFeed
    if !isEmptyLine { lines.append(ASCII.lineFeed) }
  }

  private mutating func endLine() {
    if heading != nil { return endHeading() }
    let text = inline.finish()
    guard !text.isEmpty else { return }
    if prefix.last == ASCII.space, prefix.contains(ASCII.asterisk) { indentItem(text) }
    lines += prefix
    // A heading's mark is the only one that the generator cannot have left as it stood.
    if text.first == ASCII.numberSign, !prefix.contains(ASCII.asterisk) {
      lines.append(ASCII.backslash)
    }
    lines += text
    lines.append(ASCII.lineFeed)
    prefix = indentation(below: 0)
  }

  /// Sets an item below the one before it, where that begins with its date and this is a link.
  ///
  /// The site's generator wants four spaces before an indented item. Editors often give it two, and
  /// then it stands beside its listing on the page.
  private mutating func indentItem(_ text: [UInt8]) {
    guard listDepth == 1 else { return }
    let isLink = text.first { $0 != ASCII.asterisk && $0 != ASCII.dollar } == ASCII.leftBracket
    let isDated = text.count > 4 && text[4] == ASCII.hyphen && text[..<4].allSatisfy(\.isDigit)
    if isLink, followsDatedItem {
      prefix = [ASCII.space, ASCII.space, ASCII.space, ASCII.space] + prefix
    }
    followsDatedItem = isDated || (isLink && followsDatedItem)
  }

  private mutating func endHeading() {
    followsDatedItem = false
    guard let level = heading else { return }
    heading = nil
    let text = inline.finish()
    lines += Array(repeating: ASCII.numberSign, count: level)
    lines.append(ASCII.space)
    lines += text
    lines.append(ASCII.lineFeed)
  }

  /// The space that a line of the current list begins with, `levels` further out.
  private func indentation(below levels: Int) -> [UInt8] {
    let depth = min(max(0, listDepth - levels), Self.deepestList)
    return Array(repeating: ASCII.space, count: depth * 4)
  }
}

/// What an element of a page means for the lines of an issue.
private enum PageElement {
  case heading(Int)
  case list, item, preformatted, article, block, lineBreak
  case strong, emphasis, code, link
  /// Its contents belong to no issue.
  case skipped
  /// It is nothing but what is inside of it.
  case other

  init(_ name: String) { self = Self.table[name] ?? .other }

  private static let table: [String: PageElement] = {
    var table: [String: PageElement] = [
      "h1": .heading(1), "h2": .heading(2), "h3": .heading(3), "h4": .heading(4),
      "h5": .heading(5), "h6": .heading(6), "ul": .list, "ol": .list, "menu": .list, "li": .item,
      "pre": .preformatted, "article": .article, "main": .article, "br": .lineBreak,
      "strong": .strong, "b": .strong, "em": .emphasis, "i": .emphasis, "code": .code, "a": .link,
    ]
    for name in [
      "p", "div", "section", "header", "blockquote", "hr", "dl", "dt", "dd", "table", "tr",
      "figure",
      "details", "summary", "center", "address",
    ] { table[name] = .block }
    for name in [
      "title", "script", "style", "template", "noscript", "nav", "footer", "aside", "form", "svg",
      "iframe", "object", "select", "textarea", "button",
    ] { table[name] = .skipped }
    return table
  }()
}
