import EventModel

/// A text of the forms before 2022-03 without its date, cut into place and title.
///
/// The place stands before the first dash or colon (`Durham, NC - Triangle Rustaceans`), as a part
/// of its own (`RustFest 2017 - Kyiv, Ukraine`), or behind the title (`Rust Belt Rust in Pittsburgh,
/// US`), which keeps it then. Where the whole text is a place, it is title and place.
struct PlacedTitle {
  /// What is left behind date and place.
  private(set) var title: Text
  /// The place, and how the event is attended.
  private(set) var place: PlaceField
  /// What stands before the city: a street.
  private(set) var remark: Text?

  /// A title and a place that stand in fields of their own.
  init(title: Text, place: PlaceField) {
    self.title = title
    self.place = place
  }

  /// Cuts a text that stands under a heading (nil before the first).
  init(_ buffer: [UInt8], _ range: Range<Int>, heading: Region?) {
    var cut = PlaceCut(buffer: buffer, heading: heading)
    cut.read(buffer.trimmed(range))
    title = cut.title
    place = cut.place
    remark = cut.street.map { PlainText.make(buffer, $0) }
  }
}

/// The work of ``PlacedTitle``.
private struct PlaceCut {
  let buffer: [UInt8]
  let heading: Region?
  /// The parts of the text that make the title, in their order.
  private var kept: [Range<Int>] = []
  private var source: PlaceSpelling.Source?
  /// A part of its own that says how to attend.
  private var modePart: Range<Int>?
  /// What stands before the city.
  private(set) var street: Range<Int>?
  private var whole = 0..<0

  init(buffer: [UInt8], heading: Region?) {
    self.buffer = buffer
    self.heading = heading
  }

  private var spelling: PlaceSpelling { PlaceSpelling(buffer: buffer, heading: heading) }

  mutating func read(_ range: Range<Int>) {
    whole = range
    kept = DashParts.split(buffer, range)
    let count = kept.count
    takeLeadingParts()
    takeModeParts()
    if source == nil { takeLaterPart() }
    if source == nil, kept.count == count { takeLeadingWords() }
    if source == nil, kept.count == 1, kept[0] == whole {
      source = spelling.place(whole, allowsBareNames: true)
    }
    if source == nil, heading == nil { takeEmbedded() }
  }

  // MARK: Steps

  /// `Berlin, DE - …`, `Remote - Berlin, DE - …`, `Global - …`.
  private mutating func takeLeadingParts() {
    while kept.count > 1, source == nil {
      let first = kept[0]
      if let found = spelling.place(first, allowsBareNames: true, allowsUnknownCities: true) {
        source = found
        if case .range(let range) = found, range.lowerBound > first.lowerBound {
          street = OlderText.trimmedMarks(buffer, first.lowerBound..<range.lowerBound)
          street = street.flatMap { $0.isEmpty ? nil : $0 }
        }
      } else if spelling.isMode(first) {
        modePart = modePart ?? first
      } else if spelling.isNoPlace(first) {
        source = .range(first)
      } else {
        break
      }
      kept.removeFirst()
    }
  }

  /// `Edinburgh, UK - Remote - Title`: a part that says how to attend is no part of the title.
  private mutating func takeModeParts() {
    for part in kept where kept.count > 1 && spelling.isMode(part) {
      modePart = modePart ?? part
      kept.removeAll { $0 == part }
    }
  }

  /// `Triangle Rustaceans - Durham, NC - Hack Night`, `RustFest 2017 - Kyiv, Ukraine`.
  private mutating func takeLaterPart() {
    guard kept.count > 1 else { return }
    for (index, part) in kept.enumerated().dropFirst() {
      guard let found = spelling.place(part, allowsBareNames: false) else { continue }
      source = found
      kept.remove(at: index)
      return
    }
  }

  /// `Cologne / Germany: Rust Anniversary`; `Global, RustFest`, `Online, RustLab`.
  private mutating func takeLeadingWords() {
    guard let first = kept.first, let last = kept.last else { return }
    if let colon = buffer.firstOffset(of: ASCII.colon, in: first),
      let found = spelling.place(
        first.lowerBound..<colon, allowsBareNames: true, allowsUnknownCities: heading == nil)
    {
      let rest = buffer.trimmed(colon + 1..<last.upperBound)
      guard !rest.isEmpty else { return }
      source = found
      kept = [rest]
      return
    }
    guard heading != nil else { return }
    takeLeadingField(first, last)
    guard source == nil, let comma = buffer.firstOffset(of: ASCII.comma, in: first) else { return }
    let head = first.lowerBound..<comma
    let rest = buffer.trimmed(comma + 1..<last.upperBound)
    guard !rest.isEmpty, spelling.isMode(head) || spelling.isNoPlace(head) else { return }
    source = .range(buffer.trimmed(head))
    kept = [rest]
  }

