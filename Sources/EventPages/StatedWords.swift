import EventModel

/// The values of schema.org's enumerations, by the words that pages use for them.
enum StatedWords {
  /// How an event is attended; nil where no word says it.
  static func mode(_ words: [String]) -> AttendanceMode? {
    let found = Set(words.compactMap { modes[key($0)] })
    // Some sites list both ways instead of naming the mixed one.
    return found.count > 1 ? .hybrid : found.first
  }

  /// Whether an event takes place; nil where no word says it.
  static func status(_ words: [String]) -> EventStatus? {
    let found = words.compactMap { statuses[key($0)] }
    return found.first { $0 != .scheduled } ?? found.first
  }

  /// The flag that a word is.
  static func flag(_ word: String) -> Bool? {
    switch key(word) {
    case "true", "yes", "1": true
    case "false", "no", "0": false
    default: nil
    }
  }

  /// Whether a price is nothing; nil for what is no price.
  static func amountIsZero(_ price: String) -> Bool? {
    if key(price) == "free" { return true }
    let digits = price.utf8.filter { $0 &- 0x30 < 10 }
    return digits.isEmpty ? nil : digits.allSatisfy { $0 == 0x30 }
  }

  /// The last part of an address, in lower case.
  private static func key(_ word: String) -> String {
    let trimmed = word.asciiWords.joined()
    let start = trimmed.utf8.lastIndex { "/#:".utf8.contains($0) }
    return (start.map { String(trimmed[trimmed.utf8.index(after: $0)...]) } ?? trimmed).lowercased()
  }

  private static let modes: [String: AttendanceMode] = [
    "onlineeventattendancemode": .virtual, "offlineeventattendancemode": .inPerson,
    "mixedeventattendancemode": .hybrid, "online": .virtual, "virtual": .virtual,
    "offline": .inPerson, "mixed": .hybrid, "hybrid": .hybrid,
  ]

  private static let statuses: [String: EventStatus] = [
    "eventscheduled": .scheduled, "scheduled": .scheduled, "confirmed": .scheduled,
    "eventrescheduled": .scheduled, "rescheduled": .scheduled, "eventmovedonline": .scheduled,
    "eventcancelled": .cancelled, "eventcanceled": .cancelled, "cancelled": .cancelled,
    "canceled": .cancelled, "eventpostponed": .postponed, "postponed": .postponed,
  ]
}
