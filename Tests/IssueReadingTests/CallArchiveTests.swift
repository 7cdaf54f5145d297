import EventModel
import Foundation
import Testing

@testable import IssueReading

/// The published issues, where they are at hand beside the package.
struct CallArchiveTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/archive").standardizedFileURL

  /// The issues; says so where there are none.
  private static func issues() throws -> [URL] {
    guard FileManager.default.fileExists(atPath: folder.path) else {
      print("no issues at \(folder.path): the test of their calls is left out")
      return []
    }
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "md" }
  }

  @Test func everyLineOfACallBecomesACallOrAnError() throws {
    var reader = CallReader()
    for file in try Self.issues() {
      let bytes = Array(try Data(contentsOf: file))
      let issue = try reader.read(bytes, file: Text(file.lastPathComponent))
      let lines = Self.itemLines(String(decoding: bytes, as: UTF8.self))
      let calls = issue.calls.map { Int($0.location.line ?? 0) }
      let errors = issue.diagnostics.filter { $0.severity == .error }
        .map { Int($0.location.line ?? 0) }
      #expect((calls + errors).sorted() == lines, "\(file.lastPathComponent)")
      #expect(issue.isAccountedFor, "\(file.lastPathComponent)")
      for call in issue.calls {
        let details = call.details
        #expect(details.url != nil && details.eventDates != nil, "\(file.lastPathComponent)")
        #expect(details.mode == .virtual || details.places.first?.country != nil)
      }
    }
  }

  /// The plain answer: the lines with a bullet that are no notice, below the two headings.
  private static func itemLines(_ text: String) -> [Int] {
    var lines: [Int] = []
    var isInside = false
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("#") {
        isInside = line.contains("CFP - Events") || line.contains("CFP - Speakers")
      } else if isInside, line.hasPrefix("* ") || line.hasPrefix("- "),
        !line.contains("No new calls"),
        !line.contains("No Calls")
      {
        lines.append(index + 1)
      }
    }
    return lines
  }
}
