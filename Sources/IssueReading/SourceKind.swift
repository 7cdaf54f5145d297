/// In what form an issue or several are handed over, as the contents tell it; a name says nothing.
package enum SourceKind: Hashable, Sendable {
  /// An issue as its editors write it, or anything that is not one of the others.
  case markdown
  /// A published page: HTML.
  case page
  /// An Atom or RSS feed.
  case feed

  /// Looks at the first element of a file.
  package init(_ bytes: [UInt8]) {
    let name = Self.firstElement(bytes)
    if name.map(Self.feedRoots.contains) == true {
      self = .feed
    } else if name.map(Self.pageRoots.contains) == true {
      self = .page
    } else {
      self = .markdown
    }
  }

  private static let feedRoots: Set<String> = ["feed", "rss", "rdf"]
  private static let pageRoots: Set<String> = [
    "html", "head", "body", "meta", "title", "link", "main", "article", "section", "header", "div",
  ]

  /// How far the first element is looked for, comments aside.
  private static let reach = 65_536

  /// The name of the first element or document type, in lower case and without prefix, where
  /// nothing but comments, processing instructions and white space stands before it.
  private static func firstElement(_ bytes: [UInt8]) -> String? {
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < Swift.min(bytes.count, reach) {
      if bytes[offset].isSpace {
        offset += 1
        continue
      }
      let rest = Array(bytes[offset..<Swift.min(bytes.count, offset + 64)])
      let has = { (mark: [UInt8]) in rest.hasWord(mark, at: 0, to: rest.count) }
      if has(word("<!--")) {
        guard let end = Self.offset(behind: word("-->"), in: bytes, from: offset) else {
          return nil
        }
        offset = end
      } else if has(word("<?")) {
        guard let end = Self.offset(behind: word(">"), in: bytes, from: offset) else { return nil }
        offset = end
      } else if has(word("<!doctype")) {
        return name(rest, from: rest.skippingSpaces(from: 9, to: rest.count))
      } else {
        return rest.first == ASCII.lessThan ? name(rest, from: 1) : nil
      }
    }
    return nil
  }

  private static func name(_ bytes: [UInt8], from start: Int) -> String? {
    let name = bytes[start...].prefix { $0.isAlphanumeric || $0 == ASCII.colon }
    let local = name.split(separator: ASCII.colon).last ?? []
    return local.isEmpty ? nil : String(decoding: local.map(\.lowercased), as: UTF8.self)
  }

  private static func offset(behind mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while let found = bytes.firstOffset(of: mark[0], in: offset..<bytes.count) {
      if bytes.hasWord(mark, at: found, to: bytes.count) { return found + mark.count }
      offset = found + 1
    }
    return nil
  }
}
