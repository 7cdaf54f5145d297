import EventModel

/// What the fields of a call's line say.
///
///     * [**Name**](https://…) | CFP closes 2026-04-27 | Utrecht, NL | Event date: 2026-10-14
///
/// Bars part the fields. The words before a date tell what it is; without any the first is the
/// closing date and the second the event's. A field with neither date nor link is the place.
struct CallFields {
  /// A link of the line.
  struct FoundLink {
    var whole: Range<Int>
    var title: Text
    var url: Text?
    var isBroken: Bool
  }

  /// Something that could not be read, or was read otherwise than written.
  struct Finding {
    var severity: Diagnostic.Severity
    var code: Diagnostic.Code
    var offset: Int
    var message: String
  }

  let buffer: [UInt8]
  let content: Range<Int>
  let links: [FoundLink]
  let issueDate: CivilDate
  /// What is to be reported of the line.
  private(set) var findings: [Finding] = []

  private var title: Text?
  private var closing: CallDates.Found?
  private var event: CallDates.Found?
  private var place: Range<Int>?
  /// A text that speaks of the call's end without naming a day.
  private var undated: Range<Int>?
  private var notes: [Text] = []

  init(buffer: [UInt8], content: Range<Int>, links: [FoundLink], issueDate: CivilDate) {
    self.buffer = buffer
    self.content = content
    self.links = links
    self.issueDate = issueDate
  }

  /// The call; nil where an error says why there is none.
  mutating func details() -> CallDetails? {
    for link in links where link.isBroken {
      add(
        .warning, .brokenLink, link.whole.lowerBound,
        "a link that is not written '[text](url)': \(buffer.quoted(link.whole))")
    }
    var later = links[...]
    for (index, field) in fields().enumerated() {
      let own = later.prefix { $0.whole.lowerBound < field.upperBound }
      later = later.dropFirst(own.count)
      for piece in pieces(of: field, beside: own) { read(piece, isFirst: index == 0) }
    }
    guard let closes = closingDay(), let named = name() else { return nil }
    let event = eventDays(after: closes)
    let place = placeField()
    return CallDetails(
      title: named.title, url: named.url, closes: closes, eventDates: event, mode: place?.mode,
      regions: place?.regions ?? [], places: place?.places ?? [], links: named.links,
      description: description())
  }

  // MARK: Fields

