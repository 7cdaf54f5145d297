import EventModel

/// The text that title and place of an older listing are read from, and the link it belongs to.
struct OlderText {
  /// The bytes that hold the text: the section's, or a copy without the targets of links.
  var buffer: [UInt8]
  /// The text.
  var range: Range<Int>
  /// The event's own link.
  var link: InlineLink?
  /// Whether all of the listing's text is in it, so that nothing stands beside it.
  var isAll = false
  /// The place before the link, where it stands there: no text beside the link either.
  var placeBefore: Range<Int>?

  /// The text of a piece behind its date.
  init(_ piece: DatedPiece, _ date: DateField, _ reader: SectionReader) {
    let source = reader.buffer
    let body = source.trimmed(piece.body(behind: date, in: source))
    let targets = piece.links.filter { $0.target != nil || $0.label != $0.text }
    if let own = piece.own {
      if body.isEmpty {
        // `[January 12](url): Seattle Meetup`
        self.init(copying: source, own.whole.upperBound..<piece.range.upperBound, targets, own)
      } else {
        self.init(buffer: source, range: body, link: own)
      }
      return
    }
    guard let link = targets.first else {
      self.init(buffer: source, range: Self.withoutStop(source, body), isAll: true)
      return
    }
    let before = Self.trimmedMarks(
      source, body.lowerBound..<max(body.lowerBound, link.whole.lowerBound))
    if before.isEmpty {
      self.init(buffer: source, range: link.text, link: link)
    } else if PlaceSpelling(buffer: source, heading: reader.heading)
      .place(before, allowsBareNames: true, allowsUnknownCities: true) != nil
    {
      // `Feb 3. Berlin - [Title](url)`
      let bytes = Array(source[before]) + Array(" - ".utf8) + Array(source[link.text])
      self.init(buffer: bytes, range: 0..<bytes.count, link: link)
      placeBefore = before
    } else {
      self.init(copying: source, body, targets, link)
    }
  }

  /// A text and its link.
  init(buffer: [UInt8], range: Range<Int>, link: InlineLink? = nil, isAll: Bool = false) {
    self.buffer = buffer
    self.range = range
    self.link = link
    self.isAll = isAll
  }

  /// A copy of a range in which links are their texts.
  private init(
    copying source: [UInt8], _ range: Range<Int>, _ links: [InlineLink], _ link: InlineLink
  ) {
    var bytes: [UInt8] = []
    var offset = range.lowerBound
    for inner in links where inner.whole.lowerBound >= offset {
      bytes += source[offset..<inner.whole.lowerBound]
      bytes += source[inner.text]
      offset = inner.whole.upperBound
    }
    bytes += source[offset..<max(offset, range.upperBound)]
    let text = Self.trimmedMarks(bytes, 0..<bytes.count)
    self.init(buffer: bytes, range: Self.withoutStop(bytes, text), link: link, isAll: true)
  }

  /// Without the full stop that a line without link ends with.
  static func withoutStop(_ buffer: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, buffer[last] == ASCII.fullStop, last > range.lowerBound,
      buffer[last - 1] != ASCII.fullStop
    else { return range }
    return buffer.trimmed(range.lowerBound..<last)
  }

  /// Without separators and emphasis at the ends.
  static func trimmedMarks(_ buffer: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var range = buffer.trimmed(range)
    while let first = range.first, marks.contains(buffer[first]) {
      range = buffer.trimmed(first + 1..<range.upperBound)
    }
    while let last = range.last, marks.contains(buffer[last]) {
      range = buffer.trimmed(range.lowerBound..<last)
    }
    return range
  }

  private static let marks = [
    ASCII.comma, ASCII.colon, ASCII.hyphen, ASCII.asterisk, ASCII.underscore, ASCII.semicolon,
    ASCII.pipe,
  ]
}
