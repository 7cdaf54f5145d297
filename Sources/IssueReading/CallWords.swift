import EventModel

/// The words of calls for papers.
enum CallWords {
  /// What a date is that such words stand before.
  enum Meaning {
    /// The last day of the call.
    case closing
    /// The event's own days.
    case event
  }

  /// What the text before a date says of it; nil where it says nothing.
  static func meaning(_ buffer: [UInt8], _ range: Range<Int>) -> Meaning? {
    if closing.contains(where: { hasWord($0, buffer, range) }) { return .closing }
    return event.contains(where: { hasWord($0, buffer, range) }) ? .event : nil
  }

  /// Whether a link leads to the call itself, beside one that leads to the event (`CFP`).
  static func isCall(_ title: Text) -> Bool {
    call.contains { hasWord($0, title.buffer, title.range) }
  }

  /// Whether a text says that there is no call this week.
  static func isNotice(_ buffer: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = range.first(where: { buffer[$0].isAlphanumeric }) else { return true }
    return buffer.hasWord(no, at: first, to: range.upperBound)
      && notices.contains { buffer.containsWord($0, in: first..<range.upperBound) }
  }

  /// Whether a word stands in a range, from its first letter on: `clos` finds `Closing`.
  private static func hasWord(_ word: [UInt8], _ buffer: [UInt8], _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset + word.count <= range.upperBound {
      let isStart = offset == range.lowerBound || !buffer[offset - 1].isAlphanumeric
      if isStart, buffer.hasWord(word, at: offset, to: range.upperBound) { return true }
      offset += 1
    }
    return false
  }

  private static let closing = [
    "clos", "deadline", "until", "till", "due", "by", "cfp", "cfps", "call", "submi", "ends",
    "open", "extended", "before", "apply", "last chance",
  ].map(word)

  private static let event = [
    "event", "conference", "conf", "date", "on", "when", "held", "takes place",
  ].map(word)

  private static let call = ["cfp", "call for", "submi", "apply", "propos"].map(word)

  private static let no = word("no ")
  private static let notices = ["call", "cfp", "this week"].map(word)
}
