import EventModel
import IssueReading

extension CheckRule {
  static let modeForm = CheckRule(
    code: .modeForm, severity: .warning,
    summary: "a mode that is not written 'Virtual', 'Virtual (X)', 'Hybrid (X)' or a plain place",
    explanation: """
      One way to write each mode lets readers see it at the place field's first word, and programs \
      read it without guessing.
      """,
    example: """
      ### Europe
      * 2026-02-18 | Berlin, DE + Virtual | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Hybrid (Berlin, DE) | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      """,
    fixability: .sometimes, scope: .currentForm
  ) { issue, report in
    for line in issue.fields {
      guard let line, let mode = line.modeWord else { continue }
      let place = issue.string(line.barePlace)
      let expected: String? =
        switch mode {
        case .virtual: place.isEmpty ? "Virtual" : "Virtual (\(place))"
        case .hybrid: place.isEmpty ? nil : "Hybrid (\(place))"
        case .inPerson: place.isEmpty ? nil : place
        }
      guard let expected else {
        report.add(
          line.place, "\(issue.quoted(line.place)) says no place: expected 'Hybrid (PLACE)'")
        continue
      }
      if issue.string(line.place) != expected {
        report.add(
          line.place, "the mode is written '\(expected)', not \(issue.quoted(line.place))",
          fix: Fix(replacing: line.place, with: Text(expected)))
      }
    }
  }
}
