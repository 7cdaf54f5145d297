/// How many columns of a terminal a text takes.
///
/// Terminals give each character one column, but two to East Asian wide ones and to emoji, and none to
/// marks that are drawn over the character before (Unicode Standard Annex 11; Unicode Technical
/// Standard 51 for emoji sequences).
enum DisplayWidth {
  /// The columns of a text without control characters.
  static func columns(of string: String) -> Int {
    if isASCII(string) { return string.utf8.count }
    return string.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of what a reader takes for one character.
  static func columns(of character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii >= ASCII.space ? 1 : 0 }
    var sum = 0
    var isEmoji = false
    for scalar in character.unicodeScalars {
      sum += columns(of: scalar)
      isEmoji = isEmoji || drawsAsEmoji(scalar)
    }
    // A family or a flag is made of many scalars and drawn as one picture.
    return isEmoji ? 2 : sum
  }

  /// The text cut to so many columns, with `…` as the last where something was cut, and the columns
  /// that it then takes.
  static func fitted(_ string: String, to limit: Int) -> (text: String, columns: Int) {
    if isASCII(string) {
      let count = string.utf8.count
      return count <= limit ? (string, count) : cutASCII(string, to: limit)
    }
    let width = columns(of: string)
    return width <= limit ? (string, width) : cut(string, to: limit)
  }

  /// Cuts a text of ASCII, in which every byte is a column.
  private static func cutASCII(
    _ string: String, to limit: Int
  ) -> (text: String, columns: Int) {
    guard limit > 0 else { return ("", 0) }
    var kept = string.utf8.prefix(limit - 1)
    while kept.last == ASCII.space { kept.removeLast() }
    return (String(Substring(kept)) + "…", kept.count + 1)
  }

  private static func cut(_ string: String, to limit: Int) -> (text: String, columns: Int) {
    guard limit > 0 else { return ("", 0) }
    var kept = ""
    var width = 0
    for character in string {
      let next = columns(of: character)
      if width + next > limit - 1 { break }
      kept.append(character)
      width += next
    }
    while kept.last == " " {
      kept.removeLast()
      width -= 1
    }
    return (kept + "…", width + 1)
  }

  private static func isASCII(_ string: String) -> Bool {
    string.utf8.allSatisfy { $0 < 0x80 }
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value >= 0x20 && scalar.value != 0xAD ? 1 : 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // The vowels and finals of Hangul are drawn inside of the syllable's first letter.
    if 0x1160...0x11FF ~= scalar.value || 0xD7B0...0xD7FF ~= scalar.value { return 0 }
    return isWide(scalar) || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  /// Whether a scalar makes a picture of the character that it is part of.
  private static func drawsAsEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.properties.isEmojiPresentation
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    wideRanges.contains { $0 ~= scalar.value }
  }

  /// The scalars of East_Asian_Width W and F, without emoji; gaps of unassigned ones are closed.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
    0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
