import EventModel

/// Whether a title or the text beside it says that the event does not take place.
enum PlainStatus {
  static func status(of text: String) -> EventStatus? {
    guard let match = emphatic.first(in: text) ?? alone.first(in: text) else { return nil }
    return match.text(0).lowercased().contains("post") ? .postponed : .cancelled
  }

  static func isWholeTitle(_ text: String) -> Bool { alone.matches(text) }

  private static let emphatic = Pattern(
    "(?<![A-Za-z0-9])(?:CANCELL?ED|POSTPONED|[\\[(](?i:cancell?ed|postponed)[\\])])(?![A-Za-z0-9])")
  private static let alone = Pattern(
    "^[^\\p{L}\\p{N}]*(?:cancell?ed|postponed)[^\\p{L}\\p{N}]*$", ignoringCase: true)
}
