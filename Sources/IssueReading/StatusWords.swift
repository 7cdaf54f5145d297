import EventModel

/// Words that say that an event does not take place as listed.
enum StatusWords {
  /// What a text says of the status: nil where it says nothing.
  ///
  /// Such a word counts in brackets, in capitals, or as the whole text: `[Cancelled] Rust Night`,
  /// `POSTPONED: Rust Night`, `Cancelled`. In running text it may speak of anything.
  static func status(of text: Text) -> EventStatus? {
    let buffer = text.buffer
    let range = text.range
    // Nearly all titles have neither brackets nor two capitals that such a word begins with, nor
    // are they as short as one.
    guard
      range.count <= shortLimit || buffer.firstOffset(of: ASCII.leftBracket, in: range) != nil
        || buffer.firstOffset(of: ASCII.leftParenthesis, in: range) != nil
        || buffer.has(UInt8(ascii: "C"), UInt8(ascii: "A"), in: range)
        || buffer.has(UInt8(ascii: "P"), UInt8(ascii: "O"), in: range)
    else { return nil }
    return buffer.containsStatus(in: range)
  }

  /// A status word with some punctuation around it.
  private static let shortLimit = 16

  /// Whether a text is nothing but such a word, and so no title.
  static func isWholeText(_ text: Text) -> Bool {
    let buffer = text.buffer
    let letters = text.range.filter { buffer[$0].isAlphanumeric || buffer[$0] >= 0x80 }
    return table.contains { entry in
      letters.count == entry.word.count
        && zip(letters, entry.word).allSatisfy { buffer[$0].lowercased == $1 }
    }
  }

  fileprivate static let table: [(word: [UInt8], status: EventStatus)] = [
    (word("cancelled"), .cancelled), (word("canceled"), .cancelled),
    (word("postponed"), .postponed),
  ]
}

extension [UInt8] {
  /// Whether two bytes stand side by side.
  fileprivate func has(_ first: UInt8, _ second: UInt8, in range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while let offset = firstOffset(of: first, in: start..<range.upperBound) {
      if offset + 1 < range.upperBound, self[offset + 1] == second { return true }
      start = offset + 1
    }
    return false
  }

  fileprivate func containsStatus(in range: Range<Int>) -> EventStatus? {
    for offset in range {
      let initial = self[offset].lowercased
      guard initial == UInt8(ascii: "c") || initial == UInt8(ascii: "p") else { continue }
      for (word, status) in StatusWords.table
      where hasWord(word, at: offset, to: range.upperBound)
        && isEmphatic(offset..<offset + word.count, in: range)
      {
        return status
      }
    }
    return nil
  }

  /// Whether a word is all there is, in capitals, or in brackets of its own.
  private func isEmphatic(_ word: Range<Int>, in range: Range<Int>) -> Bool {
    let before = word.lowerBound > range.lowerBound ? self[word.lowerBound - 1] : ASCII.space
    let after = word.upperBound < range.upperBound ? self[word.upperBound] : ASCII.space
    if before.isAlphanumeric || after.isAlphanumeric { return false }
    if self[word].allSatisfy({ $0 & 0x20 == 0 }) { return true }
    if [ASCII.leftBracket, ASCII.leftParenthesis].contains(before),
      [ASCII.rightBracket, ASCII.rightParenthesis].contains(after)
    {
      return true
    }
    let isAlone = { (side: Range<Int>) in side.allSatisfy { !self[$0].isAlphanumeric } }
    return isAlone(range.lowerBound..<word.lowerBound)
      && isAlone(word.upperBound..<range.upperBound)
  }
}
