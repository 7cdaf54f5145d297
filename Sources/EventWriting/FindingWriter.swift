package import EventModel

/// A form in which the findings of files are written, one after the other.
package protocol FindingWriter {
  /// Writes what stands before the first finding.
  mutating func begin(into buffer: inout OutputBuffer)
  /// Writes a finding.
  ///
  /// - Parameters:
  ///   - finding: The finding.
  ///   - path: The file's name as the user gave it.
  ///   - text: The file's text, valid UTF-8: what the finding's range is one of.
  ///   - buffer: Where it is written.
  mutating func write(
    _ finding: Finding, path: String, text: [UInt8], into buffer: inout OutputBuffer)
  /// Writes what stands after the last finding.
  mutating func end(into buffer: inout OutputBuffer)
}

extension FindingWriter {
  package mutating func begin(into buffer: inout OutputBuffer) {}
  package mutating func end(into buffer: inout OutputBuffer) {}
}

extension FindingText: FindingWriter {}

extension Finding {
  /// The message, and what to do about it on a line of its own.
  var messageWithHelp: String { help.map { "\(message)\nhelp: \($0)" } ?? message }
}
