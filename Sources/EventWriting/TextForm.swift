import EventModel

/// How a format writes running text: what it escapes, and its separators.
protocol TextForm: RunScan {
  /// A comma and a space between parts.
  static var comma: StaticString { get }
  /// A semicolon and a space between parts.
  static var semicolon: StaticString { get }
  /// The end of a line inside a text.
  static var lineBreak: StaticString { get }
  /// What stands for an ASCII character that is written otherwise; nil where it is as it is.
  static func escape(_ byte: UInt8) -> StaticString?
}

extension TextForm {
  /// Appends a text of one line: trimmed, without controls, escaped.
  static func append(_ text: Text, to buffer: inout OutputBuffer) {
    append(text.buffer.span.extracting(text.range), keepingLines: false, to: &buffer)
  }

  /// Appends a text that may have several lines: trimmed, without controls, escaped.
  static func append(lines text: Text, to buffer: inout OutputBuffer) {
    append(text.buffer.span.extracting(text.range), keepingLines: true, to: &buffer)
  }

  private static func append(
    _ untrimmed: Span<UInt8>, keepingLines: Bool, to buffer: inout OutputBuffer
  ) {
    let bytes = untrimmed.extracting(TextCleaning.trimmedRange(of: untrimmed))
    var offset = 0
    while offset < bytes.count {
      let end = runEnd(in: bytes, from: offset)
      if end > offset { buffer.append(bytes.extracting(offset..<end)) }
      if end == bytes.count { return }
      offset = end + appendSpecial(bytes, at: end, keepingLines: keepingLines, to: &buffer)
    }
  }

  /// Appends what stands for the character at an offset; returns the character's length.
  private static func appendSpecial(
    _ bytes: Span<UInt8>, at offset: Int, keepingLines: Bool, to buffer: inout OutputBuffer
  ) -> Int {
    if let escape = escape(bytes[offset]) {
      buffer.append(escape)
      return 1
    }
    let (care, length) = TextCleaning.care(for: bytes, at: offset)
    switch care {
    case .plain, .blank: buffer.append(bytes.extracting(offset..<offset + length))
    case .dropped: break
    case .lineBreak where keepingLines: buffer.append(lineBreak)
    case .space, .lineBreak:
      // Several in a row make one space, as everywhere else in a text.
      if !buffer.isEmpty, buffer[buffer.count - 1] != ASCII.space { buffer.append(ASCII.space) }
    }
    return length
  }

  /// Whether a byte may begin a character that is not written as it is.
  @inline(__always)
  fileprivate static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<ASCII.space, ASCII.delete, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }
}

/// TEXT of iCalendar: RFC 5545 §3.3.11.
enum ICalendarText: TextForm {
  static let comma: StaticString = "\\, "
  static let semicolon: StaticString = "\\; "
  static let lineBreak: StaticString = "\\n"

  @inline(__always)
  static func marks(in word: UInt64) -> UInt64 {
    PlainText.marks(in: word) | WordOfBytes.equal(word, to: ASCII.comma)
      | WordOfBytes.equal(word, to: ASCII.semicolon) | WordOfBytes.equal(word, to: ASCII.backslash)
  }

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.comma, ASCII.semicolon, ASCII.backslash: true
    default: needsCare(byte)
    }
  }

  @inline(__always)
  static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case ASCII.comma: "\\,"
    case ASCII.semicolon: "\\;"
    case ASCII.backslash: "\\\\"
    default: nil
    }
  }
}

/// Text without escapes, for tables.
enum PlainText: TextForm {
  static let comma: StaticString = ", "
  static let semicolon: StaticString = "; "
  static let lineBreak: StaticString = "\n"

  @inline(__always)
  static func marks(in word: UInt64) -> UInt64 {
    (word & WordOfBytes.highs) | WordOfBytes.less(word, than: ASCII.space)
      | WordOfBytes.equal(word, to: ASCII.delete)
  }

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool { needsCare(byte) }

  @inline(__always)
  static func escape(_ byte: UInt8) -> StaticString? { nil }
}

/// Running text inside of a JSON string, for formats that hold the same text in several ways.
///
/// Other than ``JSONText``, which keeps what it is given, it trims and cleans.
enum JSONValueText: TextForm {
  static let comma: StaticString = ", "
  static let semicolon: StaticString = "; "
  static let lineBreak: StaticString = "\\n"

  @inline(__always)
  static func marks(in word: UInt64) -> UInt64 {
    PlainText.marks(in: word) | WordOfBytes.equal(word, to: ASCII.quote)
      | WordOfBytes.equal(word, to: ASCII.backslash)
  }

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    byte == ASCII.quote || byte == ASCII.backslash || needsCare(byte)
  }

  @inline(__always)
  static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case ASCII.quote: "\\\""
    case ASCII.backslash: "\\\\"
    default: nil
    }
  }
}
