import EventModel

/// The lines `Key: value` at the head of an issue.
struct FrontMatter {
  /// The day of the issue (`Date: 2026-02-11`, also `2020-12-2`).
  private(set) var date: CivilDate?
  /// Its number (`Number: 638`, else the one in `Title: This Week in Rust 57`).
  private(set) var number: UInt32?
  /// The offset behind the last line.
  private(set) var end: Int

  /// Reads the front matter of a file.
  init(_ buffer: [UInt8]) {
    // A byte order mark is no text.
    end = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var titleNumber: UInt32?
    var lineCount = 0
    while end < buffer.count, lineCount < Self.lineLimit {
      let lineEnd = buffer.firstOffset(of: ASCII.lineFeed, in: end..<buffer.count) ?? buffer.count
      let line = buffer.trimmed(end..<lineEnd)
      guard let colon = Self.keyEnd(buffer, line) else {
        // Dashes may stand around it, as other generators write it.
        if line.isEmpty || !line.allSatisfy({ buffer[$0] == ASCII.hyphen }) { break }
        end = min(lineEnd + 1, buffer.count)
        lineCount += 1
        continue
      }
      let value = buffer.trimmed(colon + 1..<line.upperBound)
      switch String(decoding: buffer[line.lowerBound..<colon], as: UTF8.self).lowercased() {
      case "date": date = Self.date(buffer, value)
      case "number": number = Self.number(buffer, value)
      case "title": titleNumber = Self.trailingNumber(buffer, value)
      default: break
      }
      end = min(lineEnd + 1, buffer.count)
      lineCount += 1
    }
    number = number ?? titleNumber
  }

  /// More lines than this are no front matter.
  private static let lineLimit = 64

  /// The date that a file's name begins with (`2020-12-9-this-week-in-rust.md`).
  static func date(inFileName name: Text) -> CivilDate? {
    date(name.buffer, name.range)
  }

  private static func date(_ buffer: [UInt8], _ range: Range<Int>) -> CivilDate? {
    var fields: [Int] = []
    var offset = range.lowerBound
    while fields.count < 3 {
      let start = offset
      var number = 0
      // Four digits at most, so the number stays small.
      while offset < range.upperBound, offset - start < 4, buffer[offset].isDigit {
        number = number * 10 + Int(buffer[offset] - 0x30)
        offset += 1
      }
      guard offset > start else { return nil }
      fields.append(number)
      if fields.count < 3 {
        guard offset < range.upperBound, buffer[offset] == ASCII.hyphen else { return nil }
        offset += 1
      }
    }
    return CivilDate(year: fields[0], month: fields[1], day: fields[2])
  }

  /// The offset of the colon behind a key, which is a word of letters.
  private static func keyEnd(_ buffer: [UInt8], _ line: Range<Int>) -> Int? {
    var offset = line.lowerBound
    while offset < line.upperBound, buffer[offset].isLetter { offset += 1 }
    guard offset > line.lowerBound, offset < line.upperBound, buffer[offset] == ASCII.colon
    else { return nil }
    return offset
  }

  private static func number(_ buffer: [UInt8], _ range: Range<Int>) -> UInt32? {
    UInt32(String(decoding: buffer[range], as: UTF8.self))
  }

  private static func trailingNumber(_ buffer: [UInt8], _ range: Range<Int>) -> UInt32? {
    var start = range.upperBound
    while start > range.lowerBound, buffer[start - 1].isDigit { start -= 1 }
    return number(buffer, start..<range.upperBound)
  }
}
