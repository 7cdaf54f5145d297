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

  /// The longest title and name that are compared, in bytes: no real one comes near, and to look for
  /// every word of one in the other takes quadratic time.
  private static let lengthLimit = 1_024

  private static func names(
    _ group: Organizer, in title: FoldedText, places: [Place]
  ) -> Bool {
    guard group.name.count <= lengthLimit, title.bytes.count <= lengthLimit else { return false }
    let name = FoldedText(group.name)
    if title.contains(name) { return true }
    var isNamed = false
    var offset = 0
    while let word = name.word(after: offset) {
      offset = word.upperBound - 1
      let isInTitle = title.contains(name, word)
      // What the title has and what is known already need no look at the tables.
      if isInTitle && isNamed { continue }
      if isGeneral(word, of: name, places: places) { continue }
      guard isInTitle else { return false }
      isNamed = true
    }
    return isNamed
  }

  /// Whether a word of a name says nothing of the group: many have it, or it is the place.
  private static func isGeneral(
    _ word: Range<Int>, of name: FoldedText, places: [Place]
  ) -> Bool {
    if generalWords.contains(name, word) { return true }
    return places.contains { place in
      if let city = place.city, FoldedText(city).contains(name, word) { return true }
      return place.otherNames.contains { FoldedText($0).contains(name, word) }
    }
  }

  /// Words that many groups have in their names.
  private static let generalWords = FoldedText(
    """
    rust rustaceans rusters rustlang meetup meetups group groupe user users usergroup community
    communities meeting monthly language lang developers developer dev devs coding code coders
    programming programmers software engineers hackers
    the of in and at by for from on to a de del der die du en la le los und
    """)
}
