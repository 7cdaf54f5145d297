import EventModel

/// Reads the form since 2022-03.
///
///     * 2022-03-02 | Berlin, DE | [Group](https://…)
///         * [**Title**](https://…)
///
/// The bars may be missing, doubled or bare of spaces; the place ends where the first link begins.
/// Each indented item is an event of its own, unless it says that it is another link.
struct PipeListing {
  /// The fields of the main line.
  private struct Fields {
    var place: PlaceField
    var placeStart: Int
    var group: GroupField
  }

  /// What one event's own line says.
  private struct Heading {
    var title: Text
    var url: Text?
    var links: [Link]
    var note: Text?
  }

  /// The day of the first issue in this form.
  private static let firstIssue = CivilDate(year: 2022, month: 3, day: 2) ?? .distantPast

  /// Reads an item; false where it has another form.
  static func read(_ item: ListItem, into reader: inout SectionReader) -> Bool {
    let content = item.main.content
    guard DateGrammar.hasDate(reader.buffer, at: content.lowerBound, to: content.upperBound),
      // In older issues a line without both is of an older form (`2014-12-08 Seattle Rust Meetup`).
      !item.subitems.isEmpty || reader.buffer.firstOffset(of: ASCII.pipe, in: content) != nil
        || reader.issueDate >= firstIssue
    else { return false }
    let grammar = DateGrammar(issueDate: reader.issueDate)
    switch grammar.read(reader.buffer, from: content.lowerBound, to: content.upperBound) {
    case .none: return false
    case .invalid(let range): reader.reportInvalidDate(item.main, range)
    case .field(let date): read(item, date, into: &reader)
    }
    return true
  }

  /// Reads an item whose date another form's grammar has read.
  static func read(
    _ item: ListItem, _ date: DateField, into reader: inout SectionReader
  ) {
    if let corrected = date.correctedYear {
      reader.reportYear(item.main, date.range, corrected: corrected)
    }
    let fields = readFields(item.main, from: date.range.upperBound, into: &reader)
    for finding in fields.place.findings {
      reader.report(
        .warning, finding.code,
        at: item.main.location(of: fields.placeStart + finding.range.lowerBound),
        length: finding.range.count
      ) { _ in finding.message }
    }
    // One indented item is the rule, and needs no list.
    if item.subitems.count == 1, let heading = readHeading(item.subitems[0], into: &reader) {
      append(heading, date, fields, item.main, into: &reader)
      return
    }
    let headings = readHeadings(item, fields.group, into: &reader)
    guard !headings.isEmpty else {
      reader.report(
        .error, .unreadable, at: item.main.location(of: item.main.content.lowerBound),
        length: item.main.content.count
      ) { "a listing with neither group nor title: \($0.quoted(item.main.content))" }
      return
    }
    for heading in headings { append(heading, date, fields, item.main, into: &reader) }
  }

  private static func append(
    _ heading: Heading, _ date: DateField, _ fields: Fields, _ line: ListItem.Line,
    into reader: inout SectionReader
  ) {
    let location = line.location(of: line.content.lowerBound)
    reader.append(Listing(details: details(heading, date.dates, fields), location: location))
    for dates in date.otherDates {
      reader.append(Listing(details: details(heading, dates, fields), location: location))
    }
  }

  // MARK: The main line

  private static func readFields(
    _ line: ListItem.Line, from dateEnd: Int, into reader: inout SectionReader
  ) -> Fields {
    let ranges = fieldRanges(reader.buffer, dateEnd..<line.content.upperBound)
    return Fields(
      place: reader.placeField(ranges.place), placeStart: ranges.place.lowerBound,
      group: reader.groupField(ranges.group))
  }

  /// Where place and group stand in what follows the date of a main line.
  static func fieldRanges(
    _ buffer: [UInt8], _ rest: Range<Int>
  ) -> (place: Range<Int>, group: Range<Int>) {
    let end = rest.upperBound
    let start = skipSeparators(buffer, from: min(rest.lowerBound, end), to: end)
    let placeEnd = placeEnd(buffer, from: start, to: end)
    return (
      trimComma(buffer, start..<placeEnd), skipBars(buffer, from: placeEnd, to: end)..<end
    )
  }

