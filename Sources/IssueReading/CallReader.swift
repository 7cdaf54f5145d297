package import EventModel

/// Reads the calls for papers of issues: sections `CFP - Events` and `CFP - Speakers`.
///
/// It is apart from ``IssueReader``, so that who wants events does not pay for calls.
package struct CallReader {
  private var lines = CallLineReader()

  package init() {}

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents, in whatever state.
  ///   - file: Its name without folders.
  ///   - fallbackDate: The date of an issue that does not say it.
  /// - Returns: The issue with its calls and without its listings, and what could not be read or
  ///   was read otherwise than written. An issue without a section of calls has none.
  /// - Throws: Why the file gives no issue.
  package mutating func read(
    _ bytes: [UInt8], file: Text, fallbackDate: CivilDate? = nil
  ) throws(IssueReadingError) -> Issue {
    guard bytes.count < Int(UInt32.max) else { throw .tooLarge }
    let frontMatter = FrontMatter(bytes)
    let sections = CallsSection.all(in: bytes, from: frontMatter.end)
    let hasEvents = !EventsSection.all(in: bytes, from: frontMatter.end).isEmpty
    guard hasEvents || !sections.isEmpty else { throw .noEventsSection }
    guard let date = frontMatter.date ?? FrontMatter.date(inFileName: file) ?? fallbackDate else {
      throw .noDate
    }
    lines.begin(
      IssueReference(date: date, number: frontMatter.number, file: file),
      hasEventsSection: hasEvents, definitions: LinkDefinitions(of: bytes))
    for section in sections { read(bytes, section) }
    return lines.end()
  }

  private mutating func read(_ bytes: [UInt8], _ section: CallsSection) {
    var text: [UInt8]
    if let repaired = TextRepair.repair(bytes, section.range) {
      for finding in repaired.findings(firstLine: section.firstLine) { lines.report(finding) }
      text = repaired.bytes
    } else {
      text = Array(bytes[section.range])
    }
    Comment.blank(in: &text)
    lines.read(text, firstLine: section.firstLine)
  }
}

extension Comment {
  /// Puts spaces in the place of the comments, so that all else stays where it is; a comment
  /// without end is none but in its own line.
  fileprivate static func blank(in text: inout [UInt8]) {
    var offset = 0
    var hasEnds = true
    while let start = start(in: text, offset..<text.count) {
      let found = hasEnds ? end(in: text, start..<text.count) : nil
      // Where one has no end, those behind it have none either.
      hasEnds = found != nil
      let end =
        found ?? text.firstOffset(of: ASCII.lineFeed, in: start..<text.count) ?? text.count
      for place in start..<end where text[place] != ASCII.lineFeed { text[place] = ASCII.space }
      offset = end
    }
  }

  private static func end(in text: [UInt8], _ range: Range<Int>) -> Int? {
    var offset = range.lowerBound + 4
    while offset < range.upperBound,
      let found = text.firstOffset(of: ASCII.hyphen, in: offset..<range.upperBound)
    {
      if text.hasWord(closing, at: found, to: range.upperBound) { return found + closing.count }
      offset = found + 1
    }
    return nil
  }

  private static let closing = word("-->")
}
