import EventModel

/// Words that stand in a place field and name no city: `Global`, `PDT Timezone`, `Europe + Israel`.
enum NoPlace {
  /// Whether a part of the text is such a word, which makes all of it no place.
  static func isNamed(_ buffer: [UInt8], _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    var offset = start
    while offset <= range.upperBound {
      if offset == range.upperBound || isSeparator(buffer[offset]) {
        let part = buffer.trimmed(start..<offset)
        if isWhole(buffer, part) || contained.contains(where: { buffer.containsWord($0, in: part) })
        {
          return true
        }
        start = offset + 1
      }
      offset += 1
    }
    return false
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    [ASCII.comma, ASCII.solidus, ASCII.plus, ASCII.semicolon, ASCII.hyphen, ASCII.ampersand]
      .contains(byte)
  }

  private static func isWhole(_ buffer: [UInt8], _ part: Range<Int>) -> Bool {
    whole.contains {
      $0.count == part.count && buffer.hasWord($0, at: part.lowerBound, to: part.upperBound)
    }
  }

  private static let whole = [
    "global", "globally", "various", "worldwide", "world wide", "anywhere", "everywhere",
    "international", "internet", "eu", "emea", "apac", "latam", "europe", "africa", "asia",
    "oceania", "america", "americas", "north america", "south america", "latin america",
    "asia pacific", "tbd", "tba", "n/a", "joint meetup",
    "various cities", "various locations", "multiple cities", "multiple locations",
  ].map(word)

  private static let contained = ["timezone", "time zone", "joint meetup"].map(word)
}
