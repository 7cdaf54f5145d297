import EventModel

/// Joins the pieces of a date and time that a microformat has in several elements: the value class
/// pattern.
enum DateParts {
  /// Date, time and offset as one text, from the first piece of each.
  static func joined(_ parts: [String]) -> String {
    var date: String?
    var time: String?
    var offset: String?
    for part in parts {
      let part = trimmed(part)
      if let whole = TimeText.time(part), whole.secondOfDay != nil {
        // The first piece that has both says all.
        if date == nil, time == nil { return part }
      } else if TimeText.date(part) != nil {
        date = date ?? part
      } else if isOffset(part) {
        offset = offset ?? part
      } else if TimeText.clock(part) != nil {
        time = time ?? part
      }
    }
    let clock = time.map { $0 + (offset ?? "") }
    let joined = [date, clock].compactMap(\.self).joined(separator: " ")
    return joined.isEmpty ? parts.joined(separator: " ") : joined
  }

  private static func isOffset(_ part: String) -> Bool {
    part == "Z" || part.hasPrefix("+") || part.hasPrefix("-")
  }

  private static func trimmed(_ part: String) -> String {
    part.asciiWords.joined(separator: " ")
  }
}
