import EventModel
import Foundation

/// The forms of 2014: prose or a link, and a date in its text or behind it.
///
///     * [Rust Paris, Nov 17](url)
///     * [Title][ref]: December 9th
enum PlainLooseForm {
  /// Reads an item; nil where no date stands in it.
  static func read(_ item: PlainReader.Item) -> [ReadListing]? {
    let text = PlainOlderText(item.text, item.definitions)
    let dates = PlainSpelledDates(issueDate: item.issueDate)
    // A link with a date in or behind it ends an event's text.
    var ends: [Int] = []
    for index in text.links.indices {
      let before = index == 0 ? [text.texts[0]] : []
      if (before + [text.links[index].text, text.texts[index + 1]])
        .contains(where: { dates.first(in: $0) != nil })
      {
        ends.append(index + 1)
      }
    }
    if text.links.isEmpty, dates.first(in: item.text) == nil { return nil }
    if !text.links.isEmpty, ends.isEmpty { return nil }
    return text.pieces(at: Array(ends.dropLast())).flatMap { read($0, item, dates) }
  }

  private static func read(
    _ text: PlainOlderText, _ item: PlainReader.Item, _ dates: PlainSpelledDates
  ) -> [ReadListing] {
    let own = text.links.firstIndex { dates.first(in: $0.text) != nil }
    var piece = PlainOlderForms.Piece(text: text)
    let dateText = text.texts.firstIndex { dates.first(in: $0) != nil }
    if let own, (dateText ?? .max) > own {
      guard case .days(let days, let before, let rest) = dates.first(in: text.links[own].text)
      else { return [] }
      piece.own = own
      piece.besides = PlainOlderForms.besides(text, own: own)
      let title = joined(before, rest)
      return PlainOlderForms.listings(
        piece, PlainTitle(title, heading: item.heading), [], nil, days, item)
    }
    guard let dateText,
      case .days(let days, let before, let rest) = dates.first(in: text.texts[dateText])
    else { return [] }
    if let own = text.links.firstIndex(where: \.isLink) {
      piece.own = own
      piece.besides = PlainOlderForms.besides(text, own: own)
      piece.besides.replaceSubrange(dateText...dateText, with: [before, rest])
      let heading = PlainTitle(text.links[own].text, heading: item.heading)
      return PlainOlderForms.listings(piece, heading, [], nil, days, item)
    }
    piece.isAll = true
    var (head, tail) = (text.before(dateText), text)
    head.texts[dateText] = before
    tail.texts = [rest] + text.texts[(dateText + 1)...]
    tail.links = Array(text.links[dateText...])
    let title = joined(head.whole, PlainOlderText.withoutStop(tail.whole))
    return PlainOlderForms.listings(
      piece, PlainTitle(title, heading: item.heading), [], nil, days, item)
  }

  private static let preposition = Pattern("\\s+(?:on|from)$", ignoringCase: true)

  /// The text around a date, without it and what belongs to it.
  private static func joined(_ before: String, _ behind: String) -> String {
    var before = PlainOlderText.withoutMarks(before)
    var behind = PlainOlderText.withoutMarks(behind)
    if before.hasSuffix("("), behind.hasPrefix(")") {
      before = PlainOlderText.withoutMarks(String(before.dropLast()))
      behind = PlainOlderText.withoutMarks(String(behind.dropFirst()))
    }
    before = PlainOlderText.withoutMarks(preposition.replacing(in: before, with: ""))
    if !behind.contains(where: { $0.isLetter || $0.isNumber || !$0.isASCII }) { return before }
    return before.isEmpty ? behind.trimmed(of: " .,:-*_;|") : before + " " + behind
  }
}