  /// The ranges between the bars outside links.
  private func fields() -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = content.lowerBound
    var offset = start
    var nextLink = 0
    while offset < content.upperBound {
      if nextLink < links.count, offset >= links[nextLink].whole.lowerBound {
        offset = max(offset, links[nextLink].whole.upperBound)
        nextLink += 1
        continue
      }
      if buffer[offset] == ASCII.backslash {
        offset += 1
      } else if buffer[offset] == ASCII.pipe {
        fields.append(start..<offset)
        start = offset + 1
      }
      offset += 1
    }
    fields.append(start..<content.upperBound)
    return fields
  }

  /// The texts of a field beside its links, without those that are only signs.
  private func pieces(
    of field: Range<Int>, beside links: ArraySlice<FoundLink>
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var offset = field.lowerBound
    for link in links {
      pieces.append(offset..<max(offset, link.whole.lowerBound))
      offset = max(offset, link.whole.upperBound)
    }
    pieces.append(offset..<max(offset, field.upperBound))
    return pieces.map(buffer.trimmed).filter { piece in
      piece.contains { buffer[$0].isAlphanumeric || buffer[$0] >= 0x80 }
    }
  }

  private mutating func read(_ piece: Range<Int>, isFirst: Bool) {
    if let found = dates.first(in: piece) { return readDates(found, of: piece) }
    let text = PlainText.make(buffer, piece)
    if isFirst, title == nil, links.first.map({ piece.upperBound <= $0.whole.lowerBound }) ?? true {
      title = text
    } else if CallWords.meaning(buffer, piece) == .closing, undated == nil {
      undated = piece
      notes.append(text)
    } else if place == nil, !isFirst {
      place = piece
    } else {
      notes.append(text)
    }
  }

  /// Reads the days of a piece; what stands behind the last is kept with it (`2025-03-15 at 8am`).
  private mutating func readDates(_ first: CallDates.Found, of piece: Range<Int>) {
    var found = first
    var label = piece.lowerBound
    while true {
      let start = found.range.upperBound
      keep(found, label: label..<found.range.lowerBound)
      let rest = start..<piece.upperBound
      guard let next = dates.first(in: rest) else {
        if rest.contains(where: { buffer[$0].isAlphanumeric }) { note(label..<piece.upperBound) }
        return
      }
      label = start
      found = next
    }
  }

  private mutating func keep(_ found: CallDates.Found, label: Range<Int>) {
    // No call closes for days on end: a bare range is the event's.
    let meaning =
      CallWords.meaning(buffer, label) ?? (closing == nil && !found.isRange ? .closing : .event)
    switch meaning {
    case .closing where closing == nil: closing = found
    case .event where event == nil: event = found
    default: note(label.lowerBound..<found.range.upperBound)
    }
  }

  /// Keeps a text that has no field of its own.
  private mutating func note(_ range: Range<Int>) {
    let isMark = { (byte: UInt8) in byte == ASCII.comma || byte == ASCII.semicolon || byte.isSpace }
    let text = range.drop { isMark(buffer[$0]) }
    if !text.isEmpty { notes.append(PlainText.make(buffer, text)) }
  }

  private func description() -> Text? {
    notes.isEmpty ? nil : Text(notes.map(\.string).joined(separator: "; "))
  }

  // MARK: Days

  private var dates: CallDates { CallDates(buffer: buffer, reference: issueDate) }

  /// The last day of the call; an error where there is none.
  private mutating func closingDay() -> CivilDate? {
    guard let closing else {
      let place = undated ?? content
      add(
        .error, .noDate, place.lowerBound,
        "a call for papers without a closing date: \(buffer.quoted(place))")
      return nil
    }
    guard let days = closing.dates else {
      add(
        .error, .invalidDate, closing.range.lowerBound,
        "no such date, or a range that ends before it begins: \(buffer.quoted(closing.range))")
      return nil
    }
    // `Open from D to D`: it closes on the last.
    let written = closing.isRange ? days.last : days.first
    let settled = YearRule.settle(written, issueDate: issueDate)
    if settled != written { addYear(closing.range, settled) }
    return settled
  }

  /// The event's days, in the year that is meant: an event that is over has no call.
  private mutating func eventDays(after closes: CivilDate) -> EventDates? {
    guard let event else { return nil }
    guard let written = event.dates else {
      add(
        .warning, .invalidDate, event.range.lowerBound,
        "no such date, or a range that ends before it begins: \(buffer.quoted(event.range)); left out"
      )
      return nil
    }
    guard written.last < min(issueDate, closes) else { return written }
    let year = written.first.components.year
    let earliest = closes.components.year
    for shift in [earliest - year, earliest - year + 1] {
      guard let first = written.first.shifted(byYears: shift), first >= closes,
        let last = written.last.shifted(byYears: shift),
        let dates = EventDates(first: first, last: last)
      else { continue }
      addYear(event.range, first)
      return dates
    }
    return written
  }

  private mutating func addYear(_ range: Range<Int>, _ corrected: CivilDate) {
    add(
      .warning, .year, range.lowerBound,
      "the year cannot be meant in an issue of \(issueDate): \(buffer.quoted(range)); "
        + "read as \(corrected)")
  }

  // MARK: Name and links

  /// The name, where to answer, and the other links; an error where there is no name.
  private mutating func name() -> (title: Text, url: Text?, links: [Link])? {
    guard let name = title ?? links.first(where: { !$0.title.isEmpty })?.title else {
      add(
        .error, .unreadable, content.lowerBound,
        "a call for papers without a name: \(buffer.quoted(content))")
      return nil
    }
    // `[Name](event) [CFP](call)`: the link that says so leads to the call, else the first.
    let targets = links.filter { $0.url != nil }
    let call =
      targets.first { $0.title != name && CallWords.isCall($0.title) } ?? targets.first
    let others = targets.compactMap { link in
      link.url.flatMap { $0 == call?.url ? nil : Link(title: link.title, url: $0) }
    }
    return (name, call?.url, others)
  }

  // MARK: Place

  private mutating func placeField() -> PlaceField? {
    guard let place else { return nil }
    var text = Array(buffer[place])
    if let turned = cityFirst(text) { text = turned }
    let field = PlaceField(text, 0..<text.count, heading: nil)
    for finding in field.findings {
      add(
        .warning, finding.code, place.lowerBound,
        finding.message)
    }
    return field
  }

  /// `Online + Ukraine, Kyiv`: the country stands first.
  private func cityFirst(_ text: [UInt8]) -> [UInt8]? {
    let phrase = ModePhrase(text, 0..<text.count).place
    let parts = text[phrase].split(separator: ASCII.comma)
    guard parts.count == 2, let first = parts.first, let last = parts.last,
      case let country = text.trimmed(first.startIndex..<first.endIndex), country.count > 3,
      case let city = text.trimmed(last.startIndex..<last.endIndex), !city.isEmpty,
      PlaceResolver.country(text, country) != nil, PlaceResolver.country(text, city) == nil,
      !PlaceResolver.isCode(text, city)
    else { return nil }
    return Array(text[..<phrase.lowerBound]) + text[city] + word(", ") + text[country]
      + text[phrase.upperBound...]
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ offset: Int,
    _ message: String
  ) {
    findings.append(Finding(severity: severity, code: code, offset: offset, message: message))
  }
}

extension CivilDate {
  /// The same day so many years later; nil where that year has no such day.
  fileprivate func shifted(byYears years: Int) -> CivilDate? {
    let (year, month, day) = components
    return CivilDate(year: year + years, month: month, day: day)
  }
}
