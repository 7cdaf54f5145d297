import ArgumentParser
import EventModel
import EventWriting
import IssueChecking
import ProgramVersion

/// Which findings `check` shows, how, and whether it mends them.
struct FindingOptions: ParsableArguments {
  /// How findings are written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github, sarif }

  @Option(help: "Lines for people, JSON, GitHub's workflow commands, or SARIF 2.1.0.")
  var format = Format.text

  @Option(help: "Colour on a terminal, always, or never.")
  var color = ListCommand.Color.auto

  @Flag(help: "Mend what has one sure mend, in the files themselves; for -, on standard output.")
  var fix = false

  @Flag(help: "Show what --fix would do, in the form that 'git apply' takes.")
  var diff = false

  @Option(
    help: ArgumentHelp(
      "Only findings that are not in this file, which --format json wrote.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Only findings on lines that are not as in this revision of git.", valueName: "rev"))
  var changedSince: String?

  func validate() throws {
    if fix, diff { throw ValidationError("--fix and --diff exclude each other") }
    if fix || diff, changedSince != nil {
      throw ValidationError(
        "--changed-since goes with no --fix or --diff: a mend may move lines that are not changed")
    }
    if diff, format != .text {
      throw ValidationError("--diff has a form of its own: leave out --format")
    }
  }

  /// Whether findings are shown in colour on an output.
  func isColored(onTerminal isTerminal: Bool) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: isTerminal && Environment.variable("NO_COLOR") == nil
    }
  }

  /// Writes the findings of files.
  func write(
    _ files: [CheckReader.File], by rules: [CheckRule], inColor: Bool,
    into buffer: inout OutputBuffer
  ) {
    switch format {
    case .text: write(files, as: FindingText(inColor: inColor), into: &buffer)
    case .json: write(files, as: FindingJSON(), into: &buffer)
    case .github: write(files, as: FindingWorkflow(), into: &buffer)
    case .sarif:
      let rules = rules.map {
        FindingSARIF.Rule(
          code: $0.code, severity: $0.severity, summary: $0.summary, page: RulePage.markdown($0))
      }
      write(files, as: FindingSARIF(version: ProgramVersion.current, rules: rules), into: &buffer)
    }
  }

  private func write(
    _ files: [CheckReader.File], as writer: consuming some FindingWriter,
    into buffer: inout OutputBuffer
  ) {
    writer.begin(into: &buffer)
    for file in files {
      for finding in file.findings {
        writer.write(finding, path: file.path, text: file.result.text, into: &buffer)
      }
    }
    writer.end(into: &buffer)
  }
}
