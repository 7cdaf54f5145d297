import ArgumentParser
import EventCatalog
import EventModel
import EventWriting

/// Writes what changed between two issues.
struct ChangesCommand: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Say what is new, moved, renamed, withdrawn, back or cancelled since an issue.",
    discussion: """
      Compares what the issues up to one said with what all of them say. 'updated' is whatever else \
      a calendar shows: place, address, mode, hours.

      EXAMPLES
        twir-events changes
        twir-events changes --since 630 --region Europe
        twir-events changes --format atom -o public/changes.xml
        twir-events changes --format json | jq '.[].event.title'
      """)

  /// What is written.
  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case text, json, atom }

  @OptionGroup(title: "Sources") var sources: SourceOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(help: "Text to read, objects, or a feed for news readers (Atom, RFC 4287).")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "The issue, by number or date, whose state is compared. (default: the one before the newest)",
      valueName: "issue"))
  var since: String?

  @Option(help: ArgumentHelp("Where the Atom feed will be published.", valueName: "url"))
  var feedURL: String?

  @Option(help: "Colour on a terminal, always, or never.")
  var color = ListCommand.Color.auto

  var content: Reading.Content { .history }

  func validate() throws {
    if let since, IssueBoundary(since) == nil {
      throw ValidationError(
        "'\(since)' is no issue for --since: expected a number such as 630 or a date YYYY-MM-DD")
    }
    if let feedURL, !ICalendar.isWebAddress(Text(feedURL)) {
      throw ValidationError("'\(feedURL)' is no URL for --feed-url: expected https://…")
    }
  }

  func run(in context: inout CommandContext) throws {
    let query = try ChangeQuery(
      sources, selection, since: since.flatMap { IssueBoundary($0) }, in: &context)
    var buffer = OutputBuffer()
    switch format {
    case .text: text.write(query.changes, into: &buffer)
    case .json: ChangesJSON.write(query.changes, into: &buffer)
    case .atom:
      AtomFeed(options: feedOptions).write(query.changes, updated: query.newest, into: &buffer)
    }
    try output.write(buffer, count: query.changes.count, from: query.origin, in: &context)
  }

  private var text: ChangesText {
    let width = output.path == nil ? Console.terminalWidth : nil
    return ChangesText(width: width, color: color.isUsed(onTerminal: width != nil))
  }

  private var feedOptions: AtomFeed.Options {
    var options = AtomFeed.Options()
    options.title = Text("Rust events: changes" + (selection.summary.map { " (\($0))" } ?? ""))
    options.feedURL = feedURL.map { Text($0) }
    return options
  }
}
