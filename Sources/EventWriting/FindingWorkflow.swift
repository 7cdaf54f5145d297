package import EventModel

/// Findings as the workflow commands of GitHub Actions, which shows them beside the lines of a pull
/// request.
///
///     ::warning file=draft.md,line=12,col=15,endLine=12,endColumn=16,title=fields::the field has …
package struct FindingWorkflow: FindingWriter {
  package init() {}

  package mutating func write(
    _ finding: Finding, path: String, text: [UInt8], into buffer: inout OutputBuffer
  ) {
    buffer.append("::")
    buffer.append(text: Text(finding.severity.name))
    buffer.append(" file=")
    appendEscaped(path, isProperty: true, to: &buffer)
    buffer.append(",line=")
    buffer.append(decimal: finding.start.line)
    // The columns are taken for those of one line; of a finding over several they say nothing.
    if finding.start.line == finding.end.line {
      buffer.append(",col=")
      buffer.append(decimal: finding.start.column)
      buffer.append(",endLine=")
      buffer.append(decimal: finding.end.line)
      buffer.append(",endColumn=")
      // The last column that is meant, not the one behind it.
      buffer.append(decimal: max(finding.start.column, finding.end.column - 1))
    } else {
      buffer.append(",endLine=")
      buffer.append(decimal: finding.end.line)
    }
    buffer.append(",title=")
    appendEscaped(finding.code.name, isProperty: true, to: &buffer)
    buffer.append("::")
    appendEscaped(finding.messageWithHelp, isProperty: false, to: &buffer)
    buffer.append("\n")
  }

  /// A value with the characters escaped that end it.
  private func appendEscaped(
    _ value: String, isProperty: Bool, to buffer: inout OutputBuffer
  ) {
    for byte in value.utf8 {
      switch byte {
      case ASCII.percent: buffer.append("%25")
      case ASCII.carriageReturn: buffer.append("%0D")
      case ASCII.lineFeed: buffer.append("%0A")
      case ASCII.colon where isProperty: buffer.append("%3A")
      case ASCII.comma where isProperty: buffer.append("%2C")
      default: buffer.append(byte)
      }
    }
  }
}
