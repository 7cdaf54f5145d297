import EventModel

/// What a page or a feed's entry says of its issue: the day and the number.
struct IssueStamp {
  /// The day of the issue.
  var date: CivilDate?
  /// Its number.
  var number: UInt32?

  /// The number in a title: `This Week in Rust 638 · This Week in Rust`.
  static func number(inTitle title: String) -> UInt32? {
    number(Array(title.utf8), after: word("this week in rust"))
  }

  /// The number in an address: `…/this-week-in-rust-638/`.
  static func number(inAddress address: String) -> UInt32? {
    number(Array(address.utf8), after: word("this-week-in-rust"))
  }

  private static func number(_ bytes: [UInt8], after name: [UInt8]) -> UInt32? {
    var offset = 0
    while offset + name.count <= bytes.count {
      defer { offset += 1 }
      guard bytes.hasWord(name, at: offset, to: bytes.count) else { continue }
      let rest = bytes[(offset + name.count)...].drop {
        $0.isSpace || $0 == ASCII.hyphen || $0 == ASCII.numberSign
      }
      let digits = rest.prefix(while: \.isDigit)
      if let number = UInt32(String(decoding: digits, as: UTF8.self)) { return number }
    }
    return nil
  }

  /// The day that a time stamp begins with: `2026-02-11T00:00:00-05:00` (RFC 3339 §5.6).
  static func date(inTimestamp stamp: String) -> CivilDate? {
    let bytes = Array(stamp.utf8)
    return FrontMatter.date(inFileName: Text(slicing: bytes, bytes.trimmed(0..<bytes.count)))
  }

  /// The day in an address: `…/blog/2026/02/11/…`.
  static func date(inAddress address: String) -> CivilDate? {
    let parts = address.utf8.split(separator: ASCII.solidus).map(Array.init)
    guard parts.count >= 3 else { return nil }
    for index in 0...(parts.count - 3) {
      let fields = parts[index..<index + 3]
      guard fields.map(\.count) == [4, 2, 2], fields.allSatisfy({ $0.allSatisfy(\.isDigit) })
      else { continue }
      let text = Array(fields.joined(separator: [ASCII.hyphen]))
      if let date = CivilDate(String(decoding: text, as: UTF8.self)) { return date }
    }
    return nil
  }

  /// The day of an RFC 822 date: `Wed, 11 Feb 2026 00:00:00 -0500`, as RSS writes it.
  static func date(inMailDate text: String) -> CivilDate? {
    let words = text.utf8.split { $0 == ASCII.space || $0 == ASCII.comma }.map(Array.init)
    for index in words.indices.dropLast(2) {
      guard let day = Int(String(decoding: words[index], as: UTF8.self)),
        let month = months.firstIndex(where: {
          words[index + 1].count >= 3 && words[index + 1].hasWord($0, at: 0, to: 3)
        }),
        let year = Int(String(decoding: words[index + 2], as: UTF8.self))
      else { continue }
      return CivilDate(year: year < 100 ? year + 2000 : year, month: month + 1, day: day)
    }
    return nil
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map(word)

  /// The lines that say it at the head of an issue, and the empty one behind them.
  var frontMatter: [UInt8] {
    var text = ""
    if let number { text += "Number: \(number)\n" }
    if let date { text += "Date: \(date)\n" }
    return Array((text + "\n").utf8)
  }
}
