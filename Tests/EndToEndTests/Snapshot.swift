import Foundation
import Testing

extension Program.Result {
  /// Compares exit code, standard output and standard error with what was recorded.
  ///
  /// `RECORD_SNAPSHOTS=1` writes them anew, and fails.
  func expect(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Snapshots").appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try Data(transcript.utf8).write(to: file)
      Issue.record("\(name) was recorded")
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(Array(transcript.utf8) == Array(expected.utf8), "\(name):\n\(transcript)")
  }

  /// All that a run left, for people to read.
  private var transcript: String {
    "exit \(status)\n-- standard output\n\(text)-- standard error\n\(messages)"
  }

  /// Expects one line on standard error that names the program, and nothing else.
  func expectError(
    _ status: Int32, _ message: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.status == status, "\(messages)", sourceLocation: sourceLocation)
    #expect(messages == "twir-events: error: \(message)\n", sourceLocation: sourceLocation)
    #expect(output.isEmpty, "\(text)", sourceLocation: sourceLocation)
  }

  /// Expects success.
  func expectSuccess(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(status == 0, "\(messages)", sourceLocation: sourceLocation)
  }
}
