package import EventModel

/// Where the lines of an issue's events stand in its file, for who checks how they are written.
///
/// All ranges are byte offsets in ``text``.
package struct IssueLayout: Sendable {
  /// An events section.
  package struct Section: Sendable {
    /// The line of its heading, without the break at its end.
    package var heading: Range<Int>
    /// The number of that line, from 1 on.
    package var number: Int
    /// The lines up to the next heading of level 1 or 2.
    package var body: Range<Int>
  }

  /// A heading inside of a section.
  package struct Heading: Sendable {
    /// The line without the break at its end.
    package var line: Range<Int>
    /// The text behind the marks.
    package var content: Range<Int>
    /// The number of the line, from 1 on.
    package var number: Int
    /// The region that it names; nil where it names none.
    package var region: Region?
  }

  /// A list item and what was read of it.
  package struct Item: Sendable {
    /// Its lines.
    package var item: ListItem
    /// The place of its heading in ``headings``; nil before the first.
    package var heading: Int?
    /// The listings that it made, as places in the issue's list.
    package var listings: Range<Int>
  }

  /// A run of text that was wrongly decoded once.
  package struct Mending: Sendable {
    /// The run.
    package var range: Range<Int>
    /// What it was before.
    package var replacement: Text
  }

  /// The file: its bytes, or where they are no UTF-8 what they were read as.
  package internal(set) var text: [UInt8]
  /// Whether ``text`` is not what stands in the file, so that no edit of it is one of the file.
  package internal(set) var isDecoded: Bool
  /// The events sections; nearly always one, and at most 64.
  package internal(set) var sections: [Section] = []
  /// The headings in them.
  package internal(set) var headings: [Heading] = []
  /// The list items.
  package internal(set) var items: [Item] = []
  /// The lines that are neither item nor heading nor empty, in a section.
  package internal(set) var paragraphs: [ListItem.Line] = []
  /// The runs of wrongly decoded text in the sections, at most some hundred.
  package internal(set) var mendings: [Mending] = []

  init(_ bytes: [UInt8]) {
    let isValid = (try? UTF8Span(validating: bytes.span)) != nil
    text = isValid ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    isDecoded = !isValid
  }

  /// Takes note of a line that is no listing's own.
  mutating func note(_ shape: LineShape, _ range: Range<Int>, number: Int) {
    guard shape.kind == .text else { return }
    paragraphs.append(
      ListItem.Line(content: shape.content, start: range.lowerBound, number: number))
  }

  /// Takes an item that was read.
  mutating func add(_ item: ListItem, listings: Range<Int>) {
    let offset = item.main.start
    let heading = headings.lastIndex { $0.line.lowerBound < offset }
    items.append(Item(item: item, heading: heading, listings: listings))
  }

  /// Most sections of which the layout takes note: rules look at each of them.
  private static let sectionLimit = 64

  /// Takes a section, and finds the text in it that was wrongly decoded.
  mutating func add(_ section: EventsSection) {
    guard sections.count < Self.sectionLimit else { return }
    // The section's heading is the line above its first one.
    let end = max(0, section.range.lowerBound - (section.range.lowerBound < text.count ? 1 : 0))
    let start = text[..<end].lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0
    sections.append(
      Section(heading: start..<end, number: section.firstLine - 1, body: section.range))
    guard let repaired = TextRepair.repair(text, section.range) else { return }
    for (source, result) in zip(repaired.sources, repaired.mended) {
      mendings.append(
        Mending(
          range: section.range.lowerBound + source.lowerBound..<section.range.lowerBound
            + source.upperBound,
          replacement: Text(slicing: repaired.bytes, result)))
    }
  }
}

extension IssueReader {
  /// Reads a file as it stands, wrongly decoded text too, and says where everything stands.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents.
  ///   - file: Its name without folders.
  ///   - fallbackDate: The date of an issue that does not say it.
  /// - Throws: `IssueReadingError` where the file is no issue, or one without events section.
  /// - Returns: What ``read(_:file:fallbackDate:)`` gives, but for the repair, and the layout.
  package mutating func readLayout(
    _ bytes: [UInt8], file: Text, fallbackDate: CivilDate? = nil
  ) throws(IssueReadingError) -> (issue: Issue, layout: IssueLayout) {
    guard bytes.count < Int(UInt32.max) / 3 else { throw .tooLarge }
    var layout = IssueLayout(bytes)
    let text = layout.text
    let frontMatter = FrontMatter(text)
    let sections = EventsSection.all(in: text, from: frontMatter.end)
    guard !sections.isEmpty else { throw .noEventsSection }
    guard let date = frontMatter.date ?? FrontMatter.date(inFileName: file) ?? fallbackDate else {
      throw .noDate
    }
    for section in sections { layout.add(section) }
    let reference = IssueReference(date: date, number: frontMatter.number, file: file)
    return readSections(sections, of: text, reference, layout)
  }

  /// The date of a file that says one, whether or not it has an events section.
  package static func date(
    of bytes: [UInt8], file: Text, fallbackDate: CivilDate?
  ) -> CivilDate? {
    FrontMatter(bytes).date ?? FrontMatter.date(inFileName: file) ?? fallbackDate
  }
}

extension IssueReader {
  /// Whether a source is Markdown, and no page or feed.
  package static func isMarkdown(_ bytes: [UInt8]) -> Bool { SourceKind(bytes) == .markdown }
}
