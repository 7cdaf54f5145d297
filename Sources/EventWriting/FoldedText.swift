import EventModel

/// A text reduced to its letters and digits, for comparing names as people do.
///
/// ASCII and Latin letters lose their case and diacritics (`Nürnberg` and `NURNBERG` are one), every
/// run of other characters becomes one space, and a space stands at both ends, so that to look for
/// ` word ` is to look for a whole word. Letters of other scripts stay as they are.
struct FoldedText {
  /// The folded bytes.
  let bytes: [UInt8]

  init(_ text: Text) {
    var folded: [UInt8] = [ASCII.space]
    folded.reserveCapacity(text.count + 2)
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      let next = offset + 1 < text.count ? text[offset + 1] : 0
      offset += 1
      switch byte {
      case 0x61...0x7A, 0x30...0x39: folded.append(byte)
      case 0x41...0x5A: folded.append(byte | 0x20)
      case 0xC3, 0xC4, 0xC5:
        Self.appendLatin(byte, next, to: &folded)
        offset += 1
      case 0xCC, 0xCD: offset += 1  // combining marks, U+0300...U+036F
      case 0xC2:  // signs of Latin-1, U+0080...U+00BF
        Self.appendBreak(to: &folded)
        offset += 1
      case 0xE2 where next == 0x80 || next == 0x81:  // dashes and quotes, U+2000...U+207F
        Self.appendBreak(to: &folded)
        offset += 2
      case 0x80...0xFF: folded.append(byte)
      default: Self.appendBreak(to: &folded)
      }
    }
    Self.appendBreak(to: &folded)
    bytes = folded
  }

  /// Whether another text occurs in this one, as whole words.
  func contains(_ other: FoldedText) -> Bool { contains(other, 0..<other.bytes.count) }

  /// Whether words of another text occur in this one, given by a range with a space at both ends.
  func contains(_ other: FoldedText, _ range: Range<Int>) -> Bool {
    let words = other.bytes.span.extracting(range)
    let text = bytes.span
    // A lone space is no word.
    guard words.count > 2, words.count <= text.count else { return false }
    for start in 0...text.count - words.count where text[start] == ASCII.space {
      if Self.isEqual(text.extracting(start..<start + words.count), words) { return true }
    }
    return false
  }

  private static func isEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    for offset in left.indices where left[offset] != right[offset] { return false }
    return true
  }

  /// The range of the word that follows the space at an offset, with the spaces at both ends; nil at
  /// the end of the text.
  func word(after space: Int) -> Range<Int>? {
    var end = space + 1
    while end < bytes.count, bytes[end] != ASCII.space { end += 1 }
    return end < bytes.count ? space..<end + 1 : nil
  }

  /// Ends a word, if one has begun.
  private static func appendBreak(to folded: inout [UInt8]) {
    if folded.last != ASCII.space { folded.append(ASCII.space) }
  }

  /// Appends the base letters of a character from U+00C0 to U+017F, given its two bytes.
  private static func appendLatin(_ first: UInt8, _ second: UInt8, to folded: inout [UInt8]) {
    // Each table holds 64 letters, one for each second byte; `*` stands for a letter that has no base
    // or more than one.
    let table: StaticString =
      switch first {
      case 0xC3: "aaaaaa*ceeeeiiii*nooooo ouuuuy**aaaaaa*ceeeeiiii*nooooo ouuuuy*y"
      case 0xC4: "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkk*lllllll"
      default: "lllnnnnnn***oooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz*"
      }
    let index = Int(second & 0x3F)
    // Every table has 64 bytes, and the index is less than 64.
    let letter = unsafe table.utf8Start[index]
    switch letter {
    case UInt8(ascii: "*"): folded += expansion(first, second)
    case ASCII.space: appendBreak(to: &folded)
    default: folded.append(letter)
    }
  }

  private static func expansion(_ first: UInt8, _ second: UInt8) -> [UInt8] {
    switch (first, second) {
    case (0xC3, 0x9F): Array("ss".utf8)
    case (0xC3, 0x86), (0xC3, 0xA6): Array("ae".utf8)
    case (0xC5, 0x92), (0xC5, 0x93): Array("oe".utf8)
    default: [first, second]
    }
  }
}
