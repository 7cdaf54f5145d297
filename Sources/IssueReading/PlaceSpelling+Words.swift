import EventModel

/// How names are told from other text.
extension PlaceSpelling {
  /// Whether a text is written as a name is: a capital letter first, no digits, nothing that ends
  /// a sentence.
  func isNameLike(_ part: Range<Int>, but allowed: [UInt8] = []) -> Bool {
    guard let first = part.first,
      buffer[first] >= 0x80 || (buffer[first].isLetter && buffer[first] & 0x20 == 0)
    else { return false }
    return !part.contains {
      buffer[$0].isDigit
        || (Self.noNameMarks.contains(buffer[$0]) && !allowed.contains(buffer[$0]))
    }
  }

  func isUpperCaseCode(_ part: Range<Int>) -> Bool {
    (2...3).contains(part.count)
      && part.allSatisfy { buffer[$0].isLetter && buffer[$0] & 0x20 == 0 }
  }

  /// Whether a text is more than an unknown city's name: it has four words, or speaks of Rust, or
  /// holds marks that no name has.
  func isSentenceLike(_ part: Range<Int>) -> Bool {
    wordCount(part) >= 4 || buffer.containsWord(Self.rust, in: part)
      || part.contains { Self.sentenceMarks.contains(buffer[$0]) }
  }

  func wordCount(_ part: Range<Int>) -> Int { wordStarts(part).count }

  /// Where the words of a text begin.
  func wordStarts(_ part: Range<Int>) -> [Int] {
    part.filter { offset in
      !buffer[offset].isSpace && (offset == part.lowerBound || buffer[offset - 1].isSpace)
    }
  }

  /// The first words of a text, most of them first.
  func prefixes(of text: Range<Int>, wordLimit: Int) -> [Range<Int>] {
    let starts = wordStarts(text)
    let ends = starts.dropFirst().map { buffer.trimmed(text.lowerBound..<$0).upperBound }
    return (ends + [text.upperBound]).prefix(wordLimit).reversed().map { text.lowerBound..<$0 }
  }

  func lastWord(_ part: Range<Int>) -> (rest: Range<Int>, word: Range<Int>)? {
    guard let start = wordStarts(part).last, start > part.lowerBound else { return nil }
    return (buffer.trimmed(part.lowerBound..<start), start..<part.upperBound)
  }

  func withoutMarks(_ part: Range<Int>) -> Range<Int> {
    var part = buffer.trimmed(part)
    while let first = part.first, Self.emphasis.contains(buffer[first]) {
      part = first + 1..<part.upperBound
    }
    while let last = part.last,
      Self.emphasis.contains(buffer[last]) || buffer[last] == ASCII.fullStop
    {
      part = part.lowerBound..<last
    }
    return buffer.trimmed(part)
  }

  /// The trimmed pieces between the occurrences of a byte.
  func split(_ range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while let end = buffer.firstOffset(of: separator, in: start..<range.upperBound) {
      parts.append(buffer.trimmed(start..<end))
      start = end + 1
    }
    return parts + [buffer.trimmed(start..<range.upperBound)]
  }

  func joined(_ city: Range<Int>, _ country: Range<Int>) -> [UInt8] {
    joined([city, country])
  }

  func joined(_ parts: [Range<Int>]) -> [UInt8] {
    Array(parts.map { buffer[$0] }.joined(separator: [ASCII.comma, ASCII.space]))
  }

  static let rust = word("rust")
  private static let emphasis = [ASCII.asterisk, ASCII.underscore, ASCII.backtick]
  private static let noNameMarks = [
    ASCII.colon, ASCII.exclamationMark, UInt8(ascii: "?"), UInt8(ascii: "@"), ASCII.numberSign,
    ASCII.quotationMark, ASCII.leftBracket, ASCII.rightBracket, ASCII.plus, ASCII.solidus,
    ASCII.leftParenthesis, ASCII.rightParenthesis, ASCII.pipe, ASCII.backtick,
  ]
  /// Those that a field has all the same: `Hawthorne (Los Angeles), CA, US`, `Seattle/Bellevue`.
  static let placeMarks = [
    ASCII.solidus, ASCII.leftParenthesis, ASCII.rightParenthesis,
  ]
  private static let sentenceMarks = [
    ASCII.fullStop, ASCII.colon, ASCII.exclamationMark, UInt8(ascii: "?"), UInt8(ascii: "@"),
    ASCII.numberSign, ASCII.solidus, ASCII.leftParenthesis,
  ]
}