  /// `Berlin, DE, Title`: a comma in the place of the dash.
  private mutating func takeLeadingField(_ first: Range<Int>, _ last: Range<Int>) {
    let parts = spelling.split(first, at: ASCII.comma)
    for count in [3, 2] where parts.count > count {
      let field = parts[0].lowerBound..<parts[count - 1].upperBound
      guard spelling.isUpperCaseCode(parts[count - 1]), !parts[count].isEmpty,
        let found = spelling.place(field, allowsBareNames: false)
      else { continue }
      source = found
      kept = [parts[count].lowerBound..<last.upperBound]
      return
    }
  }

  /// `Rust Belt Rust in Pittsburgh, US`.
  private mutating func takeEmbedded() {
    for part in kept {
      guard let found = spelling.embedded(in: part) else { continue }
      source = found
      return
    }
  }

  // MARK: What it gives

  var place: PlaceField {
    let field: [UInt8]
    switch source {
    case .range(let range): field = Array(buffer[range])
    case .bytes(let bytes): field = bytes
    case nil: field = []
    }
    guard let modePart else { return PlaceField(field, 0..<field.count, heading: heading) }
    // As the field of the later form says it: `Remote (Berlin, DE)`.
    let joined =
      Array(buffer[modePart]) + [ASCII.space, ASCII.leftParenthesis] + field
      + [ASCII.rightParenthesis]
    return PlaceField(joined, 0..<joined.count, heading: heading)
  }

  var title: Text {
    guard let first = kept.first, let last = kept.last else {
      return PlainText.make(buffer, whole)
    }
    let isRun = zip(kept, kept.dropFirst()).allSatisfy {
      DashParts.isSeparator(buffer, $0.upperBound..<$1.lowerBound)
    }
    if isRun { return PlainText.make(buffer, first.lowerBound..<last.upperBound) }
    let bytes = Array(kept.map { buffer[$0] }.joined(separator: Array(" - ".utf8)))
    return PlainText.make(bytes, 0..<bytes.count)
  }
}

/// The parts of a text that dashes part: hyphens and longer dashes with white space beside them.
enum DashParts {
  /// Most parts of a text, of which real ones have three or four; the last has what follows.
  private static let partLimit = 32

  /// The parts that are not empty, trimmed.
  static func split(_ buffer: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var offset = start
    while offset < range.upperBound {
      let width = dashWidth(buffer, at: offset, to: range.upperBound)
      if parts.count == partLimit { break }
      guard width > 0 else {
        offset += 1
        continue
      }
      let end = offset + width
      let isSpaced =
        (offset > range.lowerBound && buffer[offset - 1].isSpace)
        || (end < range.upperBound && buffer.spaceWidth(at: end, to: range.upperBound) > 0)
      if isSpaced {
        parts.append(buffer.trimmed(start..<offset))
        start = end
      }
      offset = end
    }
    parts.append(buffer.trimmed(start..<range.upperBound))
    return parts.filter { !$0.isEmpty }
  }

  /// Whether a range holds one separator and nothing else.
  static func isSeparator(_ buffer: [UInt8], _ range: Range<Int>) -> Bool {
    let dash = buffer.trimmed(range)
    return !dash.isEmpty
      && dashWidth(buffer, at: dash.lowerBound, to: dash.upperBound) == dash.count
  }

  /// The bytes of the hyphens, or of the dash (U+2013, U+2014), that stand at an offset.
  static func dashWidth(_ buffer: [UInt8], at offset: Int, to end: Int) -> Int {
    var width = 0
    while offset + width < end, buffer[offset + width] == ASCII.hyphen { width += 1 }
    if width > 0 { return width }
    guard offset + 2 < end, buffer[offset] == 0xE2, buffer[offset + 1] == 0x80,
      buffer[offset + 2] == 0x93 || buffer[offset + 2] == 0x94
    else { return 0 }
    return 3
  }
}
