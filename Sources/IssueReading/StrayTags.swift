/// Mends what editors wrote as text and the site's generator let through as a tag: the `<T>` of
/// `Lecture: Rust<T>`.
enum StrayTags {
  /// The page with `&lt;` in the place of the `<` of each tag that is nothing but a name which HTML
  /// does not have.
  static func escaped(_ page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    var offset = 0
    while let opening = page.firstOffset(of: ASCII.lessThan, in: offset..<page.count) {
      offset = opening + 1
      guard isStray(page, at: opening) else { continue }
      result += page[copied..<opening]
      result += word("&lt;")
      copied = opening + 1
    }
    guard copied > 0 else { return page }
    return result + page[copied...]
  }

  private static func isStray(_ page: [UInt8], at opening: Int) -> Bool {
    let name = page[(opening + 1)...].prefix(longestName + 1).prefix { $0.isAlphanumeric }
    let end = name.endIndex
    guard let first = name.first, first.isLetter, name.count <= longestName,
      end < page.count, page[end] == ASCII.greaterThan
    else { return false }
    return !elements.contains(String(decoding: name.map(\.lowercased), as: UTF8.self))
  }

  /// Names longer than this are no type parameters.
  private static let longestName = 16

  /// The elements of HTML that can stand without attributes, obsolete ones included.
  private static let elements: Set<String> = Set(
    """
    a abbr acronym address applet area article aside audio b base bdi bdo big blockquote body br \
    button canvas caption center cite code col colgroup data datalist dd del details dfn dialog \
    dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 \
    h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map \
    mark marquee math menu meta meter nav noframes noscript object ol optgroup option output p \
    param picture pre progress q rp rt ruby s samp script search section select slot small source \
    span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead \
    time title tr track tt u ul var video wbr
    """.split(separator: " ").map(String.init))
}
