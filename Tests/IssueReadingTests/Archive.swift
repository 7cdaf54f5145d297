import EventModel
import IssueReading
import TestSupport

/// The newsletter's issues beside the checkout, read.
enum Archive {
  /// The first issue of the form with bars.
  static let barsBegin = "2022-03-02"

  /// The issues of the form with bars.
  static func issues() throws -> [(name: String, issue: EventModel.Issue)] {
    var reader = IssueReader()
    return try SharedFolder.archive.issues(from: barsBegin).map { name in
      (name, try reader.read(SharedFolder.archive.bytes(name), file: Text(name)))
    }
  }
}
