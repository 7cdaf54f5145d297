package import EventModel

/// The name of an issue's file: `2026-02-11-this-week-in-rust.md`.
package struct IssueName: Hashable, Sendable {
  /// The name.
  package let name: String
  /// The day that it begins with.
  package let date: CivilDate

  /// The name if it is an issue's, and can be that of a file anywhere.
  ///
  /// A few have irregular days or words (`2020-12-9-…`, `2016-02-01-this-week-this-rust.md`).
  package init?(_ name: String) {
    let parts = name.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, name.utf8.count <= Self.greatestLength,
      let date = CivilDate(parts[..<3].joined(separator: "-")),
      parts[3].hasPrefix("this-week-"), parts[3].hasSuffix(".md"),
      name.utf8.allSatisfy(Self.isPlain)
    else { return nil }
    self.name = name
    self.date = date
  }

  /// The usual name of the issue of a day.
  package init(of date: CivilDate) {
    name = "\(date)-this-week-in-rust.md"
    self.date = date
  }

  private static let greatestLength = 100

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  /// The first issue that lists events: those before it need no events section.
  package static let firstWithEvents = CivilDate(year: 2014, month: 11, day: 17) ?? .distantPast
}

extension IssueName: Comparable {
  package static func < (left: IssueName, right: IssueName) -> Bool {
    (left.date, left.name) < (right.date, right.name)
  }
}
