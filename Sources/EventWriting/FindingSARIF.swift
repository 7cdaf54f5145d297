package import EventModel

/// Findings as a log of the Static Analysis Results Interchange Format, SARIF 2.1.0, which code
/// scanning services read.
package struct FindingSARIF: FindingWriter {
  /// What is said of a rule: SARIF 2.1.0 §3.49.
  package struct Rule: Sendable {
    /// Its code.
    package var code: Diagnostic.Code
    /// How bad its findings are.
    package var severity: Diagnostic.Severity
    /// When it speaks, in one line.
    package var summary: String
    /// Its whole page, as Markdown.
    package var page: String

    package init(
      code: Diagnostic.Code, severity: Diagnostic.Severity, summary: String, page: String
    ) {
      self.code = code
      self.severity = severity
      self.summary = summary
      self.page = page
    }
  }

  private let version: String
  private let rules: [Rule]
  private var isFirst = true

  /// A writer for a version of the program and the rules that were gone by.
  package init(version: String, rules: [Rule]) {
    self.version = version
    self.rules = rules
  }

  package mutating func begin(into buffer: inout OutputBuffer) {
    buffer.append("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",")
    buffer.append("\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{")
    buffer.append("\"name\":\"twir-events\",\"semanticVersion\":")
    append(version, to: &buffer)
    buffer.append(",\"rules\":[")
    for (index, rule) in rules.enumerated() {
      buffer.append(index == 0 ? "\n{\"id\":" : ",\n{\"id\":")
      append(rule.code.name, to: &buffer)
      buffer.append(",\"shortDescription\":{\"text\":")
      append(rule.summary, to: &buffer)
      buffer.append("},\"help\":{\"text\":")
      append(rule.page, to: &buffer)
      buffer.append(",\"markdown\":")
      append(rule.page, to: &buffer)
      buffer.append("},\"defaultConfiguration\":{\"level\":")
      append(rule.severity.name, to: &buffer)
      buffer.append("}}")
    }
    // SARIF 2.1.0 §3.14.17: columns count Unicode scalars.
    buffer.append("]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[")
  }

  package mutating func write(
    _ finding: Finding, path: String, text: [UInt8], into buffer: inout OutputBuffer
  ) {
    buffer.append(isFirst ? "\n{\"ruleId\":" : ",\n{\"ruleId\":")
    isFirst = false
    append(finding.code.name, to: &buffer)
    if let index = rules.firstIndex(where: { $0.code == finding.code }) {
      buffer.append(",\"ruleIndex\":")
      buffer.append(decimal: index)
    }
    buffer.append(",\"level\":")
    append(finding.severity.name, to: &buffer)
    buffer.append(",\"message\":{\"text\":")
    append(finding.messageWithHelp, to: &buffer)
    buffer.append("},\"locations\":[{\"physicalLocation\":{")
    appendFile(path, to: &buffer)
    appendRegion(finding, text, to: &buffer)
    buffer.append("}}]")
    if let fix = finding.fix { append(fix, path, to: &buffer) }
    buffer.append("}")
  }

  package mutating func end(into buffer: inout OutputBuffer) {
    buffer.append(isFirst ? "]}]}\n" : "\n]}]}\n")
  }

  /// SARIF 2.1.0 §3.30: the end column is that behind the last character.
  private func appendRegion(
    _ finding: Finding, _ text: [UInt8], to buffer: inout OutputBuffer
  ) {
    buffer.append(",\"region\":{\"startLine\":")
    buffer.append(decimal: finding.start.line)
    buffer.append(",\"startColumn\":")
    buffer.append(decimal: finding.start.column)
    buffer.append(",\"endLine\":")
    buffer.append(decimal: finding.end.line)
    buffer.append(",\"endColumn\":")
    buffer.append(decimal: finding.end.column)
    buffer.append(",\"snippet\":{\"text\":")
    JSONText.append(Text(slicing: text, finding.sourceLine(in: text)), to: &buffer)
    buffer.append("}}")
  }

  /// SARIF 2.1.0 §3.55.
  private func append(_ fix: Fix, _ path: String, to buffer: inout OutputBuffer) {
    buffer.append(",\"fixes\":[{\"artifactChanges\":[{")
    appendFile(path, to: &buffer)
    buffer.append(",\"replacements\":[")
    for (index, edit) in fix.edits.enumerated() {
      buffer.append(index == 0 ? "{" : ",{")
      buffer.append("\"deletedRegion\":{\"byteOffset\":")
      buffer.append(decimal: edit.range.lowerBound)
      buffer.append(",\"byteLength\":")
      buffer.append(decimal: edit.range.count)
      buffer.append("},\"insertedContent\":{\"text\":")
      JSONText.append(edit.replacement, to: &buffer)
      buffer.append("}}")
    }
    buffer.append("]}]}]")
  }

  /// SARIF 2.1.0 §3.4: a URI reference, relative where the path is.
  private func appendFile(_ path: String, to buffer: inout OutputBuffer) {
    buffer.append("\"artifactLocation\":{\"uri\":\"")
    for byte in path.utf8 {
      // RFC 3986 §3.3: a first segment must not look like a scheme, so a colon is encoded too.
      if ASCII.isLetter(byte) || ASCII.isDigit(byte) || Self.plainInPath.contains(byte) {
        buffer.append(byte)
      } else {
        buffer.append("%")
        buffer.append(ASCII.hexadecimal(byte >> 4))
        buffer.append(ASCII.hexadecimal(byte & 0x0F))
      }
    }
    buffer.append("\"}")
  }

  private static let plainInPath = Array("/-._~".utf8)

  private func append(_ string: String, to buffer: inout OutputBuffer) {
    JSONText.append(Text(string), to: &buffer)
  }
}