  /// What may stand between date and place: one bar, or the punctuation of the older forms.
  private static func skipSeparators(_ buffer: [UInt8], from start: Int, to end: Int) -> Int {
    var offset = buffer.skippingSpaces(from: start, to: end)
    while offset < end, [ASCII.fullStop, ASCII.comma, ASCII.colon].contains(buffer[offset]) {
      offset = buffer.skippingSpaces(from: offset + 1, to: end)
    }
    // A doubled bar; where no place follows, the place is empty all the same.
    offset = skipBars(buffer, from: offset, to: end)
    // `2015-08-03 - San Diego, CA`: a dash of its own.
    let dashEnd = offset + DashParts.dashWidth(buffer, at: offset, to: end)
    if dashEnd < end, buffer.spaceWidth(at: dashEnd, to: end) > 0 { offset = dashEnd }
    return buffer.skippingSpaces(from: offset, to: end)
  }

  /// The place ends at the next bar, or where a link begins.
  private static func placeEnd(_ buffer: [UInt8], from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, buffer[offset] != ASCII.pipe, buffer[offset] != ASCII.leftBracket {
      offset += 1
    }
    return offset
  }

  private static func skipBars(_ buffer: [UInt8], from start: Int, to end: Int) -> Int {
    var offset = buffer.skippingSpaces(from: start, to: end)
    while offset < end, buffer[offset] == ASCII.pipe {
      offset = buffer.skippingSpaces(from: offset + 1, to: end)
    }
    return offset
  }

  /// `Bangalore, IN, [Rust India](…)`: a comma in the place of the bar.
  private static func trimComma(_ buffer: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var range = buffer.trimmed(range)
    while let last = range.last,
      [ASCII.comma, ASCII.asterisk, ASCII.dollar, ASCII.hyphen].contains(buffer[last])
    {
      range = buffer.trimmed(range.lowerBound..<last)
    }
    return range
  }

  // MARK: The indented items

  /// The events of an item: its indented items, or the group where there is none.
  private static func readHeadings(
    _ item: ListItem, _ group: GroupField, into reader: inout SectionReader
  ) -> [Heading] {
    var headings: [Heading] = []
    for line in item.subitems {
      guard let heading = readHeading(line, into: &reader) else { continue }
      if !headings.isEmpty, let url = heading.url, LinkWords.isFurtherLink(heading.title) {
        headings[headings.count - 1].links += [Link(title: heading.title, url: url)] + heading.links
      } else {
        headings.append(heading)
      }
    }
    if headings.isEmpty, let organizer = group.organizers.first {
      headings = [Heading(title: organizer.name, url: organizer.url, links: [], note: nil)]
    }
    return headings
  }

  /// What one indented item says.
  private static func readHeading(
    _ line: ListItem.Line, into reader: inout SectionReader
  ) -> Heading? {
    let text = reader.linkedText(line.content)
    guard let first = text.first else {
      return text.note.map { Heading(title: $0, url: nil, links: [], note: nil) }
    }
    if first.isBroken { reader.reportBrokenLink(line, first.offset) }
    let further = text.others.compactMap { entry in
      entry.url.map { Link(title: entry.title, url: $0) }
    }
    return Heading(title: first.title, url: first.url, links: further, note: text.note)
  }

  // MARK: The event

  private static func details(
    _ heading: Heading, _ dates: EventDates, _ fields: Fields
  ) -> EventDetails {
    let group = fields.group.organizers.first
    let status =
      StatusWords.status(of: heading.title)
      ?? (heading.note ?? fields.group.note).flatMap(StatusWords.status(of:))
    var title = heading.title
    if title.isEmpty || (status != nil && StatusWords.isWholeText(title)), let group {
      title = group.name
    }
    let url = heading.url ?? group?.url
    return EventDetails(
      title: title, dates: dates, mode: fields.place.mode, regions: fields.place.regions,
      status: status ?? .scheduled, places: fields.place.places,
      organizers: fields.group.organizers, url: url,
      links: furtherLinks(heading.links, fields.group.links, url, fields.group.organizers),
      description: joined(fields.group.note, heading.note))
  }

  /// The links but for the event's own, the groups', and those named twice.
  private static func furtherLinks(
    _ own: [Link], _ groups: [Link], _ url: Text?, _ organizers: [Organizer]
  ) -> [Link] {
    if own.isEmpty, groups.isEmpty { return [] }
    var known = Set(([url] + organizers.map(\.url)).compactMap { $0?.withoutTrailingSlash })
    return (own + groups).filter { known.insert($0.url.withoutTrailingSlash).inserted }
  }

  private static func joined(_ first: Text?, _ second: Text?) -> Text? {
    guard let first, let second else { return first ?? second }
    return Text(first.string + "; " + second.string)
  }
}

extension Text {
  /// The text without the slash that a URL may end with.
  fileprivate var withoutTrailingSlash: Text {
    !isEmpty && self[count - 1] == ASCII.solidus ? slice(0..<count - 1) : self
  }
}
