import EventModel

/// Where the events stand in an issue: the lines between the heading `Upcoming Events` and the next
/// heading of level 1 or 2.
struct EventsSection {
  /// The lines of the section, without its heading.
  var range: Range<Int>
  /// The number of the first of them, from 1 on.
  var firstLine: Int

  /// The sections of a file from an offset on; nearly always one.
  static func all(in buffer: [UInt8], from start: Int) -> [EventsSection] {
    var sections: [EventsSection] = []
    var open: EventsSection?
    var line = 1 + buffer[..<start].count { $0 == ASCII.lineFeed }
    var offset = start
    while offset < buffer.count {
      let lineStart = offset
      offset = buffer.firstOffset(of: ASCII.lineFeed, in: offset..<buffer.count) ?? buffer.count
      if buffer[lineStart] == ASCII.numberSign, isSectionHeading(buffer, at: lineStart) {
        if var section = open {
          section.range = section.range.lowerBound..<lineStart
          sections.append(section)
          open = nil
        }
        if isEventsHeading(buffer, lineStart..<offset) {
          let next = min(offset + 1, buffer.count)
          open = EventsSection(range: next..<buffer.count, firstLine: line + 1)
        }
      }
      offset += 1
      line += 1
    }
    if let section = open { sections.append(section) }
    return sections
  }

  /// Whether a heading of level 1 or 2 stands here; the space behind the marks may be missing.
  private static func isSectionHeading(_ buffer: [UInt8], at offset: Int) -> Bool {
    level(buffer, at: offset).map { $0 <= 2 } ?? false
  }

  /// The level of the ATX heading (CommonMark §4.2) at an offset.
  static func level(_ buffer: [UInt8], at offset: Int) -> Int? {
    var end = offset
    while end < buffer.count, buffer[end] == ASCII.numberSign { end += 1 }
    guard (1...6).contains(end - offset) else { return nil }
    return end - offset
  }

  private static func isEventsHeading(_ buffer: [UInt8], _ line: Range<Int>) -> Bool {
    let isMark = { (offset: Int) in
      [ASCII.numberSign, ASCII.asterisk, ASCII.colon].contains(buffer[offset])
        || buffer[offset].isSpace
    }
    guard let first = line.first(where: { !isMark($0) }),
      let last = line.last(where: { !isMark($0) })
    else { return false }
    return names.contains {
      $0.count == last - first + 1 && buffer.hasWord($0, at: first, to: last + 1)
    }
  }

  private static let names = [
    "upcoming events", "upcoming meetups", "upcoming event", "upcoming meetings",
  ].map(word)
}
