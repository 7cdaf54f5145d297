import Foundation

/// The text of the forms before 2022-03: its links as they stand there, and what is beside them.
struct PlainOlderText {
  /// A link, its text still Markdown.
  struct Link {
    var whole: String
    var text: String
    var url: String?
    /// Whether it is written as a link and not only in brackets.
    var isLink: Bool
  }

  /// The text before each link and behind the last: one more than there are links.
  var texts: [String]
  var links: [Link]

  private static let link = Pattern(
    "\\[((?:\\\\.|[^\\[\\]\\\\]|\\[(?:\\\\.|[^\\[\\]\\\\])*\\])*)\\]"
      + "(?:\\(\\s*<?((?:[^()\\s<>]|\\([^()\\s]*\\))*)>?(?:\\s+\"[^\"]*\")?\\s*\\)"
      + "|\\s+\\((?=https?://)((?:[^()\\s<>]|\\([^()\\s]*\\))*)\\)|\\[([^\\[\\]]*)\\])?")

  /// Cuts a text at its links.
  init(_ text: String, _ definitions: [String: String]) {
    var texts: [String] = []
    var links: [Link] = []
    var rest = text
    while let match = Self.link.first(in: rest) {
      var label = match.text(4)
      if label.isEmpty { label = match.text(1) }
      let target = match.groups[2] ?? match.groups[3]
      let url = target ?? definitions[label.trimmed.lowercased()]
      texts.append(match.before)
      links.append(
        Link(
          whole: match.text(0), text: match.text(1),
          url: url.map(PlainMarkdown.unescaped).flatMap { $0.isEmpty ? nil : $0 },
          isLink: target != nil || match.groups[4] != nil && !match.text(4).isEmpty))
      rest = match.after
    }
    self.texts = texts + [rest]
    self.links = links
  }

  /// Texts and the links between them.
  init(texts: [String], links: [Link]) {
    self.texts = texts
    self.links = links
  }

  /// What stands before a link.
  func before(_ link: Int) -> PlainOlderText {
    Self(texts: Array(texts[...link]), links: Array(links[..<link]))
  }

  /// What stands behind a link.
  func behind(_ link: Int) -> PlainOlderText {
    Self(texts: Array(texts[(link + 1)...]), links: Array(links[(link + 1)...]))
  }

  /// The Markdown.
  var whole: String { zip(texts, links).map { $0 + $1.whole }.joined() + (texts.last ?? "") }

  /// The text with the texts of its links, without their targets.
  var shown: String {
    zip(texts, links).map { $0 + ($1.isLink ? $1.text : $1.whole) }.joined() + (texts.last ?? "")
  }

  /// The pieces that begin with the links at some indices; the first begins the text.
  func pieces(at indices: [Int]) -> [PlainOlderText] {
    let starts = [0] + indices
    return starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1] : links.count
      var inside = Array(texts[start...end])
      // The text before a piece's link belongs to the piece before.
      if number > 0 { inside[0] = "" }
      return Self(texts: inside, links: Array(links[start..<end]))
    }
  }

  private static let openingMarks = Pattern("^[*_\\[$\\s]+")

  static func withoutOpeningMarks(_ text: String) -> String {
    openingMarks.replacing(in: text, with: "")
  }

  /// Without the full stop that a line without link ends with.
  static func withoutStop(_ text: String) -> String {
    let text = text.trimmed
    return text.hasSuffix(".") && !text.hasSuffix("..") ? String(text.dropLast()).trimmed : text
  }

  /// Without separators and emphasis at the ends.
  static func withoutMarks(_ text: String) -> String { text.trimmed(of: " \t\r\n\u{A0},:-*_;|") }
}
