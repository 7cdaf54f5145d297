/// The bytes that the grammars name.
package enum ASCII {
  package static let tab = UInt8(ascii: "\t")
  package static let lineFeed = UInt8(ascii: "\n")
  package static let carriageReturn = UInt8(ascii: "\r")
  package static let space = UInt8(ascii: " ")
  package static let numberSign = UInt8(ascii: "#")
  package static let dollar = UInt8(ascii: "$")
  package static let ampersand = UInt8(ascii: "&")
  package static let apostrophe = UInt8(ascii: "'")
  package static let quotationMark = UInt8(ascii: "\"")
  package static let leftParenthesis = UInt8(ascii: "(")
  package static let rightParenthesis = UInt8(ascii: ")")
  package static let asterisk = UInt8(ascii: "*")
  package static let plus = UInt8(ascii: "+")
  package static let comma = UInt8(ascii: ",")
  package static let hyphen = UInt8(ascii: "-")
  package static let fullStop = UInt8(ascii: ".")
  package static let solidus = UInt8(ascii: "/")
  package static let colon = UInt8(ascii: ":")
  package static let semicolon = UInt8(ascii: ";")
  package static let lessThan = UInt8(ascii: "<")
  package static let greaterThan = UInt8(ascii: ">")
  package static let exclamationMark = UInt8(ascii: "!")
  package static let leftBracket = UInt8(ascii: "[")
  package static let backslash = UInt8(ascii: "\\")
  package static let rightBracket = UInt8(ascii: "]")
  package static let underscore = UInt8(ascii: "_")
  package static let backtick = UInt8(ascii: "`")
  package static let pipe = UInt8(ascii: "|")
}

extension UInt8 {
  package var isDigit: Bool { self &- 0x30 < 10 }
  package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  package var isAlphanumeric: Bool { isDigit || isLetter }
  /// Space, tab, and the line breaks that a line's end may hold.
  package var isSpace: Bool { self == ASCII.space || self &- 0x09 < 5 }
  /// ASCII punctuation, as CommonMark defines it (§2.1).
  package var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isAlphanumeric }
  /// The letter in lower case; other bytes as they are.
  package var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension [UInt8] {
  /// The first place from `offset` on that holds no white space.
  package func skippingSpaces(from offset: Int, to end: Int) -> Int {
    var offset = offset
    while offset < end, self[offset] <= ASCII.space || self[offset] >= 0xC2 {
      let width = spaceWidth(at: offset, to: end)
      if width == 0 { break }
      offset += width
    }
    return offset
  }

  /// The range without white space at its ends, no-break spaces included.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skippingSpaces(from: range.lowerBound, to: range.upperBound)
    var end = range.upperBound
    // The last byte of a character of white space: one of ASCII's, or one from 0x80 on.
    while end > start, self[end - 1] <= ASCII.space || self[end - 1] >= 0x80 {
      if self[end - 1].isSpace {
        end -= 1
      } else if end - start >= 2, spaceWidth(at: end - 2, to: end) == 2 {
        end -= 2
      } else if end - start >= 3, spaceWidth(at: end - 3, to: end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// How many bytes of white space begin here: 1 for ASCII's, 2 or 3 for Unicode's, 0 for none.
  package func spaceWidth(at offset: Int, to end: Int) -> Int {
    let byte = self[offset]
    if byte.isSpace { return 1 }
    if byte < 0xC2 { return 0 }
    if byte == 0xC2, offset + 1 < end, self[offset + 1] == 0xA0 { return 2 }
    guard offset + 2 < end else { return 0 }
    let second = self[offset + 1]
    let third = self[offset + 2]
    switch (byte, second) {
    // U+2000...U+200B, U+2028, U+2029, U+202F; U+3000; U+FEFF
    case (0xE2, 0x80): return third < 0x8C || [0xA8, 0xA9, 0xAF].contains(third) ? 3 : 0
    case (0xE3, 0x80): return third == 0x80 ? 3 : 0
    case (0xEF, 0xBB): return third == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// Whether a lower-case ASCII word stands here, in any letter case.
  package func hasWord(_ word: [UInt8], at offset: Int, to end: Int) -> Bool {
    guard end - offset >= word.count else { return false }
    for index in 0..<word.count where self[offset + index].lowercased != word[index] {
      return false
    }
    return true
  }

  /// Whether a lower-case ASCII word stands somewhere in a range, in any letter case.
  package func containsWord(_ word: [UInt8], in range: Range<Int>) -> Bool {
    guard let first = word.first, range.count >= word.count else { return false }
    for offset in range.lowerBound...(range.upperBound - word.count)
    where self[offset].lowercased == first && hasWord(word, at: offset, to: range.upperBound) {
      return true
    }
    return false
  }
}

/// A lower-case ASCII word of a table.
package func word(_ text: String) -> [UInt8] { Array(text.utf8) }
