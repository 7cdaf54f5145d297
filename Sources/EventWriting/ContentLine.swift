import EventModel

extension OutputBuffer {
  /// The most octets of a line without its end: RFC 5545 §3.1.
  private static let lineLimit = 75
  /// A line that continues another holds one octet less, for the space before it.
  private static let continuationLimit = 74

  /// Appends a content line: a name with its parameters and colon, and what `value` appends.
  ///
  /// A property without value is left out. The line is folded after it was written, since most lines
  /// are short and then cost one comparison.
  @inline(__always)
  mutating func property(_ name: StaticString, _ value: (inout OutputBuffer) -> Void) {
    let start = count
    append(name)
    let valueStart = count
    value(&self)
    if count == valueStart {
      truncate(to: start)
    } else {
      endLine(from: start)
    }
  }

  /// Appends a content line with a text as its value.
  @inline(__always)
  mutating func property(_ name: StaticString, text: Text) {
    property(name) { ICalendarText.append(text, to: &$0) }
  }

  /// Ends the content line that begins at an offset: folds it where it is too long.
  @inline(__always)
  mutating func endLine(from start: Int) {
    if count - start > Self.lineLimit { fold(from: start) }
    append("\r\n")
  }

  /// Folds the last bytes, from an offset on, into lines of at most 75 octets.
  ///
  /// RFC 5545 §3.1: a line break and a space may stand between any two characters. They are never
  /// put inside a UTF-8 sequence, for which each line gives up to three octets.
  @inline(never)
  mutating func fold(from start: Int) {
    let length = count - start
    if length <= Self.lineLimit { return }
    let folds = length / (Self.continuationLimit - 3) + 1
    let gap = folds * 3
    var write = characterStart(notAfter: start + Self.lineLimit, after: start)
    var read = write + gap
    let unfolded = count
    appendZeros(gap)
    move(write..<unfolded, to: read)
    while read < count {
      self[write] = ASCII.carriageReturn
      self[write + 1] = ASCII.lineFeed
      self[write + 2] = ASCII.space
      let limit = read + Self.continuationLimit
      let end = limit < count ? characterStart(notAfter: limit, after: read) : count
      move(read..<end, to: write + 3)
      write += 3 + end - read
      read = end
    }
    truncate(to: write)
  }

  /// The offset of the character that the byte at an offset belongs to.
  ///
  /// Bytes that are no UTF-8 are cut where the limit falls, so that every line makes progress.
  private func characterStart(notAfter offset: Int, after start: Int) -> Int {
    for candidate in stride(from: offset, to: max(start, offset - 4), by: -1)
    where self[candidate] & 0xC0 != 0x80 {
      return candidate
    }
    return offset
  }
}
