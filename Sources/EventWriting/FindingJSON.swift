package import EventModel

/// Findings as one JSON array, one object a line.
///
/// Each object has the keys `file`, `line`, `column`, `end_line`, `end_column` (from 1 on, columns in
/// Unicode scalars), `severity`, `code`, `message`, `help`, `source` (the line it begins on) and
/// `fix`: null, or the edits that mend it, each with the bytes `start` up to but not including `end`
/// of the file and the `replacement` for them.
package struct FindingJSON: FindingWriter {
  private var isFirst = true

  package init() {}

  package mutating func begin(into buffer: inout OutputBuffer) { buffer.append("[") }

  package mutating func write(
    _ finding: Finding, path: String, text: [UInt8], into buffer: inout OutputBuffer
  ) {
    buffer.append(isFirst ? "\n" : ",\n")
    isFirst = false
    buffer.append("{\"file\":")
    JSONText.append(Text(path), to: &buffer)
    append("line", finding.start.line, to: &buffer)
    append("column", finding.start.column, to: &buffer)
    append("end_line", finding.end.line, to: &buffer)
    append("end_column", finding.end.column, to: &buffer)
    buffer.append(",\"severity\":")
    JSONText.append(Text(finding.severity.name), to: &buffer)
    buffer.append(",\"code\":")
    JSONText.append(Text(finding.code.name), to: &buffer)
    buffer.append(",\"message\":")
    JSONText.append(Text(finding.message), to: &buffer)
    buffer.append(",\"help\":")
    if let help = finding.help {
      JSONText.append(Text(help), to: &buffer)
    } else {
      buffer.append("null")
    }
    buffer.append(",\"source\":")
    JSONText.append(Text(slicing: text, finding.sourceLine(in: text)), to: &buffer)
    append(finding.fix, to: &buffer)
    buffer.append("}")
  }

  package mutating func end(into buffer: inout OutputBuffer) {
    buffer.append(isFirst ? "]\n" : "\n]\n")
  }

  private func append(_ fix: Fix?, to buffer: inout OutputBuffer) {
    guard let fix else { return buffer.append(",\"fix\":null") }
    buffer.append(",\"fix\":[")
    for (index, edit) in fix.edits.enumerated() {
      buffer.append(index == 0 ? "{\"start\":" : ",{\"start\":")
      buffer.append(decimal: edit.range.lowerBound)
      append("end", edit.range.upperBound, to: &buffer)
      buffer.append(",\"replacement\":")
      JSONText.append(edit.replacement, to: &buffer)
      buffer.append("}")
    }
    buffer.append("]")
  }

  private func append(_ key: StaticString, _ number: Int, to buffer: inout OutputBuffer) {
    buffer.append(",\"")
    buffer.append(key)
    buffer.append("\":")
    buffer.append(decimal: number)
  }
}

extension Diagnostic.Severity {
  /// The word in the forms that programs read.
  package var name: String { self == .error ? "error" : "warning" }
}
