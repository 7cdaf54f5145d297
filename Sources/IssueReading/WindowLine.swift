import EventModel

/// The line of an events section that says which days it covers:
/// `Rusty Events between 2026-02-11 - 2026-03-11 🦀`.
enum WindowLine {
  /// The words that it begins with.
  private static let beginning = word("rusty events between")

  /// Whether a line's text is one, whatever its dates.
  static func isOne(_ buffer: [UInt8], _ content: Range<Int>) -> Bool {
    buffer.hasWord(beginning, at: content.lowerBound, to: content.upperBound)
  }

  /// The days from the first to the last of such a line; nil where it does not say them.
  ///
  /// The dates may have any form that a listing's date has (`11/10-11/24`).
  static func dates(
    _ buffer: [UInt8], _ content: Range<Int>, issueDate: CivilDate
  ) -> EventDates? {
    let start = buffer.skippingSpaces(
      from: content.lowerBound + beginning.count, to: content.upperBound)
    let reading = SpelledDateGrammar(issueDate: issueDate)
      .read(buffer, from: start, to: content.upperBound)
    guard case .field(let field) = reading, field.dates.isRange else { return nil }
    return field.dates
  }
}
