import EventModel
import IssueReading

extension CheckRule {
  static let country = CheckRule(
    code: .country, severity: .warning,
    summary: "a country's code that cannot be meant",
    explanation: """
      The code's own country has no such city, or the state is in another one: 'SA' is Saudi \
      Arabia, South Africa is 'ZA'; 'AU' is Australia, Austria is 'AT'.
      """,
    example: """
      ### Africa
      * 2026-02-18 | Johannesburg, SA | [Jozi Rust](https://example.org/jozi)
          * [**First Wednesday**](https://example.org/jozi/first)
      """,
    mend: """
      ### Africa
      * 2026-02-18 | Johannesburg, ZA | [Jozi Rust](https://example.org/jozi)
          * [**First Wednesday**](https://example.org/jozi/first)
      """,
    fixability: .sometimes
  ) { issue, report in
    issue.reportPlaceFindings(.country, to: &report)
  }
}

extension CheckedIssue {
  /// Reports what the reader found in place fields, with the code that is meant as the mend.
  func reportPlaceFindings(_ code: Diagnostic.Code, to report: inout FindingReport) {
    let (fields, layout, text) = (fields, layout, text)
    reportRead(
      code, to: &report,
      fix: { range in
        for (index, line) in fields.enumerated() {
          guard let line, line.place.contains(range.lowerBound) else { continue }
          let heading = layout.items[index].heading.flatMap { layout.headings[$0].region }
          let found = line.placeFindings(in: text, heading: heading)
          return found.first { $0.code == code && $0.range == range }?.meant
            .map { Fix(replacing: range, with: $0) }
        }
        return nil
      })
  }
}
