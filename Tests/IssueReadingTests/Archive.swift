import EventModel
import Foundation
import IssueReading
import Testing

/// The newsletter's issues beside the checkout, which are no part of it.
enum Archive {
  /// The folder `shared` beside the package.
  private static let shared = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")

  /// Whether it is there; the tests that need it say so where they are skipped.
  static let isThere = FileManager.default.fileExists(
    atPath: shared.appending(path: "archive").path)

  /// What a skipped test says.
  static let absence: Comment = "SKIPPED: there is no folder ../shared/archive beside the checkout"

  /// The first issue of the form with bars.
  static let barsBegin = "2022-03-02"

  /// The names of the issues from a date on, in their order.
  static func names(from first: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: shared.appending(path: "archive").path
    ).filter { $0.hasSuffix(".md") && $0 >= first }.sorted()
  }

  /// The bytes of an issue.
  static func bytes(_ name: String) throws -> [UInt8] {
    try bytes(inFolder: "archive", name)
  }

  /// The bytes of a file in one of the shared folders.
  static func bytes(inFolder folder: String, _ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: shared.appending(path: folder).appending(path: name)))
  }

  /// The issues from 2022-03 on, read.
  static func issues() throws -> [(name: String, issue: EventModel.Issue)] {
    var reader = IssueReader()
    return try names(from: barsBegin).map { name in
      (name, try reader.read(bytes(name), file: Text(name)))
    }
  }
}
