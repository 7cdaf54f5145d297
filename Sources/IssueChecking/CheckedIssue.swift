package import EventCatalog
package import EventModel
package import IssueReading

/// An issue as the rules see it: its text, where everything stands, and what was read of it.
package struct CheckedIssue: Sendable {
  /// A listing of the form since 2022-03, as an event of its own.
  package struct Entry: Sendable {
    /// The place of the listing in ``issue``.
    package var listing: Int
    /// The place of its lines in ``lines``.
    package var line: Int
    /// The indented line that is its own; nil where none is.
    package var subline: Int?
  }

  /// The file's text; all ranges are offsets in it.
  package let text: [UInt8]
  /// What was read.
  package let issue: Issue
  /// Where it stands.
  package let layout: IssueLayout
  /// The fields of each item of ``layout``; nil where it has another form.
  package let fields: [ListingLine?]
  /// The listings that have fields.
  package let entries: [Entry]
  /// Which listings the ledger takes for one event.
  package let units: IssueUnits
  /// Whether the issue has the form since 2022-03.
  package let isCurrentForm: Bool
  /// What is known of the events' own pages; nil where nobody asks for it.
  package let pages: EventPageKnowledge?

  /// The targets of all links of the section's items, in the order of the file.
  package let targets: [Range<Int>]

  let lineTable: LineTable
  /// The listings that are one event, for the rules that compare them.
  private(set) var twins: [TwinListings] = []

  /// The day of the first issue of that form.
  private static let firstOfForm = CivilDate(year: 2022, month: 3, day: 2) ?? .distantPast

  /// Reads a file.
  ///
  /// - Throws: `IssueReadingError` where it is no issue, or one without events section.
  package init(
    _ bytes: [UInt8], file: Text, fallbackDate: CivilDate? = nil,
    pages: EventPageKnowledge? = nil, with reader: inout IssueReader
  ) throws(IssueReadingError) {
    self.pages = pages
    let (issue, layout) = try reader.readLayout(bytes, file: file, fallbackDate: fallbackDate)
    self.issue = issue
    self.layout = layout
    text = layout.text
    lineTable = LineTable(layout.text)
    isCurrentForm = issue.reference.date >= Self.firstOfForm
    units = IssueUnits(issue.listings)
    var fields: [ListingLine?] = []
    var entries: [Entry] = []
    if isCurrentForm {
      fields.reserveCapacity(layout.items.count)
      for (index, item) in layout.items.enumerated() {
        let line = ListingLine(item.item, of: layout.text, issueDate: issue.reference.date)
        fields.append(line)
        guard let line else { continue }
        for listing in item.listings {
          entries.append(
            Entry(
              listing: listing, line: index,
              subline: Self.subline(of: listing, in: item, line, issue, layout.text)))
        }
      }
    }
    self.fields = fields
    self.entries = entries
    targets = Self.targets(of: layout, fields)
    twins = TwinListings.all(of: self)
  }

  private static func targets(of layout: IssueLayout, _ fields: [ListingLine?]) -> [Range<Int>] {
    var targets: [Range<Int>] = []
    var scanner = LinkScanner()
    for (index, item) in layout.items.enumerated() {
      if index < fields.count, let line = fields[index] {
        targets += line.groupLinks.compactMap(\.target)
        for subline in line.sublines { targets += subline.links.compactMap(\.target) }
      } else {
        for range in [item.item.text] + item.item.subitems.map(\.content) {
          scanner.scan(layout.text, range)
          targets += scanner.links.compactMap(\.target)
        }
      }
    }
    return targets
  }

  /// Which indented line a listing was read from.
  private static func subline(
    of listing: Int, in item: IssueLayout.Item, _ line: ListingLine, _ issue: Issue, _ text: [UInt8]
  ) -> Int? {
    if line.sublines.count < 2 { return line.sublines.isEmpty ? nil : 0 }
    let days = 1 + line.otherDates.count
    let position = (listing - item.listings.lowerBound) / days
    if item.listings.count == line.sublines.count * days { return position }
    // Some lines are further links of the event above them.
    let url = issue.listings[listing].details.url
    return line.sublines.firstIndex { subline in
      guard let target = subline.links.first?.target, let url else { return false }
      return url == Text(slicing: text, target)
    } ?? min(position, line.sublines.count - 1)
  }
}

