import EventModel

/// The mode words of a place field, and what is left of the field without them.
///
/// They stand before the place (`Virtual (Linz, AT)`, `Hybrid: Virtual and In-Person (X)`) or behind
/// it (`Berlin, DE + Virtual`, `Praha, CZ - Virtual + In-person`).
struct ModePhrase {
  /// What the words say; nil where there is none.
  private(set) var mode: AttendanceMode?
  /// The place's text: mode words and their brackets are off.
  private(set) var place: Range<Int>

  private var words: Set<AttendanceMode> = []
  /// Whether `+`, `&`, `and` or `/` joins the words to the place: there *and* there.
  private var isJoined = false

  /// Reads a place field.
  init(_ buffer: [UInt8], _ range: Range<Int>) {
    place = buffer.trimmed(range)
    var openParentheses = readLeadingWords(buffer)
    readTrailingWords(buffer, openParentheses: &openParentheses)
    mode = resolved()
  }

  private func resolved() -> AttendanceMode? {
    if words.contains(.hybrid) { return .hybrid }
    if words.contains(.virtual) {
      return words.contains(.inPerson) || (isJoined && !place.isEmpty) ? .hybrid : .virtual
    }
    return words.contains(.inPerson) ? .inPerson : nil
  }

  /// Takes mode words and what joins them off the front; returns how many brackets stay open.
  private mutating func readLeadingWords(_ buffer: [UInt8]) -> Int {
    var offset = place.lowerBound
    var openParentheses = 0
    while offset < place.upperBound {
      if let (mode, end) = Self.word(buffer, at: offset, to: place.upperBound) {
        words.insert(mode)
        isJoined = false
        offset = end
      } else if !words.isEmpty,
        let (connector, end) = Self.connector(buffer, at: offset, to: place.upperBound)
      {
        switch connector {
        case .opening: openParentheses += 1
        case .closing: openParentheses = max(0, openParentheses - 1)
        case .joining: isJoined = true
        case .other: break
        }
        // `Virtual + In-person (X)`: what joins the words does not join the place.
        if connector == .opening { isJoined = false }
        offset = end
      } else {
        break
      }
      offset = buffer.skippingSpaces(from: offset, to: place.upperBound)
    }
    if !words.isEmpty { place = buffer.trimmed(offset..<place.upperBound) }
    return openParentheses
  }

  /// Takes them off the end, and the brackets that the front left open.
  private mutating func readTrailingWords(_ buffer: [UInt8], openParentheses: inout Int) {
    while openParentheses > 0, let last = place.last, buffer[last] == ASCII.rightParenthesis {
      place = buffer.trimmed(place.lowerBound..<last)
      openParentheses -= 1
    }
    if buffer.firstOffset(of: ASCII.leftParenthesis, in: place) == nil {
      // One bracket too many.
      while !words.isEmpty, let last = place.last, buffer[last] == ASCII.rightParenthesis {
        place = buffer.trimmed(place.lowerBound..<last)
      }
    }
    while let (mode, start) = trailingWord(buffer) {
      words.insert(mode)
      place = buffer.trimmed(place.lowerBound..<start)
      isJoined = false
      while let (connector, start) = trailingConnector(buffer) {
        if connector == .joining { isJoined = true }
        place = buffer.trimmed(place.lowerBound..<start)
      }
    }
  }

  /// A mode word at the end that something joins to the place, in brackets or not.
  private func trailingWord(_ buffer: [UInt8]) -> (AttendanceMode, Int)? {
    var end = place.upperBound
    while end > place.lowerBound, buffer[end - 1] == ASCII.rightParenthesis { end -= 1 }
    for (spelling, mode) in Self.table {
      let start = end - spelling.count
      guard start > place.lowerBound, buffer.hasWord(spelling, at: start, to: end) else { continue }
      let before = buffer.trimmed(place.lowerBound..<start)
      guard before.upperBound < start || !buffer[start - 1].isAlphanumeric,
        endsWithConnector(buffer, before)
      else { continue }
      return (mode, start)
    }
    return nil
  }

  private func endsWithConnector(_ buffer: [UInt8], _ range: Range<Int>) -> Bool {
    var copy = self
    copy.place = range
    return copy.trailingConnector(buffer) != nil
  }

  private func trailingConnector(_ buffer: [UInt8]) -> (Connector, Int)? {
    for (spelling, connector) in Self.connectors where connector != .closing {
      let start = place.upperBound - spelling.count
      guard start >= place.lowerBound,
        buffer.hasWord(spelling, at: start, to: place.upperBound)
      else { continue }
      if spelling.count > 1, start > place.lowerBound, buffer[start - 1].isAlphanumeric { continue }
      return (connector, start)
    }
    return nil
  }

  private enum Connector { case opening, closing, joining, other }

  private static func word(
    _ buffer: [UInt8], at offset: Int, to end: Int
  ) -> (AttendanceMode, Int)? {
    for (spelling, mode) in table where buffer.hasWord(spelling, at: offset, to: end) {
      let next = offset + spelling.count
      if next >= end || !buffer[next].isAlphanumeric { return (mode, next) }
    }
    return nil
  }

  private static func connector(
    _ buffer: [UInt8], at offset: Int, to end: Int
  ) -> (Connector, Int)? {
    for (spelling, connector) in connectors where buffer.hasWord(spelling, at: offset, to: end) {
      let next = offset + spelling.count
      if spelling.count > 1, next < end, buffer[next].isAlphanumeric { continue }
      return (connector, next)
    }
    return nil
  }

  private static let table: [(spelling: [UInt8], mode: AttendanceMode)] = [
    ("virtual", .virtual), ("online", .virtual), ("remote", .virtual), ("hybrid", .hybrid),
    ("in-person", .inPerson), ("in person", .inPerson), ("inperson", .inPerson),
    ("on-site", .inPerson), ("onsite", .inPerson), ("on site", .inPerson),
  ].map { (IssueReading.word($0), $1) }

  private static let connectors: [(spelling: [UInt8], connector: Connector)] = [
    ("(", .opening), (")", .closing), ("+", .joining), ("&", .joining), ("/", .joining),
    ("and", .joining), ("-", .other), ("–", .other), (":", .other), (",", .other),
  ].map { (IssueReading.word($0), $1) }
}
