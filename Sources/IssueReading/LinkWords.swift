package import EventModel

/// Words by which a link says that it is another link of the same event, and no event or group.
package enum LinkWords {
  /// Whether an indented item is another link of the event above it (`New York Mirror`, `Stream`).
  package static func isFurtherLink(_ text: Text) -> Bool {
    contains(text, oneOf: furtherLinks)
  }

  /// Whether a link in the group's field is no group (`Alt link`, `Website`, `Telegram`).
  static func isNoGroup(_ text: Text) -> Bool {
    contains(text, oneOf: noGroups) || contains(text, oneOf: furtherLinks)
  }

  /// Only as the whole text or behind a name: `Rust Discord Reading Club` is a group.
  private static func contains(_ text: Text, oneOf words: [[UInt8]]) -> Bool {
    let range = text.range
    return words.contains { word in
      guard range.count >= word.count else { return false }
      let last = range.upperBound - word.count
      let isSuffix =
        text.buffer.hasWord(word, at: last, to: range.upperBound)
        && (last == range.lowerBound || !text.buffer[last - 1].isAlphanumeric)
      let next = range.lowerBound + word.count
      let isLabel =
        text.buffer.hasWord(word, at: range.lowerBound, to: range.upperBound)
        && next < range.upperBound && text.buffer[next] == ASCII.colon
      return isSuffix || isLabel
    }
  }

  private static let furtherLinks = [
    "mirror", "alt link", "alternative link", "alternate link", "alternative meetup link",
    "livestream", "live stream", "stream", "recording", "recordings", "tickets", "ticket link",
    "rsvp", "slides", "blog post", "event page", "event link", "map",
  ].map(word)

  private static let noGroups = [
    "website", "telegram", "discord", "group detail page", "conference page", "home page",
    "homepage", "group chat", "matrix", "slack", "twitter", "mastodon", "youtube",
  ].map(word)
}
