import EventModel

/// What a rule says of itself, as Markdown: for `check --explain` and for `docs/rules`.
package enum RulePage {
  /// The page of a rule.
  package static func markdown(_ rule: CheckRule) -> String {
    var text = "# \(rule.code.name)\n\n\(severity(rule)): \(rule.summary). \(fix(rule))\n\n"
    text += "\(rule.explanation)\n\n"
    if !rule.example.isEmpty {
      text += "## Example\n\n```markdown\n\(rule.example)\n```\n\n"
      text += "## Mended\n\n```markdown\n\(rule.mend)\n```\n"
    }
    return text
  }

  /// The table of all rules.
  package static func index(_ rules: [CheckRule] = CheckRule.all) -> String {
    var text = "# The rules of `check`\n\n"
    text += "`twir-events check --explain CODE` shows a rule's page too.\n\n"
    text += "| code | severity | when | `--fix` |\n| --- | --- | --- | --- |\n"
    for rule in rules {
      text += "| [`\(rule.code.name)`](\(rule.code.name).md) | \(severity(rule)) "
      text += "| \(rule.summary.replacingBars) | \(rule.fixability.word) |\n"
    }
    return text
  }

  /// A line for each rule, in columns.
  package static func list(_ rules: [CheckRule] = CheckRule.all) -> String {
    let width = rules.map(\.code.name.utf8.count).max() ?? 0
    return rules.map { rule in
      let name = rule.code.name
      let filling = String(repeating: " ", count: width - name.utf8.count)
      let severity = rule.severity == .error ? "error  " : "warning"
      let fixable =
        switch rule.fixability {
        case .always: "fix      "
        case .sometimes: "some fix "
        case .never: "         "
        }
      return "\(name)\(filling)  \(severity)  \(fixable) \(rule.summary)\n"
    }.joined()
  }

  private static func severity(_ rule: CheckRule) -> String {
    rule.severity == .error ? "Error" : "Warning"
  }

  private static func fix(_ rule: CheckRule) -> String {
    switch rule.fixability {
    case .always: "`check --fix` mends it."
    case .sometimes: "`check --fix` mends it where only one mend is possible."
    case .never: "It has no mend that is sure."
    }
  }
}

extension CheckRule.Fixability {
  /// The word in a table.
  fileprivate var word: String {
    switch self {
    case .always: "yes"
    case .sometimes: "where sure"
    case .never: "no"
    }
  }
}

extension String {
  /// The text for a cell of a table, in which a bar ends the cell.
  fileprivate var replacingBars: String {
    split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
