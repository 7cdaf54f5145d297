import EventModel
import IssueReading

extension CheckRule {
  static let modeRegion = CheckRule(
    code: .modeRegion, severity: .warning,
    summary: "an in-person event under 'Virtual', or a virtual one under a continent",
    explanation: """
      What stands under 'Virtual' can be attended from everywhere, and says so: 'Virtual (X)' or \
      'Hybrid (X)'. What stands under a continent can be attended there. Where most \
      listings under 'Virtual' have no mode word, as was the custom in 2022, plain places there \
      are not spoken of.
      """,
    example: """
      ### Virtual
      * 2026-02-18 | Berlin, DE | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      * 2026-02-19 | Virtual (Paris, FR) | [Rust Paris](https://example.org/rust-paris)
          * [**Apéro**](https://example.org/rust-paris/apero)
      """,
    mend: """
      ### Virtual
      * 2026-02-18 | Virtual (Berlin, DE) | [Rust Berlin](https://example.org/rust-berlin)
          * [**Rust and Tell**](https://example.org/rust-berlin/tell)
      * 2026-02-19 | Virtual (Paris, FR) | [Rust Paris](https://example.org/rust-paris)
          * [**Apéro**](https://example.org/rust-paris/apero)
      """,
    scope: .currentForm
  ) { issue, report in
    var wordCount = 0
    var plain: [ListingLine] = []
    for (index, line) in issue.fields.enumerated() {
      guard let line, let region = issue.heading(ofItem: index)?.region else { continue }
      switch (region, line.modeWord) {
      case (.virtual, .inPerson): plain.append(line)
      case (.virtual, nil): if !line.place.isEmpty { plain.append(line) }
      case (.virtual, _): wordCount += 1
      case (_, .virtual):
        report.add(
          line.place, "a virtual event is listed under '\(region.name)'",
          help: "move it under 'Virtual', or write 'Hybrid (X)' if people meet there")
      default: break
      }
    }
    guard wordCount > 0, wordCount >= plain.count else { return }
    for line in plain {
      report.add(
        line.place, "an in-person event is listed under 'Virtual': \(issue.quoted(line.place))",
        help: "write 'Virtual (X)' or 'Hybrid (X)', or move it to its continent")
    }
  }
}
