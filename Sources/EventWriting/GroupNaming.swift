import EventModel

/// Whether a title tells by itself whose event it is.
///
/// `Second Tuesday` means nothing in a calendar beside others; `Rust Hack Night` does. A title names
/// Rust or the group where it has Rust as a word or the head of one (`RustConf`, `EuroRust`, but
/// not `trust`), the group's whole name, or all of its distinctive words (`Ferris Fridays` for the
/// group `Ferris Fridays Lyon`): those that are no general word of such names and no place of the event.
enum GroupNaming {
  /// The group to put before the title; nil where the title says it or there is no group.
  static func groupToName(for details: EventDetails) -> Organizer? {
    guard let group = details.organizers.first, !group.name.isEmpty,
      !namesRust(details.title.buffer.span.extracting(details.title.range))
    else { return nil }
    let title = FoldedText(details.title)
    for organizer in details.organizers where names(organizer, in: title, places: details.places) {
      return nil
    }
    return group
  }

  /// Whether a title has the word Rust.
  static func namesRust(_ title: Span<UInt8>) -> Bool {
    var offset = 0
    while offset + 4 <= title.count {
      if ASCII.lowercased(title[offset]) == UInt8(ascii: "r"),
        ASCII.lowercased(title[offset + 1]) == UInt8(ascii: "u"),
        ASCII.lowercased(title[offset + 2]) == UInt8(ascii: "s"),
        ASCII.lowercased(title[offset + 3]) == UInt8(ascii: "t"),
        isOwnWord(title, at: offset)
      {
        return true
      }
      offset += 1
    }
    return false
  }

  /// Whether `rust` at an offset is Rust, and not the end of trust, thrust, crust or frustration.
  private static func isOwnWord(_ title: Span<UInt8>, at offset: Int) -> Bool {
    if offset == 0 { return true }
    let before = title[offset - 1]
    let beginsHump = title[offset] == UInt8(ascii: "R") && before >= 0x61
    if beginsHump || !ASCII.isLetter(before) { return true }
    switch ASCII.lowercased(before) {
    case UInt8(ascii: "t"), UInt8(ascii: "h"), UInt8(ascii: "c"), UInt8(ascii: "f"): return false
    default: return true
    }
  }

  private static func names(
    _ group: Organizer, in title: FoldedText, places: [Place]
  ) -> Bool {
    let name = FoldedText(group.name)
    if title.contains(name) { return true }
    let placeNames = places.flatMap { [$0.city].compactMap(\.self) + $0.otherNames }
      .map(FoldedText.init)
    let distinctive = name.words.filter { word in
      !generalWords.contains(Array(word)) && !placeNames.contains { $0.contains(word: word) }
    }
    return !distinctive.isEmpty && distinctive.allSatisfy { title.contains(word: $0) }
  }

  /// Words that many groups have in their names.
  private static let generalWords: Set<[UInt8]> = Set(
    """
    a and at by de del der die du en for from group groupe in la le lang language los meetup meetups
    meeting monthly of on programmers programming rust rustaceans rusters rustlang the user users usergroup
    community communities coders code coding dev devs developer developers engineers hackers software
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
}
