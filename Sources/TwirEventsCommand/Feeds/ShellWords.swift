/// Words of a line, divided as a shell divides them: POSIX.1-2024, Shell Command Language §2.2.
///
/// Quotes, backslashes, comments, `~/` and variables mean what they mean there. Whatever else a shell
/// would do (pipes, redirections, patterns, substitutions) is not for a line that is one command.
struct ShellWords {
  /// Why a line cannot be divided.
  enum Problem: Error, Equatable {
    /// A quote is not closed on its line.
    case openQuote(Character)
    /// A variable is not set.
    case unsetVariable(String)
    /// An operator of the shell stands where a word would.
    case operatorWord(String)
  }

  private let text: [Character]
  private let variable: (String) -> String?
  private var position = 0
  private var words: [String] = []
  /// The word that is being read; nil between words.
  private var word: String?

  private init(_ line: some StringProtocol, _ variable: @escaping (String) -> String?) {
    text = Array(line)
    self.variable = variable
  }

  /// The words of a line.
  ///
  /// - Parameters:
  ///   - line: the line, without its end.
  ///   - variable: the value of a variable; nil where it is not set.
  /// - Returns: the words; none for an empty line or a comment.
  /// - Throws: ``Problem``.
  static func divide(
    _ line: some StringProtocol, variable: @escaping (String) -> String?
  ) throws(Problem) -> [String] {
    var reader = ShellWords(line, variable)
    while let character = reader.take() { try reader.read(character) }
    reader.endWord()
    return reader.words
  }

  private mutating func take() -> Character? {
    guard position < text.count else { return nil }
    defer { position += 1 }
    return text[position]
  }

  private var next: Character? { position < text.count ? text[position] : nil }

  private mutating func endWord() {
    if let word { words.append(word) }
    word = nil
  }

  private mutating func append(_ string: String) { word = (word ?? "") + string }

  private mutating func read(_ character: Character) throws(Problem) {
    switch character {
    case " ", "\t": endWord()
    case "#" where word == nil: position = text.count
    case "'": try readPlain(upTo: "'")
    case "\"": try readQuoted()
    case "\\": append(take().map(String.init) ?? "")
    case "$": try readVariable()
    case "~" where word == nil && (next == nil || next == "/" || next == " " || next == "\t"):
      guard let home = variable("HOME") else { throw .unsetVariable("HOME") }
      append(home)
    case "|" where word == nil, "<" where word == nil, ">" where word == nil,
      ";" where word == nil, "&" where word == nil:
      throw .operatorWord(String(character))
    default: append(String(character))
    }
  }

  private mutating func readPlain(upTo quote: Character) throws(Problem) {
    append("")
    while let character = take() {
      if character == quote { return }
      append(String(character))
    }
    throw .openQuote(quote)
  }

  private mutating func readQuoted() throws(Problem) {
    append("")
    while let character = take() {
      switch character {
      case "\"": return
      case "\\": append(escapedInQuotes())
      case "$": try readVariable()
      default: append(String(character))
      }
    }
    throw .openQuote("\"")
  }

  /// What a backslash between double quotes stands for: it escapes few characters there.
  private mutating func escapedInQuotes() -> String {
    guard let next, "$`\"\\".contains(next) else { return "\\" }
    position += 1
    return String(next)
  }

  /// `$NAME` or `${NAME}`; any other `$` is itself.
  private mutating func readVariable() throws(Problem) {
    var end = position
    let isBraced = next == "{"
    if isBraced { end += 1 }
    let start = end
    while end < text.count, Self.isNamePart(text[end], isFirst: end == start) { end += 1 }
    let name = String(text[start..<end])
    let isClosed = !isBraced || end < text.count && text[end] == "}"
    guard !name.isEmpty, isClosed else { return append("$") }
    guard let value = variable(name) else { throw .unsetVariable(name) }
    position = isBraced ? end + 1 : end
    append(value)
  }

  private static func isNamePart(_ character: Character, isFirst: Bool) -> Bool {
    switch character {
    case "a"..."z", "A"..."Z", "_": character.isASCII
    case "0"..."9": !isFirst
    default: false
    }
  }
}
