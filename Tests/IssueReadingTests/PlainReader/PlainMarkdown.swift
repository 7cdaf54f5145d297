import Foundation

/// Links and plain text of Markdown, by regular expressions.
enum PlainMarkdown {
  private static let link = Pattern(
    "\\[((?:\\\\.|[^\\[\\]\\\\]|\\[(?:\\\\.|[^\\[\\]\\\\])*\\])*)\\]"
      + "(?:\\(|\\s+\\((?=https?://|www\\.)|(?=https?://|www\\.))\\s*<?((?:[^()\\s<>]|\\([^()\\s]*\\))*)>?"
      + "(?:\\s+\"[^\"]*\")?\\s*(?:\\)|$|(?=\\s))")
  private static let reference = Pattern(
    "\\[((?:\\\\.|[^\\[\\]\\\\]|\\[(?:\\\\.|[^\\[\\]\\\\])*\\])+)\\]\\[([^\\[\\]]*)\\](?!\\()")
  private static let brackets = Pattern("\\[([^\\[\\]]+)\\]")

  /// The links of a text, and the text beside them.
  static func links(
    _ text: String, _ definitions: [String: String]
  ) -> (links: [ReadListing.Link], note: String?) {
    var links: [ReadListing.Link] = []
    var pieces: [String] = []
    var rest = text
    while let match = nextLink(rest, definitions) {
      pieces.append(match.before)
      links.append(match.link)
      rest = match.after
    }
    for index in links.indices where links[index].url == "" { links[index].url = nil }
    if links.isEmpty, let match = brackets.first(in: rest) {
      links = [ReadListing.Link(title: plain(match.text(1)), url: nil)]
      pieces = [match.before]
      rest = match.after
    }
    pieces.append(rest)
    let note = pieces.map(withoutJoiners).filter { !$0.isEmpty }.joined(separator: " ")
    return (links, note.isEmpty ? nil : plain(note))
  }

  private static func nextLink(
    _ text: String, _ definitions: [String: String]
  ) -> (before: String, link: ReadListing.Link, after: String)? {
    let inline = link.first(in: text)
    if text.contains("]["), let match = reference.first(in: text),
      match.before.count < inline?.before.count ?? .max,
      let target = definitions[
        (match.text(2).isEmpty ? match.text(1) : match.text(2)).lowercased()]
    {
      return (
        match.before, ReadListing.Link(title: plain(match.text(1)), url: unescaped(target)),
        match.after
      )
    }
    guard let match = inline else { return nil }
    let link = ReadListing.Link(title: plain(match.text(1)), url: unescaped(match.text(2)))
    return (match.before, link, match.after)
  }

  private static let joiners = Pattern(
    "^(?:[\\s\\p{Punct}|+<>=~^`$]*|\\W*(?:and|with|by|at|on|&|–|—)\\W*)$", ignoringCase: true)

  /// The text between two links; empty where it only joins them.
  static func withoutJoiners(_ text: String) -> String {
    if joiners.matches(text) { return "" }
    return leading.replacing(in: trailing.replacing(in: text, with: ""), with: "").trimmed
  }

  private static let leading = Pattern("^(?:[\\s,;.:|+&$/\\])!'-]|[*_`]+(?=\\s))+")
  private static let trailing = Pattern("(?:[\\s,;.:|+&$/\\[('-]|(?<=\\s)[*_`]+)+$")

  // MARK: Plain text

  private static let code = Pattern("`([^`]*)`")
  private static let emphasis = [
    Pattern("(\\*{1,3})(?=\\S)((?:(?!\\1).)*?\\S)\\1"),
    Pattern("(?<![\\p{L}\\p{N}_])(_{1,3})(?=\\S)((?:(?!\\1).)*?\\S)\\1(?![\\p{L}\\p{N}_])"),
  ]
  private static let endMarks = Pattern("^[*_]+|[*_]+$|`")
  private static let space = Pattern("[\\s\\u00A0\\u200B\\uFEFF]+")

  /// What a reader of the rendered text sees.
  static func plain(_ markdown: String) -> String {
    var text = hidden(markdown)
    for pattern in emphasis {
      while pattern.matches(text) { text = pattern.replacing(in: text, with: "$2") }
    }
    text = endMarks.replacing(in: text.trimmed, with: "")
    return space.replacing(in: shown(text), with: " ").trimmed
  }

  /// The text with escapes and entities read.
  static func unescaped(_ text: String) -> String { shown(hidden(text)) }

  private static let escape = Pattern("\\\\([!-/:-@\\[-`{-~])")
  private static let entity = Pattern("&(#?[A-Za-z0-9]{2,8});")

  /// Escaped marks and entities as private characters that are no Markdown.
  private static func hidden(_ text: String) -> String {
    if !text.contains(where: { "\\`&".contains($0) }) { return text }
    var text = text
    var result = ""
    while let match = nextSpecial(text) {
      result += match.before + match.text.unicodeScalars.map(privateScalar).joined()
      text = match.after
    }
    return result + text
  }

  private static func nextSpecial(
    _ text: String
  ) -> (before: String, text: String, after: String)? {
    let found = [escape, code, entity].compactMap { pattern in
      pattern.first(in: text).map { (pattern: pattern, match: $0) }
    }
    guard let first = found.min(by: { $0.match.before.count < $1.match.before.count }) else {
      return nil
    }
    let (before, inner, after) = (first.match.before, first.match.text(1), first.match.after)
    if first.match.text(0).hasPrefix("&") {
      return (before, entities[inner] ?? numeric(inner) ?? first.match.text(0), after)
    }
    return (before, inner, after)
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": " ", "ndash": "–", "mdash": "—",
    "hellip": "…", "uuml": "ü", "eacute": "é", "apos": "'",
  ]

  private static func numeric(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.lowercased().hasPrefix("#x")
    let number = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
    return number.flatMap(Unicode.Scalar.init).map { String($0) }
  }

  /// ASCII is moved to a plane that no text uses, and back.
  private static func privateScalar(_ scalar: Unicode.Scalar) -> String {
    guard scalar.isASCII, let moved = Unicode.Scalar(0xF_0000 + scalar.value) else {
      return String(scalar)
    }
    return String(moved)
  }

  private static func shown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isMoved = (0xF_0000..<0xF_0080).contains(scalar.value)
      result.append(isMoved ? Unicode.Scalar(scalar.value - 0xF_0000) ?? scalar : scalar)
    }
    return String(result)
  }
}
