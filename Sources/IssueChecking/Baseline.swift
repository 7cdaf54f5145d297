package import EventModel

/// Findings that are known already, so that only new ones are shown.
///
/// A finding is known again by its file, its code and the text of its line: lines that were put in
/// above it do not matter. Where a line had two findings of a code, a third one is new.
package struct Baseline: Sendable {
  /// What a finding is known by.
  package struct Key: Hashable, Sendable {
    /// The file's name as it was given.
    package var file: String
    /// The rule's code.
    package var code: String
    /// The line that the finding begins on, without white space at its ends.
    package var source: String

    package init(file: String, code: String, source: String) {
      self.file = Self.plain(file)
      self.code = code
      let isSpace = { (character: Character) in character.isWhitespace }
      self.source = String(
        source.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }

    /// A path without `./` before it.
    private static func plain(_ file: String) -> String {
      file.hasPrefix("./") ? plain(String(file.dropFirst(2))) : file
    }
  }

  private let counts: [Key: Int]

  /// A baseline of findings, each as often as it was found.
  package init(_ keys: some Sequence<Key>) {
    counts = keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The findings of a file that are not in the baseline.
  package func new(_ findings: [Finding], in file: String, text: [UInt8]) -> [Finding] {
    var left = counts
    return findings.filter { finding in
      let source = String(decoding: text[finding.sourceLine(in: text)], as: UTF8.self)
      let key = Key(file: file, code: finding.code.name, source: source)
      guard let count = left[key], count > 0 else { return true }
      left[key] = count - 1
      return false
    }
  }
}
