import ArgumentParser
import EventCatalog
import EventModel
import EventWriting

/// Writes calls for papers.
struct CFPCommand: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "cfp",
    abstract: "Write the calls for papers: which events look for speakers, and until when.",
    discussion: """
      The closing date is a call's day: --from and --to select by it, and the calendar has it. The \
      other selection options ask for the event's place, mode and name; calls have no status and \
      no organizer.

      EXAMPLES
        twir-events cfp --from today
        twir-events cfp --format ics --region Europe -o cfp.ics
        twir-events cfp --format json --issues all | jq '.[].closes'
      """)

  /// What is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case ics, csv, json, text }

  @OptionGroup(title: "Sources") var sources: SourceOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(help: "A calendar of closing dates, a table, objects, or text to read.")
  var format = Format.text

  func validate() throws {
    for (option, values) in [("--organizer", selection.organizer), ("--status", selection.status)]
    where !values.isEmpty {
      throw ValidationError("calls for papers have none that \(option) could ask for")
    }
  }

  var content: Reading.Content { .calls }

  func run(in context: inout CommandContext) throws {
    let query = try CallQuery(
      sources, selection, in: &context,
      archiveStart: format == .text ? Environment.today : nil)
    var buffer = OutputBuffer()
    switch format {
    case .ics: CallWriting.calendar(query.calls, options: calendarOptions, into: &buffer)
    case .csv: CallWriting.table(query.calls, into: &buffer)
    case .json: CallWriting.objects(query.calls, into: &buffer)
    case .text: CallWriting.text(query.calls, into: &buffer)
    }
    try output.write(
      buffer, count: query.calls.count, from: query.origin, in: &context)
  }

  private var calendarOptions: ICalendar.Options {
    var options = ICalendar.Options()
    options.name = Text("Rust calls for papers" + (selection.summary.map { ": \($0)" } ?? ""))
    options.description = "Closing dates of calls for papers, as listed in This Week in Rust"
    options.summary = .title
    return options
  }
}

/// The calls that are asked for: sources read, united, and selected.
struct CallQuery {
  /// The selected calls, in the order of closing date, title and UID.
  let calls: [CallRecord]
  /// Where the issues came from.
  let origin: SourceReader.Origin

  /// Reads and selects; `archiveStart` is the default of `--from` for the local archive.
  init(
    _ sources: SourceOptions, _ selection: SelectionOptions, in context: inout CommandContext,
    archiveStart: CivilDate?
  ) throws {
    let filter = try sources.issueFilter()
    let reading = try context.readings.reading(of: sources, .calls, console: context.console)
    origin = reading.origin
    var calls = CallLedger.read(reading.issues).calls
    if calls.isEmpty, origin == .builtIn {
      // The reader has said so; nothing is there that a selection could miss.
      self.calls = []
      return
    }
    var wanted = try selection.selection(
      defaultStatuses: [], from: origin == .archive ? archiveStart : nil)
    context.warn(of: wanted.prepare(for: calls.map(Event.init(closing:))), "call")
    let newest = reading.issues.map(\.reference.date).max() ?? .distantPast
    let issues = filter ?? (origin == .archive ? .recent : .all)
    calls.removeAll { call in
      let event = Event(closing: call)
      return !issues.matches(event, newest: newest) || !wanted.matches(event)
    }
    if calls.isEmpty { context.warn("no call for papers matches the selection") }
    self.calls = calls
  }
}
