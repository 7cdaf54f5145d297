import EventModel

/// Markdown's inline text without its marks: emphasis, code spans, escapes and entities become what
/// a reader sees, and white space is collapsed.
///
/// Nearly all titles are `**Title**` and need no copy; `make` finds that out in one look and
/// returns a slice. The rest goes through a delimiter stack like CommonMark's (§6.2), except that
/// a mark without its partner at an end of the text is dropped (`***São Paulo Mirror**`): there it
/// is a slip and never meant to be seen.
enum PlainText {
  /// The text of a range of a buffer.
  static func make(_ buffer: [UInt8], _ range: Range<Int>) -> Text {
    let outer = buffer.trimmed(range)
    let inner = buffer.trimmed(withoutEnclosingMarks(buffer, outer))
    if isPlain(buffer, inner) { return Text(slicing: buffer, inner) }
    var converter = Converter(buffer: buffer, range: outer)
    let bytes = converter.convert()
    return Text(slicing: bytes, bytes.trimmed(0..<bytes.count))
  }

  /// A link's target: escapes and entities are read, nothing else is changed.
  static func target(_ buffer: [UInt8], _ range: Range<Int>) -> Text {
    guard
      buffer.firstOffset(of: ASCII.backslash, in: range) != nil
        || buffer.firstOffset(of: ASCII.ampersand, in: range) != nil
    else { return Text(slicing: buffer, range) }
    var bytes: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      offset = appendUnescaped(buffer, at: offset, to: range.upperBound, into: &bytes)
    }
    return Text(slicing: bytes, 0..<bytes.count)
  }

  /// The range without the runs of `*` that stand at both of its ends.
  private static func withoutEnclosingMarks(_ buffer: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, buffer[start] == ASCII.asterisk { start += 1 }
    while end > start, buffer[end - 1] == ASCII.asterisk { end -= 1 }
    let isEnclosed = start > range.lowerBound && end < range.upperBound
    return isEnclosed ? start..<end : range
  }

  /// Whether a range holds nothing that has to be converted.
  private static func isPlain(_ buffer: [UInt8], _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = buffer[offset]
      offset += 1
      switch byte {
      case 0x61..<0xC2, 0x2B..<0x5C: break  // letters and digits, which are nearly all there is
      case ASCII.space:
        if offset < range.upperBound, buffer[offset] == ASCII.space { return false }
      case ASCII.asterisk, ASCII.underscore, ASCII.backtick, ASCII.backslash, ASCII.ampersand,
        0..<0x20:
        return false
      case 0xC2, 0xE2, 0xE3, 0xEF:
        if buffer.spaceWidth(at: offset - 1, to: range.upperBound) > 0 { return false }
      default: break
      }
    }
    return true
  }

  /// Appends the character, escape or entity at an offset; returns the offset behind it.
  fileprivate static func appendUnescaped(
    _ buffer: [UInt8], at offset: Int, to end: Int, into bytes: inout [UInt8]
  ) -> Int {
    let byte = buffer[offset]
    if byte == ASCII.backslash, offset + 1 < end, buffer[offset + 1].isPunctuation {
      bytes.append(buffer[offset + 1])
      return offset + 2
    }
    if byte == ASCII.ampersand, let entity = Entities.parse(buffer, at: offset, to: end) {
      bytes.append(contentsOf: entity.bytes)
      return entity.end
    }
    bytes.append(byte)
    return offset + 1
  }
}

/// One conversion that could not be done by slicing.
private struct Converter {
  /// A run of `*` or `_` that has not found its partner yet, by its place in the output.
  private struct Delimiter {
    var mark: UInt8
    var position: Int
    var length: Int
    var canOpen: Bool
  }

  let buffer: [UInt8]
  let range: Range<Int>
  private var output: [UInt8] = []
  private var openers: [Delimiter] = []
  private var openAsterisks = 0
  private var openUnderscores = 0
  /// Places in the output that hold a mark to be taken out.
  private var dropped: [Range<Int>] = []

  init(buffer: [UInt8], range: Range<Int>) {
    self.buffer = buffer
    self.range = range
    output.reserveCapacity(range.count)
  }

