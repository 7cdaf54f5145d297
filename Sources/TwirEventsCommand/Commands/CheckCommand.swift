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
        twir-events check --explain hybrid-mismatch
      """)

  @OptionGroup(title: "Sources") var sources: SourceOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Flag(help: "Exit 1 for warnings too.")
  var strict = false

  @Option(help: "Colour on a terminal, always, or never.")
  var color = ListCommand.Color.auto

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
    var reader = CheckReader(sources, try rules.selected())
    try reader.read()
    try write(reader.files)
    reader.summarise()
    if let failure = reader.failure { throw failure }
    let isFaulty = reader.files.contains { file in
      file.result.findings.contains { strict || $0.severity == .error }
    }
    if isFaulty { throw ExitStatus.faulty }
  }

  private func write(_ files: [CheckReader.File]) throws {
    let isTerminal = output.output == nil && Console.terminalWidth != nil
    let isColored =
      switch color {
      case .always: true
      case .never: false
      case .auto: isTerminal && Environment.variable("NO_COLOR") == nil
      }
    let writer = FindingText(inColor: isColored)
    var buffer = OutputBuffer()
    for file in files {
      for finding in file.result.findings {
        writer.write(finding, path: file.path, text: file.result.text, into: &buffer)
      }
    }
    try output.write(buffer)
  }

  private func print(_ text: String) throws {
    var buffer = OutputBuffer()
    buffer.append(text: Text(text))
    try output.write(buffer)
  }
}
