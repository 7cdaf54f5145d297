import Foundation

/// UTF-8 that was read as Mac Roman or Windows-1252, turned back by Foundation's charsets.
enum PlainRepair {
  private static let run = Pattern("[^\\u0000-\\u007F]{2,}")

  static func repaired(_ text: String) -> String {
    text.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
      .map(repairedLine).joined(separator: "\n")
  }

  private static func repairedLine(_ line: String) -> String {
    if line.utf8.allSatisfy({ $0 < 0x80 }) { return line }
    var rest = line
    var result = ""
    while let match = run.first(in: rest) {
      result += match.before + (meant(match.text(0)) ?? match.text(0))
      rest = match.after
    }
    return result + rest
  }

  private static func meant(_ run: String) -> String? {
    let candidates = [String.Encoding.macOSRoman, .windowsCP1252].compactMap { charset -> String? in
      guard let data = run.data(using: charset) else { return nil }
      return String(validating: data, as: UTF8.self)
    }
    return candidates.filter { oddity($0) < oddity(run) }.min { oddity($0) < oddity($1) }
  }

  /// How many characters names and titles are not made of.
  private static func oddity(_ text: String) -> Int {
    text.unicodeScalars.count { scalar in
      if "ÃÂðŸıÿƒˆ˜¯˘˙˚¸˝˛ˇ†‡‰‹›‚„⁄€™".unicodeScalars.contains(scalar) { return true }
      if scalar.properties.isEmojiPresentation { return false }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: return false
      case .dashPunctuation, .initialPunctuation, .finalPunctuation: return false
      case .otherPunctuation: return scalar == "¶" || scalar == "§" || scalar == "¡"
      case .format: return scalar != "\u{200D}"
      case .otherSymbol: return scalar.value < 0x2000
      default: return true
      }
    }
  }
}