extension CheckedIssue {
  /// The day of the issue.
  package var date: CivilDate { issue.reference.date }

  /// What an entry says.
  package func details(of entry: Entry) -> EventDetails { issue.listings[entry.listing].details }

  /// The fields of an entry's lines.
  package func line(of entry: Entry) -> ListingLine? { fields[entry.line] }

  /// The first line of an entry: from its bullet on, without white space at its end.
  package func mainRange(of entry: Entry) -> Range<Int> { itemRange(entry.line) }

  /// The main line of an item, without its bullet and the white space at its ends.
  package func itemRange(_ index: Int) -> Range<Int> { layout.items[index].item.main.content }

  /// The link that an entry's title and address stand in.
  package func link(of entry: Entry) -> InlineLink? {
    guard let line = line(of: entry) else { return nil }
    guard let subline = entry.subline else { return line.groupLinks.first }
    return line.sublines[subline].links.first
  }

  /// Where an entry's title stands, without emphasis marks; its line where it has no link.
  package func titleRange(of entry: Entry) -> Range<Int> {
    guard let link = link(of: entry) else { return mainRange(of: entry) }
    let isMark = { (byte: UInt8) in byte == ASCII.asterisk || byte == ASCII.underscore }
    var range = text.trimmed(link.text)
    while let first = range.first, isMark(text[first]) {
      range = range.dropFirst().startIndex..<range.upperBound
    }
    while let last = range.last, isMark(text[last]) { range = range.lowerBound..<last }
    return range
  }

  /// The heading that an item stands under; nil before the first.
  package func heading(ofItem index: Int) -> IssueLayout.Heading? {
    layout.items[index].heading.map { layout.headings[$0] }
  }

  /// The line number of an entry.
  package func lineNumber(of entry: Entry) -> Int { layout.items[entry.line].item.main.number }

  /// A piece of the text.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  /// A piece of the text in quotes, cut to what a message can hold.
  package func quoted(_ range: Range<Int>) -> String { text.quoted(range) }

  /// The bytes that a reader's diagnostic means.
  func range(of diagnostic: Diagnostic) -> Range<Int>? {
    guard let start = lineTable.offset(of: diagnostic.location) else { return nil }
    return start..<min(start + diagnostic.length, text.count)
  }

  /// Reports each of the reader's diagnostics of a code; `fix` makes its mend.
  func reportRead(
    _ code: Diagnostic.Code, to report: inout FindingReport,
    help: (Range<Int>) -> String? = { _ in nil }, fix: (Range<Int>) -> Fix? = { _ in nil }
  ) {
    for diagnostic in issue.diagnostics where diagnostic.code == code {
      guard let range = range(of: diagnostic) else { continue }
      report.add(range, diagnostic.message, help: help(range), fix: fix(range))
    }
  }
}

extension CheckedIssue {
  /// All lines of an item, from the first byte of its main line to the last of its last one,
  /// without the line break behind it.
  func lines(ofItem index: Int) -> Range<Int> {
    let item = layout.items[index].item
    let last = max(item.text.upperBound, item.subitems.last?.content.upperBound ?? 0)
    return item.main.start..<endOfLine(from: last)
  }

  /// A range with the whole of the lines that it touches, the break behind the last too.
  func wholeLines(_ range: Range<Int>) -> Range<Int> {
    let start = text[..<range.lowerBound].lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0
    return start..<min(endOfLine(from: range.upperBound) + 1, text.count)
  }

  private func endOfLine(from offset: Int) -> Int {
    text.firstOffset(of: ASCII.lineFeed, in: offset..<text.count) ?? text.count
  }
}
