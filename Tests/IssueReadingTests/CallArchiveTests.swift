import EventModel
import Foundation
import TestSupport
import Testing

@testable import IssueReading

/// The published issues, where they are at hand beside the package.
struct CallArchiveTests {
  @Test(.enabled(if: SharedFolder.archive.isThere, "\(SharedFolder.archive.absence)"))
  func everyLineOfACallBecomesACallOrAnError() throws {
    var reader = CallReader()
    for name in SharedFolder.archive.issues() {
      let bytes = try SharedFolder.archive.bytes(name)
      let issue = try reader.read(bytes, file: Text(name))
      let lines = Self.itemLines(String(decoding: bytes, as: UTF8.self))
      let calls = issue.calls.map { Int($0.location.line ?? 0) }
      let errors = issue.diagnostics.filter { $0.severity == .error }
        .map { Int($0.location.line ?? 0) }
      #expect((calls + errors).sorted() == lines, "\(name)")
      #expect(issue.isAccountedFor, "\(name)")
      for call in issue.calls {
        let details = call.details
        #expect(details.url != nil && details.eventDates != nil, "\(name)")
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
