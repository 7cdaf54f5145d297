import EventModel

/// The headings of level 3 under which listings stand since 2018.
enum RegionHeadings {
  /// The region that a heading's text names; nil where it names none.
  static func region(_ buffer: [UInt8], _ range: Range<Int>) -> Region? {
    var text = buffer.trimmed(range)
    while let last = text.last,
      [ASCII.colon, ASCII.numberSign, ASCII.asterisk].contains(buffer[last])
    {
      text = buffer.trimmed(text.lowerBound..<last)
    }
    while let first = text.first, buffer[first] == ASCII.asterisk {
      text = first + 1..<text.upperBound
    }
    return table.first {
      $0.name.count == text.count
        && buffer.hasWord($0.name, at: text.lowerBound, to: text.upperBound)
    }?.region
  }

  /// Whether a heading's text says that Oceania's events stand below it too.
  static func includesOceania(_ buffer: [UInt8], _ range: Range<Int>) -> Bool {
    buffer.containsWord(pacific, in: range)
  }

  private static let pacific = word("pacific")

  private static let table: [(name: [UInt8], region: Region)] = [
    (word("virtual"), .virtual), (word("online"), .virtual), (word("remote"), .virtual),
    (word("africa"), .africa), (word("asia"), .asia), (word("asia pacific"), .asia),
    (word("asia-pacific"), .asia), (word("middle east"), .asia), (word("europe"), .europe),
    (word("north america"), .northAmerica), (word("oceania"), .oceania),
    (word("south america"), .southAmerica), (word("latin america"), .southAmerica),
  ]
}
