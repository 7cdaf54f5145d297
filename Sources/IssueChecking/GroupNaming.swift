import EventCatalog
import EventModel
import IssueReading

/// Whether two addresses of groups are an old and a new one of the same group.
///
/// Meetup leads the old address of a renamed group to the new one, so that both are right. Most
/// addresses are made of the group's name or its initials.
enum GroupNaming {
  /// Fewer letters are in names of many groups: `rust`.
  private static let fewestLetters = 8
  private static let fewestInitials = 3

  /// Whether one address holds the other, or both sound like a name of the group.
  static func isRenamed(_ page: Text, _ event: Text, names: [Text]) -> Bool {
    guard let old = groupWords(of: page), let new = groupWords(of: event) else { return false }
    if isHeld(old, new) { return true }
    return names.contains { name in
      let words = words(Array(name.string.utf8))
      return sounds(old, like: words) && sounds(new, like: words)
    }
  }

  private static func sounds(_ address: [[UInt8]], like name: [[UInt8]]) -> Bool {
    let initials = name.compactMap(\.first)
    return isHeld(address, name)
      || (initials.count >= fewestInitials && address.contains(initials))
  }

  /// Whether the letters of one are in the other, without the marks between them.
  private static func isHeld(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
    let (left, right) = (Array(left.joined()), Array(right.joined()))
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard short.count >= fewestLetters else { return false }
    return (0...long.count - short.count).contains { long[$0...].starts(with: short) }
  }

  /// The words of the segment that names the group; nil where there is none.
  private static func groupWords(of address: Text) -> [[UInt8]]? {
    let bytes = Array(address.string.utf8)
    let locale = AddressKey.locale(of: address)
    let path = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
    // The scheme and the host stand before it.
    let segment = path.dropFirst(2).first { locale?.contains($0.startIndex) != true }
    return segment.map { words(Array($0.prefix { $0 != UInt8(ascii: "?") })) }
  }

  private static func words(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split { !$0.isAlphanumeric && $0 < 0x80 }
      .map { foldedWord(Array($0), 0..<$0.count) }
  }
}
