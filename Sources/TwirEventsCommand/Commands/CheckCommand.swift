import ArgumentParser
import EventModel
import EventWriting
import IssueChecking

/// Says what is wrong in the events of issues.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong in the events of an issue, with line and column.",
    discussion: """
      Reads the Markdown of issues, drafts above all, and prints each finding with its place, its \
      line and what to do. Without SOURCE it reads the newest issue of the local archive. Exit 1 \
      if there are errors; with --strict also if there are warnings.

      EXAMPLES
        twir-events check draft/2026-02-18-this-week-in-rust.md
        twir-events check --strict --ignore city-order draft/*.md
        git show HEAD:draft.md | twir-events check --issue-date 2026-02-18 -
        twir-events check --fix draft.md
        twir-events check --diff draft.md | git apply
        twir-events check --format github --changed-since origin/main draft.md
        twir-events check --explain hybrid-mismatch
      """)

  @OptionGroup(title: "Sources") var sources: SourceOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Findings") var findings: FindingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Flag(help: "Exit 1 for warnings too.")
  var strict = false

  @Option(
    help: ArgumentHelp("Show why a rule is there, an example and its mend.", valueName: "code"))
  var explain: String?

  @Flag(name: .customLong("rules"), help: "List all rules.")
  var listsRules = false

  func validate() throws {
    if let explain, CheckRule.rule(named: explain) == nil {
      throw ValidationError(RuleOptions.unknown(explain, in: "--explain"))
    }
  }

  func run() throws {
    if listsRules { return try print(RulePage.list()) }
    if let rule = explain.flatMap(CheckRule.rule(named:)) {
      return try print(RulePage.markdown(rule))
    }
    let pages = try KnownPages.find(rules, console: sources.console)
    let rules = try rules.selected()
    var reader = CheckReader(
      sources, rules, try FindingFilter(findings), pages: pages,
      mends: findings.fix || findings.diff)
    try reader.read()
    if findings.diff {
      try writeDifferences(reader.files)
    } else {
      if findings.fix { try replace(reader.files) }
      try write(reader.files, by: rules)
    }
    reader.summarise(findings)
    if let failure = reader.failure { throw failure }
    if findings.fix, let page = reader.files.first(where: { $0.isFetched && $0.fixCount > 0 }) {
      throw CommandError.usage("'\(page.path)' cannot be mended where it is: save it first")
    }
    let isFaulty = reader.files.contains { file in
      file.findings.contains { strict || $0.severity == .error }
    }
    if isFaulty { throw ExitStatus.faulty }
  }

  /// Writes what was found; where standard output has the mended text, on standard error.
  private func write(_ files: [CheckReader.File], by rules: [CheckRule]) throws {
    let isTaken = findings.fix && output.output == nil && files.contains { $0.isStandardInput }
    let isTerminal = output.output == nil && !isTaken && Console.terminalWidth != nil
    var buffer = OutputBuffer()
    findings.write(
      files, by: rules, inColor: findings.isColored(onTerminal: isTerminal), into: &buffer)
    if isTaken { return Console.text(buffer) }
    try output.write(buffer)
  }

  private func writeDifferences(_ files: [CheckReader.File]) throws {
    var buffer = OutputBuffer()
    for file in files where file.fixCount > 0 {
      guard let original = file.original else { continue }
      UnifiedDiff(from: original, to: file.result.text).write(path: file.path, into: &buffer)
    }
    try output.write(buffer)
  }

  /// Puts mended texts in the place of the files; that of standard input on standard output.
  private func replace(_ files: [CheckReader.File]) throws {
    for file in files where (file.fixCount > 0 && !file.isFetched) || file.isStandardInput {
      var target = file.isStandardInput ? OutputFile() : try OutputFile(path: file.path)
      if try target.write(file.mended.span) { _ = try target.finish() }
    }
  }

  private func print(_ text: String) throws {
    var buffer = OutputBuffer()
    buffer.append(text: Text(text))
    try output.write(buffer)
  }
}
