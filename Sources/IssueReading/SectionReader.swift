import EventModel

/// Reads the lines of an events section into listings and diagnostics.
///
/// One reader serves many issues: what it keeps from one to the next are buffers and the fields
/// that it has seen.
struct SectionReader {
  /// Longest line that is read; real ones have at most some hundred bytes.
  static let lineLimit = 65_536
  /// Most diagnostics that are kept of one issue; the others are counted.
  static let diagnosticLimit = 1_000

  /// The text that is read.
  private(set) var buffer: [UInt8] = []
  /// The day of the issue.
  private(set) var issueDate: CivilDate = .distantPast
  /// The heading that the current line stands under.
  private(set) var heading: Region?
  /// Whether that heading is one of Asia and Oceania together.
  private(set) var headingHasOceania = false
  /// What was read.
  private(set) var issue: Issue
  /// Where the lines stand, for who asks for it.
  private(set) var layout: IssueLayout?

  private var definitions = LinkDefinitions()
  private var scanner = LinkScanner()
  private var places = FieldCache<PlaceField>()
  private var groups = FieldCache<GroupField>()
  private var item: ListItem?
  /// The errors reported so far, those beyond the limit too.
  private var errorCount = 0
  private var spareSubitems: [ListItem.Line] = []

  init() {
    issue = Issue(
      reference: IssueReference(date: .distantPast, number: nil, file: ""), hasEventsSection: false)
  }

  /// Begins an issue.
  mutating func begin(
    _ reference: IssueReference, definitions: LinkDefinitions, layout: IssueLayout? = nil
  ) {
    self.layout = layout
    issue = Issue(reference: reference, hasEventsSection: false)
    issueDate = reference.date
    self.definitions = definitions
  }

  /// Ends it, and gives what was read.
  mutating func end() -> Issue {
    buffer = []
    definitions = LinkDefinitions()
    layout = nil
    issue.diagnostics.sort { $0.location < $1.location }
    defer { issue = Issue(reference: issue.reference, hasEventsSection: false) }
    return issue
  }

  /// Reads the lines of a range, the first of which has this number.
  mutating func read(_ buffer: [UInt8], _ range: Range<Int>, firstLine: Int) {
    self.buffer = buffer
    heading = nil
    issue.hasEventsSection = true
    var number = firstLine
    var offset = range.lowerBound
    var isComment = false
    while offset < range.upperBound {
      let end =
        buffer.firstOffset(of: ASCII.lineFeed, in: offset..<range.upperBound) ?? range.upperBound
      readLine(offset..<end, number: number, isComment: &isComment)
      offset = end + 1
      number += 1
    }
    finishItem()
  }

  // MARK: Lines

  private mutating func readLine(_ range: Range<Int>, number: Int, isComment: inout Bool) {
    if isComment {
      isComment = !Comment.ends(in: buffer, range)
      return
    }
    let shape = LineShape(buffer, range)
    layout?.note(shape, range, number: number)
    switch shape.kind {
    case .blank, .definition: break
    case .heading: readHeading(shape, range, number)
    case .item:
      readItem(
        ListItem.Line(
          content: withoutComments(shape.content, &isComment), start: range.lowerBound,
          number: number),
        indentation: shape.indentation, hasBullet: true)
    case .text:
      let line = ListItem.Line(
        content: withoutComments(shape.content, &isComment), start: range.lowerBound, number: number
      )
      readText(line, indentation: shape.indentation)
    }
  }

  /// A line's text up to a comment that begins in it.
  private func withoutComments(_ content: Range<Int>, _ isComment: inout Bool) -> Range<Int> {
    guard let start = Comment.start(in: buffer, content) else { return content }
    isComment = !Comment.ends(in: buffer, start..<content.upperBound)
    return buffer.trimmed(content.lowerBound..<start)
  }

  private mutating func readHeading(_ shape: LineShape, _ range: Range<Int>, _ number: Int) {
    finishItem()
    heading = RegionHeadings.region(buffer, shape.content)
    headingHasOceania = RegionHeadings.includesOceania(buffer, shape.content)
    layout?.headings.append(
      IssueLayout.Heading(line: range, content: shape.content, number: number, region: heading))
    if heading == nil {
      report(
        .warning, .heading, at: SourceLocation(line: number), length: range.count
      ) { "no region has this name: \($0.quoted(shape.content))" }
    }
  }

  /// A line with a bullet: a listing, or an indented item of the one before.
  private mutating func readItem(_ line: ListItem.Line, indentation: Int, hasBullet: Bool) {
    guard !line.content.isEmpty else { return }
    let hasDate = DateGrammar.hasDate(
      buffer, at: line.content.lowerBound, to: line.content.upperBound)
    guard !hasDate, let current = item else { return start(line, indentation, isDated: hasDate) }
    if indentation > current.indentation, current.isDated || !beginsListing(line.content) {
      item?.subitems.append(line)
    } else if current.isDated, current.subitems.isEmpty, beginsWithLink(line.content),
      !beginsListing(line.content)
    {
      item?.subitems.append(line)
      report(
        .warning, .subline, at: line.location(of: line.content.lowerBound),
        length: line.content.count
      ) { _ in "read as an event of the listing above, though it is not indented" }
    } else {
      start(line, indentation, isDated: false)
    }
  }

