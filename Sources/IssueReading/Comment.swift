/// HTML comments in Markdown (CommonMark §4.6): what stands in them is no content.
enum Comment {
  /// Where a comment begins in a line.
  static func start(in buffer: [UInt8], _ range: Range<Int>) -> Int? {
    offset(of: opening, in: buffer, range)
  }

  /// Whether the end of a comment stands in a line.
  static func ends(in buffer: [UInt8], _ range: Range<Int>) -> Bool {
    offset(of: closing, in: buffer, range) != nil
  }

  private static func offset(of mark: [UInt8], in buffer: [UInt8], _ range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while let found = buffer.firstOffset(of: mark[0], in: offset..<range.upperBound) {
      if buffer.hasWord(mark, at: found, to: range.upperBound) { return found }
      offset = found + 1
    }
    return nil
  }

  private static let opening = word("<!--")
  private static let closing = word("-->")
}
