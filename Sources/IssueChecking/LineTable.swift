import EventModel
import IssueReading

/// Where the lines of a text begin, for telling line and column of an offset.
struct LineTable: Sendable {
  private let text: [UInt8]
  private let starts: [Int]

  init(_ text: [UInt8]) {
    self.text = text
    var starts = [0]
    var offset = 0
    while let end = text.firstOffset(of: ASCII.lineFeed, in: offset..<text.count) {
      offset = end + 1
      starts.append(offset)
    }
    self.starts = starts
  }

  /// The line and column of an offset, counted from another place where that is in the same line.
  func position(
    of offset: Int, countingFrom known: (offset: Int, position: FilePosition)
  ) -> FilePosition {
    let line = index(of: offset)
    let isNear = known.offset <= offset && known.position.line == line + 1
    let start = isNear ? known.offset : starts[line]
    // A byte of a UTF-8 sequence that is not its first has the high bits 10.
    let count = text[start..<max(start, min(offset, text.count))].count { $0 & 0xC0 != 0x80 }
    return FilePosition(line: line + 1, column: count + (isNear ? known.position.column : 1))
  }

  /// The offset of a reader's place, whose column counts bytes; nil where there is no such line.
  func offset(of location: SourceLocation) -> Int? {
    guard let line = location.line, line <= starts.count else { return nil }
    return min(starts[Int(line) - 1] + Int(location.column) - 1, text.count)
  }

  /// The last line that begins at or before an offset, found by halving.
  private func index(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
