import EventModel

/// Mends text that was decoded wrongly on its way into the file.
///
/// Two things happen: bytes that are no UTF-8 become U+FFFD, and UTF-8 that was once read as Mac
/// Roman or Windows-1252 and saved again (`N√ºrnberg`, `NÃ¼rnberg`) is turned back. The latter only
/// where it is certain: a whole run of characters beyond ASCII must be, byte for byte, valid UTF-8,
/// and must lose unlikely characters by it. `“É` is valid Mac Roman for a Cyrillic combining mark,
/// and stays what it is.
enum TextRepair {
  /// Text after repair, and where it was done.
  struct Result {
    /// Valid UTF-8.
    var bytes: [UInt8]
    /// The offsets in the original of bytes that are no UTF-8.
    var undecodable: Int?
    /// The first mended runs, by their offset in the result, as they stand in it.
    var mended: [Range<Int>]
    /// The same runs as they stood in the valid text before.
    var sources: [Range<Int>] = []
  }

  /// How many mended runs are remembered for messages.
  private static let reportLimit = 100

  /// The repaired text of a range; nil where nothing needs repair, which is nearly always.
  static func repair(_ buffer: [UInt8], _ range: Range<Int>) -> Result? {
    var isValid = true
    var hasMojibake = false
    var offset = range.lowerBound
    // ASCII is valid by itself, so only the runs between it are looked at.
    while isValid, let run = buffer.nextNonASCIIRun(from: offset, to: range.upperBound) {
      isValid = (try? UTF8Span(validating: buffer.span.extracting(run))) != nil
      hasMojibake = hasMojibake || (isValid && mended(buffer, run) != nil)
      offset = run.upperBound
    }
    if isValid { return hasMojibake ? mend(Array(buffer[range])) : nil }
    // Both, or only the one: decoding with repair gives valid UTF-8 to look at.
    let decoded = Array(String(decoding: buffer[range], as: UTF8.self).utf8)
    var result = mend(decoded)
    result.undecodable =
      zip(buffer[range], decoded).enumerated()
      .first { $0.element.0 != $0.element.1 }?.offset ?? min(range.count, decoded.count)
    return result
  }

  private static func mend(_ bytes: [UInt8]) -> Result {
    var result = Result(bytes: [], undecodable: nil, mended: [])
    result.bytes.reserveCapacity(bytes.count)
    var copied = 0
    var offset = 0
    while let run = bytes.nextNonASCIIRun(from: offset, to: bytes.count) {
      offset = run.upperBound
      guard let mended = mended(bytes, run) else { continue }
      result.bytes.append(contentsOf: bytes[copied..<run.lowerBound])
      let start = result.bytes.count
      result.bytes.append(contentsOf: mended)
      if result.mended.count < reportLimit {
        result.mended.append(start..<result.bytes.count)
        result.sources.append(run)
      }
      copied = run.upperBound
    }
    result.bytes.append(contentsOf: bytes[copied...])
    return result
  }

  /// What a run was before it was decoded wrongly; nil where that is not certain.
  private static func mended(_ bytes: [UInt8], _ run: Range<Int>) -> [UInt8]? {
    // Shorter runs are one character.
    guard run.count >= 4 else { return nil }
    let written = Array(String(decoding: bytes[run], as: UTF8.self).unicodeScalars)
    let unlikely = written.count { !Likelihood.isLikely($0) }
    guard unlikely > 0 else { return nil }
    var best: (bytes: [UInt8], unlikely: Int)?
    for charset in [LegacyCharset.macRoman, .windows1252] {
      var original: [UInt8] = []
      original.reserveCapacity(written.count)
      for scalar in written {
        guard let byte = charset.byte(of: scalar) else { break }
        original.append(byte)
      }
      guard original.count == written.count,
        let text = String(validating: original, as: UTF8.self)
      else { continue }
      // `Ã£` is valid in both, but only as Windows-1252 gives it a letter (`ã`).
      let left = text.unicodeScalars.count { !Likelihood.isLikely($0) }
      if left < best?.unlikely ?? unlikely { best = (original, left) }
    }
    return best?.bytes
  }
}

/// Which characters the names and titles of events are made of.
private enum Likelihood {
  static func isLikely(_ scalar: Unicode.Scalar) -> Bool {
    !suspects.contains(scalar) && likely.contains { $0.contains(scalar.value) }
  }

  /// Characters in the likely ranges that are mostly halves of wrongly decoded ones.
  private static let suspects = Set("ÃÂðŸıÿƒˆ˜¯˘˙˚¸˝˛ˇ†‡‰‹›‚„⁄€™".unicodeScalars)

  private static let likely: [ClosedRange<UInt32>] = [
    0xAB...0xAB, 0xB7...0xB7, 0xBB...0xBB, 0xBF...0xBF,  // « · » ¿
    0xC0...0x24F, 0x1E00...0x1EFF,  // Latin
    0x370...0x3FF, 0x400...0x45F, 0x490...0x493,  // Greek, Cyrillic
    0x5D0...0x5EA, 0x620...0x64A, 0x904...0x939, 0xE01...0xE3A,  // Hebrew, Arabic, Devanagari, Thai
    0x200D...0x200D, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF,  // punctuation, currencies
    0x2122...0x2122, 0x2190...0x21FF, 0x2300...0x23FF, 0x2500...0x27BF, 0x2B00...0x2BFF,  // signs
    0x3000...0x9FFF, 0xAC00...0xD7A3, 0xFE0F...0xFE0F, 0xFF00...0xFFEF,  // East Asia
    0x1F000...0x1FAFF,  // emoji
  ]
}
