import EventModel
import IssueReading

/// An issue of the years before 2022-03, made of the lines of its events section.
struct OlderIssue {
  /// The day of the issue.
  var date = "2017-06-06"
  /// The lines of the section.
  var lines: [String]

  init(_ lines: String..., date: String = "2017-06-06") {
    self.lines = lines
    self.date = date
  }

  /// The file.
  var text: String {
    (["Title: This Week in Rust 100", "Date: \(date)", "", "# Upcoming Events", ""] + lines)
      .joined(separator: "\n") + "\n"
  }

  /// What is read of it.
  func read() throws -> Issue { try Self.read(Array(text.utf8)) }

  /// What is read of a file's bytes.
  static func read(_ bytes: [UInt8]) throws -> Issue {
    var reader = IssueReader()
    return try reader.read(bytes, file: "2017-06-06-this-week-in-rust.md")
  }
}

extension Listing {
  /// The fields that old listings have, in one line: what a failed test prints.
  var summary: String {
    let days =
      details.dates.isRange
      ? "\(details.dates.first)/\(details.dates.last)" : "\(details.dates.first)"
    return [
      details.title.string, days, details.mode.map { "\($0)" } ?? "-", placeSummary,
    ].joined(separator: " | ")
  }

  /// The places in one text: `Durham, NC, US; Berlin, DE`.
  var placeSummary: String {
    details.places.map { place in
      [place.city?.string, place.subdivision?.string, place.country?.description]
        .compactMap { $0 }.joined(separator: ", ")
    }.joined(separator: "; ")
  }
}
