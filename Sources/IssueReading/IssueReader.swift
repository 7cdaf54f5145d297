package import EventModel

/// Why a file gives no issue.
package enum IssueReadingError: Error, Hashable {
  /// It holds no heading `Upcoming Events`.
  case noEventsSection
  /// Neither its front matter nor its name says its date, and none was given.
  case noDate
  /// It is larger than 4 GiB, or a page or feed of 2 GiB.
  case tooLarge
  /// Its elements nest too deep, or have too many attributes, to be a page that people read.
  case tooComplex
  /// It is a page or a feed, and libxml2, which reads them, is not there.
  case libraryMissing
}

/// Reads the listings of issues: Markdown files, and with `readAll` also pages and feeds.
///
/// A reader remembers the groups and places that it has seen, so one should read all issues.
package struct IssueReader {
  private var section = SectionReader()

  /// Of files up to this size the sections are copied, so that the memory of a file serves the next
  /// one; a larger one is kept whole rather than held twice.
  private static let copiedSize = 1 << 20

  package init() {}

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file's contents, in whatever state.
  ///   - file: Its name without folders, for the sources of its listings and, where the contents
  ///     don't say it, the date.
  ///   - fallbackDate: The date of an issue that does not say it.
  /// - Returns: All listings of the events section, and what could not be read or was read
  ///   otherwise than written.
  /// - Throws: `IssueReadingError` where the file is no issue at all; a bad line is a diagnostic.
  package mutating func read(
    _ bytes: [UInt8], file: Text, fallbackDate: CivilDate? = nil
  ) throws(IssueReadingError) -> Issue {
    guard bytes.count < Int(UInt32.max) else { throw .tooLarge }
    let frontMatter = FrontMatter(bytes)
    let sections = EventsSection.all(in: bytes, from: frontMatter.end)
    guard !sections.isEmpty else { throw .noEventsSection }
    guard let date = frontMatter.date ?? FrontMatter.date(inFileName: file) ?? fallbackDate else {
      throw .noDate
    }
    section.begin(
      IssueReference(date: date, number: frontMatter.number, file: file),
      definitions: LinkDefinitions(of: bytes))
    for part in sections {
      if let repaired = TextRepair.repair(bytes, part.range) {
        section.report(repaired, firstLine: part.firstLine)
        section.read(
          repaired.bytes, 0..<repaired.bytes.count, firstLine: part.firstLine)
      } else if bytes.count <= Self.copiedSize {
        let text = Array(bytes[part.range])
        section.read(text, 0..<text.count, firstLine: part.firstLine)
      } else {
        section.read(bytes, part.range, firstLine: part.firstLine)
      }
    }
    return section.end()
  }

  /// Reads sections of a text without repair, and where their lines stand.
  mutating func readSections(
    _ sections: [EventsSection], of text: [UInt8], _ reference: IssueReference,
    _ layout: IssueLayout
  ) -> (issue: Issue, layout: IssueLayout) {
    section.begin(reference, definitions: LinkDefinitions(of: text), layout: layout)
    for part in sections { section.read(text, part.range, firstLine: part.firstLine) }
    let read = section.layout ?? layout
    return (section.end(), read)
  }
}
