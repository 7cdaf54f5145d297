internal import EventModel
internal import Gazetteer

/// The words of a name, without regard to letter case and diacritics.
struct NameWords: Hashable {
  /// The folded words, those of one letter or two left out.
  let words: Set<[UInt8]>

  /// The most bytes that are looked at: no real name comes near.
  private static let lengthLimit = 1_024

  init(_ names: [Text?]) {
    var words: Set<[UInt8]> = []
    for case let name? in names {
      let bytes = name.buffer[name.range].prefix(Self.lengthLimit)
      for word in bytes.split(whereSeparator: Self.isSeparator) {
        let folded = Gazetteer.fold(Array(word).span)
        if folded.count > 2 { words.insert(folded) }
      }
    }
    self.words = words.subtracting(Self.general)
  }

  /// Whether a word is in both.
  func meets(_ other: NameWords) -> Bool { !words.isDisjoint(with: other.words) }

  /// Whether every word of the other is in this one, and there is one.
  func holds(_ other: NameWords) -> Bool {
    !other.words.isEmpty && other.words.isSubset(of: words)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: false
    default: true
    }
  }

  /// Words that any two titles may share.
  private static let general = Set(
    ["and", "der", "die", "for", "from", "les", "the", "und", "with", "your"].map {
      Array($0.utf8)
    })
}
