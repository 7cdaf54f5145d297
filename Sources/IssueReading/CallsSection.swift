/// Where the calls for papers stand in an issue: the lines below a heading `CFP - Events` or
/// `CFP - Speakers` of any level.
///
/// They end at the next heading that is not below it, that is of level 1 or 2, or that begins with
/// `CFP` too: levels are not always right.
struct CallsSection {
  /// The lines of the section, without its heading.
  var range: Range<Int>
  /// The number of the first of them, from 1 on.
  var firstLine: Int

  /// The sections of a file from an offset on.
  static func all(in buffer: [UInt8], from start: Int) -> [CallsSection] {
    var sections: [CallsSection] = []
    var open: (section: CallsSection, level: Int)?
    forEachHeading(in: buffer, from: start) { line, number, level in
      let name = words(of: buffer, line)
      if var ended = open, level <= max(ended.level, 2) || name.starts(with: cfp) {
        ended.section.range = ended.section.range.lowerBound..<line.lowerBound
        sections.append(ended.section)
        open = nil
      }
      if open == nil, names.contains(name) {
        let next = min(line.upperBound + 1, buffer.count)
        open = (CallsSection(range: next..<buffer.count, firstLine: number + 1), level)
      }
    }
    if let open { sections.append(open.section) }
    return sections
  }

  /// Calls `body` with the line, the number and the level of each heading.
  private static func forEachHeading(
    in buffer: [UInt8], from start: Int, _ body: (Range<Int>, Int, Int) -> Void
  ) {
    var number = 1 + buffer[..<start].count { $0 == ASCII.lineFeed }
    var offset = start
    while offset < buffer.count {
      let end = buffer.firstOffset(of: ASCII.lineFeed, in: offset..<buffer.count) ?? buffer.count
      if buffer[offset] == ASCII.numberSign, let level = EventsSection.level(buffer, at: offset) {
        body(offset..<end, number, level)
      }
      offset = end + 1
      number += 1
    }
  }

  /// The words of a heading in lower case, joined by spaces; signs do not matter.
  private static func words(of buffer: [UInt8], _ line: Range<Int>) -> [UInt8] {
    // What is longer is no such heading, whatever it holds.
    Array(
      buffer[line.prefix(80)].split { !$0.isAlphanumeric }.map { $0.map(\.lowercased) }
        .joined(separator: [ASCII.space]))
  }

  private static let cfp = word("cfp")
  private static let names = [
    "cfp events", "cfp event", "cfp speakers", "cfp speaker", "cfps events", "cfps speakers",
    "call for papers", "calls for papers", "call for speakers", "calls for speakers",
    "call for proposals", "calls for proposals",
  ].map(word)
}
