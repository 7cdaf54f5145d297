import EventModel

/// Wording that the readers of events and of calls share.
extension [UInt8] {
  /// Input text in quotes, cut to what a message can hold.
  package func quoted(_ range: Range<Int>) -> String {
    let limit = 60
    let text = String(decoding: self[range.prefix(limit * 4)], as: UTF8.self)
    let printable = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
    let head = printable.prefix(limit).reduce(into: "") { $0.unicodeScalars.append($1) }
    return "'\(head)\(printable.count > limit || range.count > limit * 4 ? "…" : "")'"
  }
}

extension TextRepair.Result {
  /// What was repaired in the text of a section that begins on a line.
  func findings(firstLine: Int) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let undecodable {
      findings.append(
        Diagnostic(
          .warning, .encoding, at: location(of: undecodable, firstLine: firstLine),
          "bytes that are no UTF-8, read as U+FFFD"))
    }
    for run in mended {
      let text = String(decoding: bytes[run], as: UTF8.self)
      findings.append(
        Diagnostic(
          .warning, .mojibake, at: location(of: run.lowerBound, firstLine: firstLine),
          "wrongly decoded UTF-8, read as '\(text)'"))
    }
    return findings
  }

  private func location(of offset: Int, firstLine: Int) -> SourceLocation {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0
    return SourceLocation(
      line: firstLine + before.count { $0 == ASCII.lineFeed }, column: offset - lineStart + 1)
  }
}
