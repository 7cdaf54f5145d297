/// Words by which a text says that an event is a chat or a call, in the forms that have no place
/// field: `Team Meeting at #rust-community on irc.mozilla.org`.
enum ChatWords {
  /// Whether one of them stands in a text as a word of its own.
  static func occur(in buffer: [UInt8], _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let isStart = offset == range.lowerBound || !buffer[offset - 1].isAlphanumeric
      if isStart, words.contains(where: { isWord($0, buffer, at: offset, to: range.upperBound) }) {
        return true
      }
      offset += 1
    }
    return false
  }

  private static func isWord(_ word: [UInt8], _ buffer: [UInt8], at offset: Int, to end: Int)
    -> Bool
  {
    guard buffer.hasWord(word, at: offset, to: end) else { return false }
    let next = offset + word.count
    return next >= end || !buffer[next].isAlphanumeric
  }

  private static let words = [
    "irc", "discord", "telegram", "zoom", "online", "on-line", "remote", "webcast", "webinar",
    "livestream", "live stream", "gitter", "jitsi", "skype", "google hangout", "google hangouts",
    "google meet", "monthly call", "weekly call", "community call", "conference call",
    "video call", "tele-meetup", "virtual meetup", "virtual event", "virtual conference",
    "virtual rust conference",
  ].map(word)
}
