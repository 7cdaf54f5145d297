/// What a check found in a file: a diagnostic with its exact bytes, and perhaps its mend.
package struct Finding: Hashable, Sendable {
  /// Error or warning.
  package var severity: Diagnostic.Severity
  /// The rule that found it.
  package var code: Diagnostic.Code
  /// The bytes of the file that are meant; empty where something is missing.
  package var range: Range<Int>
  /// Where they begin.
  package var start: FilePosition
  /// The position behind the last of them.
  package var end: FilePosition
  /// What was found and what was expected: lower case, no full stop.
  package var message: String
  /// What to do about it; nil where the message says it.
  package var help: String?
  /// The one sure mend; nil where there is none.
  package var fix: Fix?

  package init(
    _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ range: Range<Int>,
    from start: FilePosition, to end: FilePosition, message: String, help: String? = nil,
    fix: Fix? = nil
  ) {
    self.severity = severity
    self.code = code
    self.range = range
    self.start = start
    self.end = end
    self.message = message
    self.help = help
    self.fix = fix
  }
}

extension Finding {
  /// The bytes of the line of a text on which the finding begins, without the line's end.
  package func sourceLine(in text: [UInt8]) -> Range<Int> {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    let offset = min(range.lowerBound, text.count)
    let start = text[..<offset].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
    var end = text[offset...].firstIndex(of: lineFeed) ?? text.count
    if end > start, text[end - 1] == carriageReturn { end -= 1 }
    return start..<max(start, end)
  }
}

/// A place in a file as people count it.
package struct FilePosition: Hashable, Comparable, Sendable {
  /// The line, from 1 on.
  package var line: Int
  /// The column in characters (Unicode scalars), from 1 on.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: FilePosition, right: FilePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// The one sure mend of a finding: edits that belong together, all or none.
package struct Fix: Hashable, Sendable {
  /// Bytes of the file that give way to others.
  package struct Edit: Hashable, Sendable {
    /// The bytes that go; empty where something is put in.
    package var range: Range<Int>
    /// What takes their place: valid UTF-8.
    package var replacement: Text

    package init(_ range: Range<Int>, _ replacement: Text) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// The edits in the order of the file; none overlaps another.
  package var edits: [Edit]

  /// A fix of edits in any order that do not overlap.
  package init(_ edits: [Edit]) {
    self.edits = edits.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  /// A fix that puts one text in the place of another.
  package init(replacing range: Range<Int>, with replacement: Text) {
    edits = [Edit(range, replacement)]
  }

  /// A fix that takes bytes away.
  package init(removing range: Range<Int>) { self.init(replacing: range, with: "") }
}
