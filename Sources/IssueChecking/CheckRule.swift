package import EventModel

/// A rule of `check`: what it looks for, what it says of itself, and the code that looks.
///
/// To add a rule
/// 1. add its code to `EventModel/Diagnostic+Codes.swift`;
/// 2. write `Rules/NAME.swift` with `extension CheckRule { static let name = CheckRule(…) }` and
///    the function that looks, beside it and private;
/// 3. add it to ``all``, in the order in which `check --rules` lists them;
/// 4. run `RECORD_SNAPSHOTS=1 scripts/test --filter RulePageTests`, which writes its page
///    `docs/rules/CODE.md`.
///
/// Its example and its mend are tests: the rule must speak of the one and be silent about the
/// other. Further cases go to `Tests/IssueCheckingTests`, with the place of each finding marked in
/// the text.
///
/// A rule that has one sure mend gives it with its finding: a ``Fix``, which is a list of
/// ``Fix/Edit``s. An edit names bytes of ``CheckedIssue/text`` and what takes their place:
///
///     report.add(range, "a message", fix: Fix(replacing: range, with: "Virtual"))
///
/// Edits of one fix belong together and do not overlap. Two fixes may meet; who applies them takes
/// the first and looks again.
package struct CheckRule: Sendable {
  /// Whether the rule's findings bring their mend.
  package enum Fixability: String, Sendable {
    /// Each of them.
    case always
    /// Those whose mend is sure.
    case sometimes
    /// None.
    case never
  }

  /// Which issues the rule speaks of.
  package enum Scope: Sendable {
    /// Those of any time.
    case everyForm
    /// Those of the form since 2022-03, on which editors still work.
    case currentForm
    /// Files that have no events section.
    case sectionless
    /// The events' own pages, which `check --pages` compares.
    case pages
  }

  /// The problem's identifier.
  package var code: Diagnostic.Code
  /// How bad it is.
  package var severity: Diagnostic.Severity
  /// When it speaks: one line, lower case, no full stop.
  package var summary: String
  /// Why: sentences.
  package var explanation: String
  /// Lines of an issue that it speaks of; a whole issue where they begin with its front matter.
  package var example: String
  /// The same, mended.
  package var mend: String
  /// Whether its findings bring their mend.
  package var fixability = Fixability.never
  /// Which issues it speaks of.
  package var scope = Scope.everyForm
  /// Looks at an issue and reports what it finds.
  package var look: @Sendable (borrowing CheckedIssue, inout FindingReport) -> Void

  /// The rule of a code; nil where it is none.
  package static func rule(named code: String) -> CheckRule? {
    all.first { $0.code.name == code }
  }
}
