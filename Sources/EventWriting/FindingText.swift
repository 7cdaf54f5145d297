package import EventModel

/// Findings as compilers print them, for people and for editors that jump to a place.
///
///     issue.md:12:15: warning: the field has no space before its bar [fields]
///     * 2026-02-18 | Berlin, DE| [Rust Berlin](https://example.org)
///                             ^
///     help: write 'Berlin, DE | '
///
/// The caret stands under the characters that are meant, whatever their width on a terminal; tabs
/// are shown as the spaces up to the next column that is a multiple of eight.
package struct FindingText {
  /// Most bytes that are shown before the caret's beginning, and as many from there on.
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
      let offset = min(range.lowerBound, text.count)
      let (start, isCutBefore) = Self.start(before: offset, in: text)
      let (end, isCutBehind) = Self.end(behind: offset, in: text)
      let meantEnd = max(offset, min(range.upperBound, end))
      var column = 0
      if isCutBefore { append("…", &column) }
      append(text[start..<offset], &column)
      indentation = column
      append(text[offset..<meantEnd], &column)
      caretWidth = max(1, column - indentation)
      append(text[meantEnd..<end], &column)
      if isCutBehind { append("…", &column) }
    }

    /// Where the shown part begins: with the line, or so near that the caret is seen.
    private static func start(before offset: Int, in text: [UInt8]) -> (Int, isCut: Bool) {
      var start = offset
      let farthest = max(0, offset - lineWidth)
      while start > 0, text[start - 1] != lineFeed {
        if start <= farthest, text[start] & 0xC0 != 0x80 { return (start, true) }
        start -= 1
      }
      return (start, false)
    }

    private static func end(behind offset: Int, in text: [UInt8]) -> (Int, isCut: Bool) {
      var end = offset
      let farthest = offset + lineWidth
      while end < text.count, text[end] != lineFeed {
        if end >= farthest, text[end] & 0xC0 != 0x80 { return (end, true) }
        end += 1
      }
      return (end, false)
    }

    private static let lineFeed = UInt8(ascii: "\n")

    private mutating func append(_ bytes: ArraySlice<UInt8>, _ column: inout Int) {
      // Most lines are ASCII, of which each character is a column.
      if bytes.allSatisfy({ 0x20...0x7E ~= $0 }) {
        shown += String(decoding: bytes, as: UTF8.self)
        column += bytes.count
        return
      }
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
