// How it works: a reader of JSON as pages have it, which never fails: what is wrong costs what is
// wrong, and the rest is read. Strict decoders refuse a whole block for one trailing comma, and with
// it the event. A text that is valid JSON is read as a strict decoder reads it, but for the limits
// below; the tests compare the two.

/// Reads JSON with the slips that pages make.
///
/// Taken are: comments, `<!-- -->` and `CDATA` around or between values, trailing, missing and double
/// commas, raw line breaks and unescaped quotation marks in strings, strings in apostrophes, names
/// without quotation marks, several values one after the other, and an end that is missing.
struct LenientJSON {
  /// Deepest nesting that is read; what is deeper ends the text.
  static let deepestNesting = 64
  /// Most values that are read of one text, so that memory stays in proportion to real pages.
  static let mostValues = 200_000

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private var count = 0
  /// No comment of markup ends before here.
  private var openCommentEnd = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The values that stand in a text one after the other; most texts have one.
  static func values(in text: [UInt8]) -> [JSONValue] {
    var reader = LenientJSON(text)
    var values: [JSONValue] = []
    while reader.skipToValue() {
      guard let value = reader.readValue() else { continue }
      values.append(value)
    }
    return values
  }

  // MARK: Between values

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func stop() { position = bytes.count }

  /// Goes on to what can begin a value; false at the end.
  private mutating func skipToValue() -> Bool {
    skipBlanks()
    while let byte = current, Self.strays.contains(byte) {
      position += 1
      skipBlanks()
    }
    return current != nil
  }

  /// What may stand between values of the top where nothing should.
  private static let strays = Array(",;:]})".utf8)

  /// Skips white space, comments and the markup that hides scripts from old browsers.
  private mutating func skipBlanks() {
    while let byte = current {
      if byte <= 0x20 {
        position += 1
      } else if !skipComment() {
        return
      }
    }
  }

  private mutating func skipComment() -> Bool {
    switch current {
    case UInt8(ascii: "/"):
      if skip("//") { return skip(past: "\n") }
      if skip("/*") { return skip(past: "*/") }
    case UInt8(ascii: "<"):
      if skip("<![CDATA[") { return true }
      // A comment that holds the whole value is only taken off at its ends.
      if skip("<!--") { return skipClosedComment() }
    case UInt8(ascii: "-"): return skip("-->")
    case UInt8(ascii: "]"): return skip("]]>")
    case 0xEF: return skip("\u{FEFF}")
    case 0xC2: return skip("\u{A0}")
    default: break
    }
    return false
  }

  /// Skips a comment that ends before a value begins; of another one only its mark is skipped.
  private mutating func skipClosedComment() -> Bool {
    // So that many marks of which none is closed are not each looked for through the whole text.
    var end = max(position, openCommentEnd)
    while end < bytes.count, bytes[end] != UInt8(ascii: "{"), bytes[end] != UInt8(ascii: "[") {
      if bytes[end] == UInt8(ascii: "-"), bytes[end...].starts(with: Array("-->".utf8)) {
        position = end + 3
        return true
      }
      end += 1
    }
    openCommentEnd = end
    return true
  }

