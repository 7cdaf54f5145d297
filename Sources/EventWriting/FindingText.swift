package import EventModel

/// Findings as compilers print them, for people and for editors that jump to a place:
///
///     issue.md:12:15: warning: the field has no space before its bar [fields]
///     * 2026-02-18 | Berlin, DE| [Rust Berlin](https://example.org)
///                             ^
///     help: write 'Berlin, DE | '
///
/// The caret stands under the characters that are meant, whatever their width on a terminal; tabs
/// are shown as the spaces up to the next column that is a multiple of eight.
package struct FindingText {
  /// Most columns of a line that are shown; a longer line is cut around the caret.
  private static let lineWidth = 320
  private static let tabWidth = 8

  private let inColor: Bool

  /// A writer; `inColor` for a terminal that shows colours.
  package init(inColor: Bool) { self.inColor = inColor }

  /// Writes a finding.
  ///
  /// - Parameters:
  ///   - finding: The finding.
  ///   - path: The file's name as the user gave it.
  ///   - text: The file's text, valid UTF-8: what the finding's range is one of.
  ///   - buffer: Where it is written.
  package func write(
    _ finding: Finding, path: String, text: [UInt8], into buffer: inout OutputBuffer
  ) {
    let (word, style): (String, TerminalStyle) =
      finding.severity == .error ? ("error", .error) : ("warning", .warning)
    let place = "\(path):\(finding.start.line):\(finding.start.column):"
    line(
      "\(styled(TerminalText.safe(place), .heading)) \(styled(word, style)): "
        + "\(TerminalText.safe(finding.message)) \(styled("[\(finding.code.name)]", .faint))",
      into: &buffer)
    let source = SourceLine(of: finding.range, in: text)
    line(source.shown, into: &buffer)
    line(
      String(repeating: " ", count: source.indentation)
        + styled(String(repeating: "^", count: source.caretWidth), style), into: &buffer)
    if let help = finding.help {
      line("\(styled("help", .heading)): \(TerminalText.safe(help))", into: &buffer)
    }
    if let fix = finding.fix, finding.help == nil, let suggestion = Self.suggestion(fix) {
      line("\(styled("help", .heading)): \(TerminalText.safe(suggestion))", into: &buffer)
    }
  }

  /// What a fix of one edit does, in words.
  private static func suggestion(_ fix: Fix) -> String? {
    guard fix.edits.count == 1, let edit = fix.edits.first else { return nil }
    if edit.replacement.isEmpty { return "remove it" }
    if edit.replacement.string.allSatisfy(\.isWhitespace) { return nil }
    guard edit.replacement.count <= 120, !edit.replacement.string.contains("\n") else { return nil }
    return edit.range.isEmpty
      ? "write '\(edit.replacement)' here" : "write '\(edit.replacement)'"
  }

  private func styled(_ text: String, _ style: TerminalStyle) -> String {
    style.applied(to: text, inColor: inColor)
  }

  private func line(_ text: String, into buffer: inout OutputBuffer) {
    buffer.append(text: Text(text))
    buffer.append(text: "\n")
  }

  /// The line of a finding as a terminal shows it.
  private struct SourceLine {
    /// The line, cut to what a terminal can hold.
    private(set) var shown = ""
    /// How many columns stand before the caret.
    private(set) var indentation = 0
    /// How many columns the caret has, at least one.
    private(set) var caretWidth = 0

    init(of range: Range<Int>, in text: [UInt8]) {
      let lineFeed = UInt8(ascii: "\n")
      let start =
        text[..<min(range.lowerBound, text.count)].lastIndex(of: lineFeed).map { $0 + 1 }
        ?? 0
      let end = text[start...].firstIndex(of: lineFeed) ?? text.count
      let meant = max(range.lowerBound, start)..<max(min(range.upperBound, end), start)
      // The caret must be seen: of a long line the part before it gives way.
      let window = Self.window(around: meant.lowerBound, in: text, start..<end)
      var column = 0
      if window.lowerBound > start { append("…", &column) }
      append(text[window.lowerBound..<max(window.lowerBound, meant.lowerBound)], &column)
      indentation = column
      append(text[meant.lowerBound..<min(meant.upperBound, window.upperBound)], &column)
      caretWidth = max(1, column - indentation)
      append(text[min(meant.upperBound, window.upperBound)..<window.upperBound], &column)
      if window.upperBound < end { append("…", &column) }
    }

    /// The part of a line that is shown, cut between characters.
    private static func window(
      around offset: Int, in text: [UInt8], _ line: Range<Int>
    ) -> Range<Int> {
      guard line.count > lineWidth else { return line }
      var start = max(line.lowerBound, offset - lineWidth / 2)
      while start > line.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
      var end = min(line.upperBound, start + lineWidth)
      while end < line.upperBound, text[end] & 0xC0 == 0x80 { end += 1 }
      return min(start, offset)..<max(end, offset)
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>, _ column: inout Int) {
      append(String(decoding: bytes, as: UTF8.self), &column)
    }

    private mutating func append(_ string: String, _ column: inout Int) {
      for character in string {
        if character == "\t" {
          let width = tabWidth - column % tabWidth
          shown += String(repeating: " ", count: width)
          column += width
        } else {
          let safe = TerminalText.safe(String(character))
          shown += safe
          column += DisplayWidth.columns(of: safe)
        }
      }
    }
  }
}
