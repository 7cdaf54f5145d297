import TestSupport

/// Texts made of what formats stumble over.
enum HostileText {
  static let pieces: [String] = [
    "a", "Rust", " ", ",", ";", "\\", "\"", "'", ":", "=", "+1", "-", "@", "%", "%2", "%2C", "#",
    "\n", "\r\n", "\r", "\t", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{80}", "\u{85}", "\u{9B}2J",
    "\u{A0}", "é", "e\u{301}", "ß", "Нижний", "東京", "🦀", "👩‍💻", "🇩🇪", "\u{2028}", "\u{2029}",
    "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{FFFE}", "\u{FFFD}", "\u{10FFFD}",
    "</script>",
    "BEGIN:VEVENT", "\\n", "\\,", "[x](y)", "<x>", "\u{3000}", "–", "…",
  ]

  static func make(using generator: inout SeededGenerator, pieces count: Int) -> String {
    (0..<count).map { _ in pieces[Int.random(in: pieces.indices, using: &generator)] }.joined()
  }
}
