import EventModel
import IssueReading

/// The items under one heading, for rules about their order.
struct HeadingGroup {
  /// An item that has a date.
  struct Member {
    /// Its place in the layout.
    var item: Int
    /// Its first day; nil where it has no date that can be read.
    var day: CivilDate?
    /// Where its place stands without the mode word; empty for plain `Virtual`.
    var place: Range<Int>
  }

  /// The items in the order of the file.
  private(set) var members: [Member] = []

  /// Most items of which one fix moves any: a heading has some sixty.
  private static let moveLimit = 500

  /// The groups of an issue.
  static func all(of issue: borrowing CheckedIssue) -> [HeadingGroup] {
    var groups: [HeadingGroup] = []
    var current: Int?
    for (index, item) in issue.layout.items.enumerated() {
      if groups.isEmpty || item.heading != current { groups.append(HeadingGroup()) }
      current = item.heading
      let line = issue.fields[index]
      let day =
        line?.dates?.first
        ?? item.listings.first.map {
          issue.issue.listings[$0].details.dates.first
        }
      groups[groups.count - 1].members.append(
        Member(item: index, day: day, place: line?.barePlace ?? 0..<0))
    }
    return groups
  }

  /// The edits that put the items into the order of their days, and where `byPlace` of their places.
  ///
  /// Equal ones stay as they are. Nil where one has no date.
  func sorting(_ issue: borrowing CheckedIssue, byPlace: Bool) -> Fix? {
    guard members.count <= Self.moveLimit, members.allSatisfy({ $0.day != nil }) else { return nil }
    let places = byPlace ? members.map { PlaceKey(issue.text, $0.place) } : []
    let order = members.indices.sorted { left, right in
      let (first, second) = (members[left], members[right])
      if first.day != second.day {
        return first.day ?? .distantPast < second.day ?? .distantPast
      }
      if byPlace, places[left] != places[right] { return places[left] < places[right] }
      return left < right
    }
    var edits: [Fix.Edit] = []
    for (position, source) in order.enumerated() where position != source {
      edits.append(
        Fix.Edit(
          issue.lines(ofItem: members[position].item),
          Text(slicing: issue.text, issue.lines(ofItem: members[source].item))))
    }
    return Fix(edits)
  }
}

/// A place as it sorts: primary weights after the root collation, made simple.
///
/// Letter case and the diacritics of Latin letters do not count (the gazetteer's folding); white
/// space comes before punctuation, that before digits, those before letters, and letters of other
/// scripts follow in the order of their code points. What stands in brackets is left out. No language's own order is known.
struct PlaceKey: Comparable {
  private var weights: [UInt16] = []

  /// The key of a piece of valid UTF-8.
  init(_ text: [UInt8], _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if text[offset] == ASCII.leftParenthesis {
        // `Los Angeles (Chino Hills), CA`: another name does not count.
        let closing = text.firstOffset(of: ASCII.rightParenthesis, in: offset..<range.upperBound)
        offset = closing.map { $0 + 1 } ?? range.upperBound
        while weights.last == 1 { weights.removeLast() }
      } else if text[offset].isAlphanumeric || text[offset] >= 0x80 {
        var end = offset
        while end < range.upperBound, text[end].isAlphanumeric || text[end] >= 0x80 { end += 1 }
        weights += foldedWord(text, offset..<end).map { 0x200 + UInt16($0) }
        offset = end
      } else {
        weights.append(text[offset].isSpace ? 1 : 0x100 + UInt16(text[offset]))
        offset += 1
      }
    }
  }

  static func < (left: PlaceKey, right: PlaceKey) -> Bool {
    left.weights.lexicographicallyPrecedes(right.weights)
  }
}
