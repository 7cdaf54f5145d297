import EventModel
import IssueReading
import Testing

/// What the tests of this target make their input of.
enum Samples {
  /// The day of an issue or event.
  static func day(_ text: String) throws -> CivilDate {
    try #require(CivilDate(text), "'\(text)' is no day")
  }

  /// The file of an issue whose events section has these lines.
  static func file(_ section: String, date: String = "2026-02-11") -> [UInt8] {
    Array("Number: 638\nDate: \(date)\n\n## Upcoming Events\n\(section)\n## Jobs\n".utf8)
  }

  /// The number of the first line of such a section.
  static let firstLine = 5

  /// What is read of a file.
  static func read(_ file: [UInt8]) throws -> EventModel.Issue {
    var reader = IssueReader()
    return try reader.read(file, file: "2026-02-11-this-week-in-rust.md")
  }

  /// What is read of an issue whose events section has these lines.
  static func issue(_ section: String, date: String = "2026-02-11") throws -> EventModel.Issue {
    try read(file(section, date: date))
  }

  /// The listings of such an issue, each as one line of text.
  static func listings(_ section: String, date: String = "2026-02-11") throws -> [ReadListing] {
    try issue(section, date: date).listings.map(ReadListing.init)
  }

  /// The codes of what was reported, in the order of the file.
  static func codes(_ section: String, date: String = "2026-02-11") throws -> [String] {
    try issue(section, date: date).diagnostics.map(\.code.name)
  }
}

extension String {
  /// The bytes and their whole range, as the grammars take them.
  var field: (buffer: [UInt8], range: Range<Int>) {
    let buffer = Array(utf8)
    return (buffer, 0..<buffer.count)
  }
}

extension [UInt8] {
  /// A piece of the bytes as a string.
  func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
