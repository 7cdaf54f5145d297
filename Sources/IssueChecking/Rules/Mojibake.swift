import EventModel
import IssueReading

extension CheckRule {
  static let mojibake = CheckRule(
    code: .mojibake, severity: .warning,
    summary: "text that is certainly wrongly decoded UTF-8",
    explanation: """
      UTF-8 was once read as Mac Roman or Windows-1252 and saved again. It is spoken of only where \
      a whole run of characters is, byte for byte, valid UTF-8 and loses unlikely characters when \
      it is turned back.
      """,
    example: """
      ### Europe
      * 2026-02-18 | N√ºrnberg, DE | [Rust Nuremberg](https://example.org/rust-noris)
          * [**Rust and Tell**](https://example.org/rust-noris/tell)
      """,
    mend: """
      ### Europe
      * 2026-02-18 | Nürnberg, DE | [Rust Nuremberg](https://example.org/rust-noris)
          * [**Rust and Tell**](https://example.org/rust-noris/tell)
      """,
    fixability: .always
  ) { issue, report in
    for mending in issue.layout.mendings {
      report.add(
        mending.range,
        "wrongly decoded UTF-8: \(issue.quoted(mending.range)) was "
          + "'\(mending.replacement)'",
        fix: Fix(replacing: mending.range, with: mending.replacement))
    }
  }
}
