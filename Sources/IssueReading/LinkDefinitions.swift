import EventModel

/// The definitions `[label]: target` of a file, which reference-style links resolve through.
///
/// Few files need them, so they are read when the first label is asked for.
struct LinkDefinitions {
  /// Whether a label was asked for: what was read with it means something in this file only.
  private(set) var isUsed = false

  private var file: [UInt8]
  private var targets: [String: Text] = [:]

  /// The definitions of a file.
  init(of file: [UInt8] = []) { self.file = file }

  /// Reads all of them; the first of a label counts (CommonMark §4.7).
  private mutating func readAll() {
    let buffer = file
    file = []
    var offset = 0
    while offset < buffer.count {
      let end = buffer.firstOffset(of: ASCII.lineFeed, in: offset..<buffer.count) ?? buffer.count
      if buffer[offset] == ASCII.leftBracket || buffer[offset] == ASCII.space {
        let line = buffer.trimmed(offset..<end)
        // They stand outside of the section, which is mended before it is read.
        if let repaired = TextRepair.repair(buffer, line) {
          read(repaired.bytes, 0..<repaired.bytes.count)
        } else {
          read(buffer, line)
        }
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

  /// The target of a label; nil where no line defines it.
  mutating func target(_ buffer: [UInt8], _ label: Range<Int>) -> Text? {
    isUsed = true
    if !file.isEmpty { readAll() }
    return targets.isEmpty ? nil : targets[Self.key(buffer, label)]
  }

  /// Forgets whether one was asked for.
  mutating func resetUse() { isUsed = false }

  /// Labels match without regard to letter case and white space (CommonMark §4.7).
  private static func key(_ buffer: [UInt8], _ label: Range<Int>) -> String {
    let text = String(decoding: buffer[label], as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