  private mutating func skip(_ mark: StaticString) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard bytes.count - position >= length else { return false }
    for offset in 0..<length {
      // The literal is `length` bytes long and lives as long as the program.
      guard unsafe mark.utf8Start[offset] == bytes[position + offset] else { return false }
    }
    position += length
    return true
  }

  private mutating func skip(past mark: StaticString) -> Bool {
    while position < bytes.count {
      if skip(mark) { return true }
      position += 1
    }
    return true
  }

  // MARK: Values

  /// The value that begins here; nil for what is none, which is passed over.
  private mutating func readValue() -> JSONValue? {
    count += 1
    guard count <= Self.mostValues, depth < Self.deepestNesting, let byte = current else {
      stop()
      return nil
    }
    switch byte {
    case UInt8(ascii: "{"): return readObject()
    case UInt8(ascii: "["): return readArray()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(readString(byte))
    default: return readWord()
    }
  }

  private mutating func readArray() -> JSONValue {
    position += 1
    depth += 1
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    while true {
      skipBlanks()
      guard let byte = current else { return .array(elements) }
      switch byte {
      case UInt8(ascii: "]"):
        position += 1
        return .array(elements)
      // An object that ends here has forgotten this bracket.
      case UInt8(ascii: "}"): return .array(elements)
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"): position += 1
      default: if let element = readValue() { elements.append(element) }
      }
    }
  }

  private mutating func readObject() -> JSONValue {
    position += 1
    depth += 1
    defer { depth -= 1 }
    var members: [JSONMember] = []
    while true {
      skipBlanks()
      guard let byte = current else { return .object(members) }
      switch byte {
      case UInt8(ascii: "}"):
        position += 1
        return .object(members)
      case UInt8(ascii: "]"): return .object(members)
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"): position += 1
      default: if let member = readMember() { members.append(member) }
      }
    }
  }

  /// A name with its value; nil where the two are not there.
  private mutating func readMember() -> JSONMember? {
    guard let byte = current else { return nil }
    let name: String
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): name = readString(byte)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      // A value without a name.
      _ = readValue()
      return nil
    default: name = readBareWord()
    }
    skipBlanks()
    guard current == UInt8(ascii: ":") else { return nil }
    position += 1
    skipBlanks()
    guard let next = current, !Self.ends.contains(next) else { return nil }
    return readValue().map { JSONMember(name: name, value: $0) }
  }

  /// What may follow a value.
  private static let ends = Array(",}]".utf8)

  private mutating func readWord() -> JSONValue? {
    let start = position
    let word = readBareWord()
    if position == start { position += 1 }
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null", "undefined", "": return .null
    default:
      let first = bytes[start]
      return first == UInt8(ascii: "-") || first &- 0x30 < 10 ? .number(word) : .string(word)
    }
  }

  /// A run of bytes without white space and punctuation of JSON.
  private mutating func readBareWord() -> String {
    let start = position
    while let byte = current, byte > 0x20, !Self.marks.contains(byte) { position += 1 }
    if position == start { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static let marks = Array("{}[],:;\"'".utf8)
}

// MARK: - Strings

extension LenientJSON {
  /// The string that begins here with a quotation mark or an apostrophe (RFC 8259 §7).
  private mutating func readString(_ mark: UInt8) -> String {
    position += 1
    var text: [UInt8] = []
    var run = position
    while let byte = current {
      if byte == mark, isEnd() {
        text += bytes[run..<position]
        position += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        text += bytes[run..<position]
        position += 1
        readEscape(into: &text)
        run = position
      } else {
        position += 1
      }
    }
    text += bytes[run..<position]
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether the quotation mark here ends its string, and is none of the text: then what follows it
  /// is punctuation, the next string, or nothing.
  private func isEnd() -> Bool {
    var next = position + 1
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    guard next < bytes.count else { return true }
    switch bytes[next] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"),
      UInt8(ascii: ";"):
      return true
    case UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: "-"):
      return Self.comments.contains { bytes[next...].starts(with: $0) }
    // The next string, after a forgotten comma, begins on a line of its own.
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return next > position + 1
    default: return false
    }
  }

  /// What a comment begins or ends with.
  private static let comments = ["//", "/*", "<!--", "-->"].map { Array($0.utf8) }

  private mutating func readEscape(into text: inout [UInt8]) {
    guard let byte = current else { return }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): text.append(contentsOf: String(readScalar()).utf8)
    default: text.append(byte)
    }
  }

  /// The character of `\u` and four digits, or of two such that are surrogates; U+FFFD for others.
  private mutating func readScalar() -> Unicode.Scalar {
    guard let unit = readUnit() else { return "\u{FFFD}" }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let start = position
    if unit < 0xDC00, skip("\\u"), let low = readUnit(), (0xDC00..<0xE000).contains(low) {
      return Unicode.Scalar(0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }
    position = start
    return "\u{FFFD}"
  }

  private mutating func readUnit() -> UInt32? {
    guard bytes.count - position >= 4 else { return nil }
    var unit: UInt32 = 0
    for offset in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[position + offset])).hexDigitValue else {
        return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    position += 4
    return unit
  }
}
