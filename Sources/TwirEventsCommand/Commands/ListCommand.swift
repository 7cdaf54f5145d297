import ArgumentParser
import EventModel
import EventWriting

/// Shows a table on the terminal.
struct ListCommand: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show the events as a table, by day, or count them.",
    discussion: """
      EXAMPLES
        twir-events list --region Europe
        twir-events list --near "Portland, OR" --within 100
        twir-events list --by country
      """)

  /// When colour is used.
  enum Color: String, ExpressibleByArgument, CaseIterable, Sendable { case auto, always, never }

  @OptionGroup(title: "Sources") var sources: SourceOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(help: "Count the events instead.")
  var by: TerminalCounts.Criterion?

  @Option(help: ArgumentHelp("Columns. (default: the terminal's width)", valueName: "columns"))
  var width: Int?

  @Option(help: "Colour on a terminal, always, or never.")
  var color = Color.auto

  func validate() throws {
    if let width, !(20...10_000).contains(width) {
      throw ValidationError("'\(width)' is no width: expected 20 to 10000 columns")
    }
  }

  func run(in context: inout CommandContext) throws {
    let query = try EventQuery(
      sources, selection, in: &context, defaultStatuses: [.scheduled, .postponed],
      archiveStart: Environment.today)
    if let by {
      try output.write(query, with: TerminalCounts(by: by), in: &context)
      return
    }
    let terminalWidth = output.output == nil ? Console.terminalWidth : nil
    let options = TerminalTable.Options(
      width: width ?? terminalWidth, color: color.isUsed(onTerminal: terminalWidth != nil))
    try output.write(query, with: TerminalTable(options: options), in: &context)
  }
}

extension ListCommand.Color {
  /// Whether colour is written, where the output is a terminal or is none.
  func isUsed(onTerminal isTerminal: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: isTerminal && Environment.variable("NO_COLOR") == nil
    }
  }
}

extension TerminalCounts.Criterion: ExpressibleByArgument {}