  mutating func convert() -> [UInt8] {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = buffer[offset]
      let width = buffer.spaceWidth(at: offset, to: range.upperBound)
      if width > 0 {
        appendSpace()
        offset += width
      } else if byte == ASCII.asterisk || byte == ASCII.underscore {
        offset = readDelimiters(at: offset, mark: byte)
      } else if byte == ASCII.backtick {
        offset = readCodeSpan(at: offset)
      } else {
        let start = output.count
        offset = PlainText.appendUnescaped(
          buffer, at: offset, to: range.upperBound, into: &output)
        if byte == ASCII.ampersand { collapseEntity(from: start) }
      }
    }
    dropMarksAtEnds()
    return withoutDropped()
  }

  private mutating func appendSpace() {
    if output.last != ASCII.space { output.append(ASCII.space) }
  }

  /// `&nbsp;` and `&#9;` are white space too.
  private mutating func collapseEntity(from start: Int) {
    let width = output.spaceWidth(at: start, to: output.count)
    guard width > 0, start + width == output.count else { return }
    output.removeSubrange(start...)
    appendSpace()
  }

  /// CommonMark §6.2: a run opens before text and closes behind it; `_` not inside a word.
  private mutating func readDelimiters(at start: Int, mark: UInt8) -> Int {
    var end = start
    while end < range.upperBound, buffer[end] == mark { end += 1 }
    let before = start > range.lowerBound ? buffer[start - 1] : ASCII.space
    let after = end < range.upperBound ? buffer[end] : ASCII.space
    var canOpen = !after.isSpace
    var canClose = !before.isSpace
    if mark == ASCII.underscore, canOpen, canClose {
      canOpen = before.isPunctuation
      canClose = after.isPunctuation
    }
    var length = end - start
    if canClose { length = close(mark, length) }
    let position = output.count
    for _ in start..<end { output.append(mark) }
    let matched = end - start - length
    if matched > 0 { dropped.append(position..<position + matched) }
    if length > 0 {
      push(
        Delimiter(mark: mark, position: position + matched, length: length, canOpen: canOpen))
    }
    return end
  }

  /// Takes as many marks off the openers as the closer has; returns what the closer has left.
  private mutating func close(_ mark: UInt8, _ length: Int) -> Int {
    var left = length
    while left > 0, (mark == ASCII.asterisk ? openAsterisks : openUnderscores) > 0,
      var opener = openers.popLast()
    {
      count(opener, -1)
      guard opener.mark == mark, opener.canOpen else { continue }
      let matched = min(left, opener.length)
      let inner = opener.position + opener.length
      dropped.append(inner - matched..<inner)
      left -= matched
      opener.length -= matched
      if opener.length > 0 { push(opener) }
    }
    return left
  }

  private mutating func push(_ delimiter: Delimiter) {
    openers.append(delimiter)
    count(delimiter, 1)
  }

  private mutating func count(_ delimiter: Delimiter, _ step: Int) {
    guard delimiter.canOpen else { return }
    if delimiter.mark == ASCII.asterisk { openAsterisks += step } else { openUnderscores += step }
  }

  /// CommonMark §6.1: what stands between two runs of the same number of backticks is literal.
  private mutating func readCodeSpan(at start: Int) -> Int {
    var open = start
    while open < range.upperBound, buffer[open] == ASCII.backtick { open += 1 }
    guard open - start == 1,
      let end = buffer.firstOffset(of: ASCII.backtick, in: open..<range.upperBound)
    else {
      // Runs of several backticks do not occur in listings; the marks are left out all the same.
      return open
    }
    var offset = open
    while offset < end {
      let width = buffer.spaceWidth(at: offset, to: end)
      if width > 0 { appendSpace() } else { output.append(buffer[offset]) }
      offset += max(1, width)
    }
    return end + 1
  }

  /// Marks without partner at the ends of the text are slips.
  private mutating func dropMarksAtEnds() {
    for opener in openers where opener.canOpen || opener.position > 0 {
      let end = opener.position + opener.length
      let isFirst = output[..<opener.position].allSatisfy { $0 == opener.mark }
      if isFirst || end == output.count { dropped.append(opener.position..<end) }
    }
  }

  private mutating func withoutDropped() -> [UInt8] {
    guard !dropped.isEmpty else { return output }
    dropped.sort { $0.lowerBound < $1.lowerBound }
    var result: [UInt8] = []
    result.reserveCapacity(output.count)
    var offset = 0
    for range in dropped {
      if range.lowerBound > offset { result.append(contentsOf: output[offset..<range.lowerBound]) }
      offset = max(offset, range.upperBound)
    }
    result.append(contentsOf: output[offset...])
    return result
  }
}
