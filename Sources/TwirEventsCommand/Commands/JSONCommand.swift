import ArgumentParser
import EventCatalog
import EventModel
import EventWriting

/// Writes JSON.
struct JSONCommand: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "json",
    abstract: "Write all that is known of the events as JSON.",
    discussion: """
      EXAMPLES
        twir-events json --region Europe | jq '.[].title'
        twir-events json --format ndjson --from today
        twir-events json --format jscalendar --country DE -o rust.json
        twir-events json --raw 2026-02-11-this-week-in-rust.md
      """)

  /// How the events are laid out.
  enum Format: String, ExpressibleByArgument, CaseIterable { case array, ndjson, jcal, jscalendar }

  @OptionGroup(title: "Sources") var sources: SourceOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(
    help: """
      One array, one object a line, or a calendar: jCal (RFC 7265) or JSCalendar (RFC 8984).
      """)
  var format = Format.array

  @Flag(help: "Every listing as it was read, unmerged, in the order of the files.")
  var raw = false

  var content: Reading.Content { raw ? .listings : .events }

  func validate() throws {
    if raw, format == .jcal || format == .jscalendar {
      throw ValidationError(
        "--raw goes with --format array or ndjson: a calendar is made of events")
    }
  }

  func run(in context: inout CommandContext) throws {
    if raw {
      let query = try RawQuery(sources, selection, in: &context)
      try output.write(query.listings, from: query.origin, with: objects, in: &context)
      return
    }
    let query = try EventQuery(sources, selection, in: &context)
    let options = ICalendar.Options(selected: selection.summary)
    switch format {
    case .array, .ndjson: try output.write(query, with: objects, in: &context)
    case .jcal: try output.write(query, with: JCal(options: options), in: &context)
    case .jscalendar: try output.write(query, with: JSCalendar(options: options), in: &context)
    }
  }

  private var objects: EventJSON { EventJSON(layout: format == .ndjson ? .lines : .array) }
}

/// The listings of the sources, unmerged.
struct RawQuery {
  /// The selected listings, each as an event of its own.
  let listings: SelectedEvents
  /// Where the issues came from.
  let origin: SourceReader.Origin

  init(
    _ sources: SourceOptions, _ selection: SelectionOptions, in context: inout CommandContext
  ) throws {
    let filter = try sources.issueFilter()
    let reading = try context.readings.reading(of: sources, .listings, console: context.console)
    let issues = reading.issues
    origin = reading.origin
    let newest = issues.map(\.reference.date).max() ?? .distantPast
    var all: [Event] = []
    all.reserveCapacity(issues.reduce(0) { $0 + $1.listings.count })
    for issue in issues where filter?.includes(issue.reference, newest: newest) ?? true {
      for listing in issue.listings { all.append(Event(raw: listing, of: issue.reference)) }
    }
    var prepared = try selection.selection(defaultStatuses: [], from: nil)
    _ = prepared.prepare(for: all)
    let wanted = prepared
    let span = all.span
    var numbers: [Int] = []
    for number in span.indices where wanted.matches(span[number]) { numbers.append(number) }
    listings = SelectedEvents(all, numbers: numbers)
  }
}
