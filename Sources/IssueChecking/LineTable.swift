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

  /// The line and column of an offset; a byte order mark counts as none.
  func position(of offset: Int) -> FilePosition {
    let line = index(of: offset)
    // A byte of a UTF-8 sequence that is not its first has the high bits 10.
    let column = text[starts[line]..<min(offset, text.count)].count { $0 & 0xC0 != 0x80 }
    return FilePosition(line: line + 1, column: column + 1)
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
