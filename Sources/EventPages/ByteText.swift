/// Questions about texts that are asked of every element of a page, so they look at bytes alone.
extension StringProtocol {
  /// The words between ASCII white space.
  var asciiWords: [String] {
    var words: [String] = []
    var start = utf8.startIndex
    var index = start
    while index < utf8.endIndex {
      if utf8[index] <= 0x20 {
        if start < index { words.append(String(self[start..<index])) }
        start = utf8.index(after: index)
      }
      index = utf8.index(after: index)
    }
    if start < index { words.append(String(self[start..<index])) }
    return words
  }

  /// Whether a piece of ASCII stands somewhere in the text, in the letter case given.
  func hasPiece(_ piece: String) -> Bool {
    guard let first = piece.utf8.first else { return true }
    var rest = utf8[...]
    while let index = rest.firstIndex(of: first) {
      rest = rest[index...]
      if rest.starts(with: piece.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Whether there is nothing but ASCII white space.
  var isBlank: Bool { utf8.allSatisfy { $0 <= 0x20 } }

  /// Whether there is a letter that has another case in ASCII.
  var hasUpperCase: Bool { utf8.contains { $0 &- 0x41 < 26 } }
}