  /// A line without bullet: a listing where it begins with a date, an indented item where it is a
  /// link below a listing, else the continuation of an older listing, or prose.
  private mutating func readText(_ line: ListItem.Line, indentation: Int) {
    guard let first = line.content.first else { return }
    if WindowLine.isOne(buffer, line.content) { return readWindow(line) }
    if DateGrammar.hasDate(buffer, at: first, to: line.content.upperBound) {
      start(line, indentation, isDated: true)
    } else if let current = item, current.isDated, indentation > current.indentation,
      beginsWithLink(line.content)
    {
      item?.subitems.append(line)
    } else if beginsListing(line.content), item?.isUnfinished(before: line, in: buffer) != true {
      start(line, indentation, isDated: false)
    } else {
      item?.extend(with: line, in: buffer)
    }
  }

  private mutating func readWindow(_ line: ListItem.Line) {
    if issue.windowLocation != nil { return }
    issue.windowLocation = line.location(of: line.content.lowerBound)
    issue.window = WindowLine.dates(buffer, line.content, issueDate: issueDate)
  }

  private func beginsListing(_ content: Range<Int>) -> Bool {
    SpelledDateGrammar.beginsListing(buffer, content)
  }

  private func beginsWithLink(_ content: Range<Int>) -> Bool {
    content.first { ![ASCII.asterisk, ASCII.dollar].contains(buffer[$0]) }
      .map { buffer[$0] == ASCII.leftBracket } ?? false
  }

  // MARK: Items

  private mutating func start(_ line: ListItem.Line, _ indentation: Int, isDated: Bool) {
    finishItem()
    item = ListItem(
      main: line, indentation: indentation, isDated: isDated, subitems: spareSubitems)
    spareSubitems = []
  }

  private mutating func finishItem() {
    guard var finished = item.take() else { return }
    issue.itemCount += 1
    let before = issue.listings.count
    let errorsBefore = errorCount
    if finished.text.count > Self.lineLimit
      || finished.subitems.contains(where: { $0.content.count > Self.lineLimit })
    {
      reportUnreadable(finished.main, "a line is longer than \(Self.lineLimit) bytes")
    } else if !Self.grammars.contains(where: { $0(finished, &self) }) {
      reportUnknown(finished.main)
    }
    if issue.listings.count == before {
      issue.unreadItemCount += 1
      if errorCount == errorsBefore { issue.silentItemCount += 1 }
    }
    if errorCount > errorsBefore { issue.faultyItemCount += 1 }
    layout?.add(finished, listings: before..<issue.listings.count)
    finished.subitems.removeAll(keepingCapacity: true)
    spareSubitems = finished.subitems
  }

  /// The forms of a listing, tried in this order.
  private static let grammars: [@Sendable (ListItem, inout SectionReader) -> Bool] = [
    PipeListing.read, BarListing.read, DashListing.read, LooseListing.read,
  ]

  // MARK: For the grammars

  /// Adds a listing.
  mutating func append(_ listing: Listing) { issue.listings.append(listing) }

  /// Reports a finding; beyond the limit it is counted only, and its message is not made.
  mutating func report(
    _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, at location: SourceLocation,
    length: Int = 0, _ message: (SectionReader) -> String
  ) {
    if severity == .error { errorCount += 1 }
    guard issue.diagnostics.count < Self.diagnosticLimit else {
      issue.omittedDiagnostics[code, default: 0] += 1
      return
    }
    issue.diagnostics.append(
      Diagnostic(severity, code, at: location, length: length, message(self)))
  }

  /// What a place field under the current heading says.
  mutating func placeField(_ range: Range<Int>) -> PlaceField {
    let (buffer, heading) = (buffer, heading)
    return places.value(buffer, range, salt: heading.map { $0.rawValue + 1 } ?? 0) {
      (PlaceField(buffer, range, heading: heading), true)
    }
  }

  /// What a group's field says.
  mutating func groupField(_ range: Range<Int>) -> GroupField {
    let buffer = buffer
    definitions.resetUse()
    return groups.value(buffer, range, salt: 0) {
      let field = GroupField(buffer, range, scanner: &scanner, definitions: &definitions)
      // A label means in each file what its definitions say.
      return (field, !definitions.isUsed)
    }
  }

  /// The links of a range, as they stand in the buffer.
  mutating func links(_ range: Range<Int>) -> [InlineLink] {
    scanner.scan(buffer, range)
    return scanner.links
  }

  /// The target of a link, through the file's definitions where it has a label; nil without one.
  mutating func target(of link: InlineLink) -> Text? {
    let target =
      link.target.map { PlainText.target(buffer, $0) }
      ?? link.label.flatMap { definitions.target(buffer, $0) }
    return target?.nonEmpty
  }

  /// The links of an indented item.
  mutating func linkedText(_ range: Range<Int>) -> LinkedText {
    LinkedText(buffer, range, scanner: &scanner, definitions: &definitions)
  }
}
