import EventCatalog
import EventModel
import IssueReading

extension CheckRule {
  static let urlTracking = CheckRule(
    code: .urlTracking, severity: .warning,
    summary: "a link with parameters that only say who sent the reader",
    explanation: """
      Parameters such as 'utm_source', 'aff' or 'fbclid' name a campaign, a partner or the person \
      who shared the link. The page is the same without them. The mend takes out the parameters \
      that are known for it, and leaves all others.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/tell?utm_source=list&id=7)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/tell?id=7)
      """,
    fixability: .always
  ) { issue, report in
    for target in issue.targets
    where issue.text.firstOffset(of: UInt8(ascii: "?"), in: target) != nil {
      let address = Text(slicing: issue.text, target)
      // The link as a whole is another rule's.
      if AddressKey.redirectTarget(of: address) != nil { continue }
      let ranges = AddressKey.trackingParameters(of: address).map {
        target.lowerBound + $0.lowerBound..<target.lowerBound + $0.upperBound
      }
      guard let first = ranges.first, let last = ranges.last else { continue }
      let names = ranges.map { issue.string($0.lowerBound..<issue.nameEnd($0)) }
      report.add(
        first.lowerBound..<last.upperBound,
        "the page does not need these parameters of the link: "
          + names.map { "'\($0)'" }.joined(separator: ", "),
        fix: Fix(issue.removing(ranges, from: target)))
    }
  }
}

extension CheckedIssue {
  /// Where the name of a parameter ends.
  fileprivate func nameEnd(_ parameter: Range<Int>) -> Int {
    text.firstOffset(of: UInt8(ascii: "="), in: parameter) ?? parameter.upperBound
  }

  /// The edit that takes parameters out, and the marks that then part nothing.
  fileprivate func removing(_ parameters: [Range<Int>], from target: Range<Int>) -> [Fix.Edit] {
    let query = text.firstOffset(of: UInt8(ascii: "?"), in: target) ?? target.lowerBound
    let end = text.firstOffset(of: ASCII.numberSign, in: query..<target.upperBound)
    let range = query + 1..<(end ?? target.upperBound)
    let kept = text[range].split(separator: ASCII.ampersand).filter { piece in
      !parameters.contains { $0.lowerBound == piece.startIndex }
    }
    let rest = kept.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "&")
    return [
      rest.isEmpty
        ? Fix.Edit(query..<range.upperBound, "") : Fix.Edit(range, Text(rest))
    ]
  }
}
