import EventModel

/// What the forms before 2022-03 have in common: one link with the event's name in its text, prose
/// around it, and a date somewhere.
struct OlderListing {
  /// A piece of an item that speaks of one event.
  struct Piece {
    /// The piece.
    var range: Range<Int>
    /// Its links.
    var links: [InlineLink]
    /// The event's own link; nil where there is none.
    var link: InlineLink?
    /// Whether the title is all of the text, so that nothing stands beside it.
    var isAllTitle: Bool
    /// The date, which is no part of the text beside the link.
    var date: Range<Int>

    /// The links but for the event's own.
    var otherLinks: [InlineLink] { links.filter { $0.whole != link?.whole } }
  }

  /// The title and the place.
  var heading: PlacedTitle
  /// The group, where the form has it.
  var organizers: [Organizer] = []
  /// Text of the title's field that is neither title nor group.
  var remark: Text?

  /// Adds the listings of a piece: one for each of its dates.
  func append(
    _ piece: Piece, _ date: DateField, of item: ListItem, to reader: inout SectionReader
  ) {
    let location = item.main.location(of: item.main.content.lowerBound)
    guard !heading.title.isEmpty else {
      return reader.reportUnreadable(item.main, "a listing with a date and no title")
    }
    guard !CallDeadline.isNamed(heading.title) else {
      return reader.reportUnreadable(
        item.main, "the deadline of a call for papers, which is no event")
    }
    if let corrected = date.correctedYear {
      reader.reportYear(item.main, date.range, corrected: corrected)
    }
    if let name = date.misspelling { reader.reportMonth(item.main, name, readAs: date.dates) }
    for finding in heading.place.findings where !isExpected(finding, reader) {
      reader.report(
        .warning, finding.code, at: location, length: item.main.content.count
      ) { _ in finding.message }
    }
    if let link = piece.link, link.isBroken {
      reader.reportBrokenLink(item.main, link.whole.lowerBound)
    }
    var details = details(piece, item, &reader)
    for dates in [date.dates] + date.otherDates {
      details.dates = dates
      reader.append(Listing(details: details, location: location))
    }
  }

  /// `Asia Pacific`, which is read as Asia, has Oceania's events too.
  private func isExpected(_ finding: PlaceField.Finding, _ reader: SectionReader) -> Bool {
    finding.code == .region && reader.headingHasOceania
      && heading.place.regions.contains(RegionSet(.oceania))
  }

  private func details(
    _ piece: Piece, _ item: ListItem, _ reader: inout SectionReader
  ) -> EventDetails {
    let url = piece.link.flatMap { reader.target(of: $0) }
    var links: [Link] = []
    var linked: [InlineLink] = []
    for link in piece.otherLinks {
      guard let target = reader.target(of: link) else { continue }
      linked.append(link)
      links.append(Link(title: PlainText.make(reader.buffer, link.text), url: target))
    }
    links += sublinks(item, &reader)
    var known = Set([url].compactMap { $0 })
    let beside = Self.textBeside(piece, linked, reader.buffer)
    let note = join(join(heading.remark, remark), beside)
    let noteStatus = note.flatMap(StatusWords.status(of:))
    let (mode, regions) = attendance(piece, reader)
    return EventDetails(
      title: heading.title, dates: EventDates(reader.issueDate), mode: mode, regions: regions,
      status: StatusWords.status(of: heading.title) ?? noteStatus ?? .scheduled,
      places: heading.place.places, organizers: organizers, url: url,
      links: links.filter { known.insert($0.url).inserted },
      description: note.flatMap { StatusWords.isWholeText($0) ? nil : $0 })
  }

  /// The mode that the place field says, else the words of the text.
  private func attendance(
    _ piece: Piece, _ reader: SectionReader
  ) -> (AttendanceMode?, RegionSet) {
    let place = heading.place
    guard place.mode == nil, place.places.isEmpty else { return (place.mode, place.regions) }
    let namesCall = Self.visible(piece).contains { ChatWords.occur(in: reader.buffer, $0) }
    return namesCall ? (.virtual, RegionSet(.virtual)) : (nil, place.regions)
  }

  // MARK: Text and links

  /// The piece without the targets of its links, which may have any words.
  private static func visible(_ piece: Piece) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var offset = piece.range.lowerBound
    for link in piece.links {
      ranges.append(offset..<max(offset, link.text.upperBound))
      offset = max(offset, link.whole.upperBound)
    }
    return ranges + [offset..<max(offset, piece.range.upperBound)]
  }

  /// The text beside the links, without the date and what only joins; none where the piece has no
  /// link of its own, for then all of it is the title.
  private static func textBeside(
    _ piece: Piece, _ targets: [InlineLink], _ buffer: [UInt8]
  ) -> Text? {
    guard let link = piece.link, !piece.isAllTitle else { return nil }
    return LinkedText.note(
      buffer, piece.range,
      without: (targets.map(\.whole) + [link.whole, piece.date])
        .sorted { $0.lowerBound < $1.lowerBound })
  }

  /// The links of indented items.
  private func sublinks(_ item: ListItem, _ reader: inout SectionReader) -> [Link] {
    item.subitems.flatMap { line in
      reader.linkedText(line.content).entries.compactMap { entry in
        entry.url.map { Link(title: entry.title, url: $0) }
      }
    }
  }

  private func join(_ first: Text?, _ second: Text?) -> Text? {
    guard let first, let second else { return first ?? second }
    return Text(first.string + "; " + second.string)
  }
}
