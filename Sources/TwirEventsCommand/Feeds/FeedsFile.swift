import FileSystem

/// A file of feeds: a name, a colon and a command line each.
///
/// ```
/// europe:  ics --region Europe -o public/europe.ics   # a comment
/// berlin:  ics --near Berlin --within 60 \
///              -o public/berlin.ics
/// ```
struct FeedsFile {
  /// A line of the file, or several that backslashes join.
  struct Entry: Sendable {
    /// The number of its first line, from 1.
    var line: Int
    /// The feed's name.
    var name: String
    /// What stands behind the colon.
    var commandLine: String
  }

  /// The path as it was given; `-` for standard input.
  let path: String
  /// The feeds, in the order of the file.
  let entries: [Entry]

  /// Reads a file.
  init(path: String) throws(CommandError) {
    self.path = path
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileReading.contents(of: path)
    } catch {
      throw .unreadableSource(path: path, reason: error.reason)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .feeds([FeedProblem(path: path, line: 1, message: "the file is no UTF-8")])
    }
    entries = try Self.entries(of: text, in: path)
  }

  /// The feeds of a text; `path` is for messages.
  static func entries(of text: String, in path: String) throws(CommandError) -> [Entry] {
    var entries: [Entry] = []
    var problems: [FeedProblem] = []
    for line in logicalLines(of: text) {
      let content = line.text.drop { $0 == " " || $0 == "\t" }
      if content.isEmpty || content.hasPrefix("#") { continue }
      guard let entry = Self.entry(content, line: line.number) else {
        let message =
          "this is no feed: expected 'NAME: COMMAND …', as in "
          + "'europe: ics --region Europe -o europe.ics'"
        problems.append(FeedProblem(path: path, line: line.number, message: message))
        continue
      }
      if let first = entries.first(where: { $0.name == entry.name }) {
        let message = "the name stands in line \(first.line) already"
        problems.append(
          FeedProblem(path: path, line: line.number, feed: entry.name, message: message))
      }
      entries.append(entry)
    }
    guard problems.isEmpty else { throw .feeds(problems) }
    return entries
  }

  /// The lines of a text, with those that a backslash continues as one.
  private static func logicalLines(of text: String) -> [(number: Int, text: String)] {
    var lines: [(number: Int, text: String)] = []
    var continues = false
    let unmarked = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    let physical = unmarked.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in physical.enumerated() {
      // A backslash that another one escapes continues nothing, nor does one in a comment.
      let backslashes = line.reversed().prefix { $0 == "\\" }.count
      let isComment = !continues && line.drop { $0 == " " || $0 == "\t" }.hasPrefix("#")
      let goesOn = backslashes % 2 == 1 && !isComment
      let part = String(goesOn ? line.dropLast() : line)
      if continues, let last = lines.indices.last {
        lines[last].text += part
      } else {
        lines.append((index + 1, part))
      }
      continues = goesOn
    }
    return lines
  }

  private static func entry(_ line: Substring, line number: Int) -> Entry? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon]
    let rest = line[line.index(after: colon)...]
    guard !name.isEmpty, name.allSatisfy(isNamePart), rest.first.map({ " \t".contains($0) }) ?? true
    else { return nil }
    return Entry(line: number, name: String(name), commandLine: String(rest))
  }

  /// Whether a character may be part of a name: one that no shell gives a meaning.
  private static func isNamePart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_.+".contains(character)
  }
}
