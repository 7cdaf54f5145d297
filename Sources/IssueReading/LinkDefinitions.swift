import EventModel

/// The definitions `[label]: target` of a file, which reference-style links resolve through.
struct LinkDefinitions {
  private var targets: [String: Text] = [:]

  /// No definitions.
  init() {}

  /// All definitions of a file. The first of a label counts (CommonMark §4.7).
  init(_ buffer: [UInt8]) {
    var offset = 0
    while offset < buffer.count {
      let end = buffer.firstOffset(of: ASCII.lineFeed, in: offset..<buffer.count) ?? buffer.count
      if buffer[offset] == ASCII.leftBracket || buffer[offset] == ASCII.space {
        read(buffer, buffer.trimmed(offset..<end))
      }
      offset = end + 1
    }
  }

  private mutating func read(_ buffer: [UInt8], _ line: Range<Int>) {
    guard let first = line.first, buffer[first] == ASCII.leftBracket,
      LineShape.isDefinition(buffer, line),
      let closing = buffer.firstOffset(of: ASCII.rightBracket, in: line)
    else { return }
    let label = Self.key(buffer, first + 1..<closing)
    var target = buffer.trimmed(closing + 2..<line.upperBound)
    if let first = target.first, let last = target.last, buffer[first] == ASCII.lessThan,
      buffer[last] == ASCII.greaterThan, target.count >= 2
    {
      target = first + 1..<last
    }
    if targets[label] == nil { targets[label] = PlainText.target(buffer, target) }
  }

  /// Whether there is none.
  var isEmpty: Bool { targets.isEmpty }

  /// The target of a label; nil where no line defines it.
  func target(_ buffer: [UInt8], _ label: Range<Int>) -> Text? {
    targets.isEmpty ? nil : targets[Self.key(buffer, label)]
  }

  /// Labels match without regard to letter case and white space (CommonMark §4.7).
  private static func key(_ buffer: [UInt8], _ label: Range<Int>) -> String {
    let text = String(decoding: buffer[label], as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
