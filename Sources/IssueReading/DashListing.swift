import EventModel

/// The forms of 2015 to 2021: the date first, in the link's text or without link.
///
///     * 6/29. [Title](https://…)
///     * [Jan 22. Durham, NC - Triangle Rustaceans - Rust 101](https://…). Text
///     * [September 28, 2021, Dallas, TX, US - Last Tuesday - Dallas Rust](https://…)
struct DashListing {
  /// Reads an item; false where it has another form.
  static func read(_ item: ListItem, into reader: inout SectionReader) -> Bool {
    let pieces = DatedPiece.all(of: item, in: &reader)
    var wasRead = false
    for piece in pieces {
      switch piece.reading {
      case .none: break
      case .invalid(let range):
        reader.reportInvalidDate(item.main, range)
        wasRead = true
      case .field(let date):
        read(piece, date, of: item, into: &reader)
        wasRead = true
      }
    }
    return wasRead
  }

  private static func read(
    _ piece: DatedPiece, _ date: DateField, of item: ListItem, into reader: inout SectionReader
  ) {
    if piece.own == nil, piece.bar(in: reader.buffer) != nil || !item.subitems.isEmpty {
      // The form since 2022-03 in all but its date, which may stand in a line that goes on.
      var whole = item
      whole.main.content = piece.range
      return PipeListing.read(whole, date, into: &reader)
    }
    let text = OlderText(piece, date, reader)
    let fields = date.range.lowerBound..<(text.placeBefore ?? date.range).upperBound
    let listing = OlderListing(
      heading: PlacedTitle(text.buffer, text.range, heading: reader.heading))
    listing.append(
      OlderListing.Piece(
        range: piece.range, links: piece.links, link: text.link,
        isAllTitle: text.isAll, date: fields),
      date, of: item, to: &reader)
  }
}
