/// What one issue says of an event.
package struct Listing: Hashable, Sendable {
  /// What it says.
  package var details: EventDetails
  /// Where in the issue's file it begins.
  package var location: SourceLocation

  package init(details: EventDetails, location: SourceLocation) {
    self.details = details
    self.location = location
  }
}

/// A place in a file: what editors and compilers show as `LINE:COLUMN`.
package struct SourceLocation: Hashable, Sendable {
  /// The line; 0 where there is none.
  private var lineOrZero: UInt32
  /// The column in bytes, from 1 on.
  package var column: UInt32

  package init(line: Int, column: Int = 1) {
    lineOrZero = UInt32(clamping: line)
    self.column = UInt32(clamping: column)
  }

  /// No place: that of what a page or a feed says.
  package static let none = SourceLocation(line: 0)

  /// The line, from 1 on; nil for pages and feeds.
  package var line: UInt32? { lineOrZero == 0 ? nil : lineOrZero }
}

extension SourceLocation: Comparable {
  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.lineOrZero, left.column) < (right.lineOrZero, right.column)
  }
}

/// Which number of the newsletter, and the file that it was read from.
package struct IssueReference: Hashable, Sendable {
  /// The day of the issue.
  package var date: CivilDate
  /// Its number; nil where it has none.
  package var number: UInt32?
  /// The name of the file, without folders.
  package var file: Text

  package init(date: CivilDate, number: UInt32?, file: Text) {
    self.date = date
    self.number = number
    self.file = file
  }
}

extension IssueReference: Comparable {
  /// The order in which issues are read: by date, then number, then file.
  package static func < (left: IssueReference, right: IssueReference) -> Bool {
    if left.date != right.date { return left.date < right.date }
    if left.number != right.number { return left.number ?? 0 < right.number ?? 0 }
    return left.file < right.file
  }
}

/// Where an event is listed.
package struct SourceReference: Hashable, Sendable {
  /// The issue.
  package var issue: IssueReference
  /// The line on which the listing begins; nil for pages and feeds.
  package var line: UInt32?

  package init(issue: IssueReference, line: UInt32?) {
    self.issue = issue
    self.line = line
  }
}
