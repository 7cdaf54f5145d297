import ArgumentParser
import EventModel
import EventWriting

/// Writes CSV.
struct CSVCommand: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Write a table for spreadsheets (CSV, RFC 4180).",
    discussion: """
      EXAMPLES
        twir-events csv --from today > events.csv
        twir-events csv --format google --city Vienna > import.csv
      """)

  /// The columns.
  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, google }

  @OptionGroup(title: "Sources") var sources: SourceOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(help: "All that is known (csv), or the columns that Google Calendar imports (google).")
  var format = Format.csv

  func run(in context: inout CommandContext) throws {
    let query = try EventQuery(
      sources, selection, in: &context, defaultStatuses: [.scheduled, .postponed])
    switch format {
    case .csv: try output.write(query, with: CSV(), in: &context)
    case .google: try output.write(query, with: GoogleCSV(), in: &context)
    }
  }
}
