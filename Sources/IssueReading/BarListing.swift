import EventModel

/// The form of 2021-11 to 2022-02, all fields in the link's text.
///
///     * [November 30, 2021 | Graz, AT | **Title** | Group](https://…)
///
/// A bar inside the bold part belongs to the title. Without bold part the title is all between the
/// place and the last part.
struct BarListing {
  /// Reads an item; false where it has another form.
  static func read(_ item: ListItem, into reader: inout SectionReader) -> Bool {
    let pieces = DatedPiece.all(of: item, in: &reader)
    guard let first = pieces.first, first.own != nil, first.bar(in: reader.buffer) != nil else {
      return false
    }
    for piece in pieces {
      guard case .field(let date) = piece.reading, let bar = piece.bar(in: reader.buffer) else {
        continue
      }
      let fields = BarFields(reader.buffer, bar + 1..<piece.textEnd, heading: reader.heading)
      var listing = OlderListing(heading: fields.heading)
      listing.organizers = fields.group.map { [Organizer(name: $0, url: nil)] } ?? []
      listing.remark = fields.remark
      listing.append(
        OlderListing.Piece(
          range: piece.range, links: piece.links, link: piece.own, isAllTitle: false,
          date: date.range),
        date, of: item, to: &reader)
    }
    return true
  }
}

/// The fields of a ``BarListing`` behind its date.
private struct BarFields {
  /// Title and place.
  let heading: PlacedTitle
  /// The group's name.
  private(set) var group: Text?
  /// Text beside the bold part that is no group.
  private(set) var remark: Text?

  init(_ buffer: [UInt8], _ range: Range<Int>, heading: Region?) {
    let fields = Self.split(buffer, range)
    guard fields.count > 1 else {
      self.heading = PlacedTitle(buffer, fields.first ?? range, heading: heading)
      return
    }
    let rest = Array(fields.dropFirst())
    var title = rest[0].lowerBound..<rest[max(0, rest.count - 2)].upperBound
    if let bold = rest.lazy.compactMap({ Self.bold(buffer, $0) }).first {
      title = bold
      (group, remark) = Self.besides(buffer, bold, rest)
    } else if rest.count > 1 {
      group = PlainText.make(buffer, rest[rest.count - 1]).nonEmpty
    }
    self.heading = PlacedTitle(
      title: PlainText.make(buffer, title),
      place: PlaceField(buffer, fields[0], heading: heading))
  }

  /// The parts between the bars that stand outside of bold text.
  private static func split(_ buffer: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = range.lowerBound
    var offset = start
    // Once no mark closes any more, none is looked for: the time stays linear.
    var mayBeBold = true
    while offset < range.upperBound {
      if mayBeBold, isMark(buffer, at: offset, to: range.upperBound) {
        let bold = bold(buffer, offset..<range.upperBound)
        mayBeBold = bold != nil
        offset = bold?.upperBound ?? offset + 1
      } else if buffer[offset] == ASCII.pipe {
        fields.append(buffer.trimmed(start..<offset))
        start = offset + 1
        offset = start
      } else {
        offset += 1
      }
    }
    return (fields + [buffer.trimmed(start..<range.upperBound)]).filter { !$0.isEmpty }
  }

  /// The first bold text of a range, with its marks.
  private static func bold(_ buffer: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let opening = mark(buffer, range),
      let closing = mark(buffer, min(opening + 2, range.upperBound)..<range.upperBound)
    else { return nil }
    return opening..<closing + 2
  }

  private static func mark(_ buffer: [UInt8], _ range: Range<Int>) -> Int? {
    range.first { isMark(buffer, at: $0, to: range.upperBound) }
  }

  private static func isMark(_ buffer: [UInt8], at offset: Int, to end: Int) -> Bool {
    offset + 1 < end && buffer[offset] == ASCII.asterisk && buffer[offset + 1] == ASCII.asterisk
  }

  /// What stands beside the bold part: the last part is the group, also where a dash takes the
  /// place of the bar (`**Title** - Group`).
  private static func besides(
    _ buffer: [UInt8], _ bold: Range<Int>, _ fields: [Range<Int>]
  ) -> (group: Text?, remark: Text?) {
    var texts: [Text] = []
    for field in fields {
      let pieces =
        field.overlaps(bold)
        ? [field.lowerBound..<bold.lowerBound, bold.upperBound..<field.upperBound] : [field]
      for piece in pieces where !OlderText.trimmedMarks(buffer, piece).isEmpty {
        texts.append(PlainText.make(buffer, OlderText.trimmedMarks(buffer, piece)))
      }
    }
    guard let group = texts.popLast() else { return (nil, nil) }
    let remark = texts.map(\.string).joined(separator: "; ")
    return (group, remark.isEmpty ? nil : Text(remark))
  }
}
