import ArgumentParser
import EventModel
import EventWriting

/// Writes iCalendar.
struct ICSCommand: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "ics",
    abstract: "Write a calendar file to import or subscribe to (iCalendar, RFC 5545).",
    discussion: """
      EXAMPLES
        twir-events ics --region Europe > rust.ics
        twir-events ics --near Berlin --within 100 -o ~/public/berlin.ics
        twir-events ics --mode virtual,hybrid --reminder P1D > online.ics
      """)

  @OptionGroup(title: "Sources") var sources: SourceOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Calendar") var calendar: CalendarOptions

  func run(in context: inout CommandContext) throws {
    let query = try EventQuery(sources, selection, in: &context)
    let options = try calendar.options(summary: selection.summary)
    let size = try output.write(query, with: ICalendar(options: options), in: &context)
    let count = query.events.count
    if count > CalendarOptions.readableEvents || size > CalendarOptions.readableSize {
      context.warn(
        "the calendar has \(count) events and \(size / 1024) KiB; Google reads about 1,000 events "
          + "or 1 MB and drops the rest: narrow it with --region, --from or --issues")
    }
  }
}

/// How the calendar is written.
struct CalendarOptions: ParsableArguments, Sendable {
  /// What Google reads of a subscribed calendar, as far as is known.
  static let readableEvents = 1_000
  static let readableSize = 1_000_000

  enum Summary: String, ExpressibleByArgument, CaseIterable { case group, title }
  enum Method: String, ExpressibleByArgument, CaseIterable { case publish }
  enum Cancelled: String, ExpressibleByArgument, CaseIterable { case mark, title, drop }
  enum Withdrawn: String, ExpressibleByArgument, CaseIterable {
    case keep, tentative, cancel, drop
  }

  @Option(
    help: ArgumentHelp(
      "The calendar's name. (default: 'Rust events', with the selection)", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "How often clients should look again: an RFC 5545 duration.", valueName: "duration"))
  var ttl = "PT12H"

  @Option(help: ArgumentHelp("Where the calendar will be published.", valueName: "url"))
  var feedURL: String?

  @Option(help: "Write METHOD:PUBLISH.")
  var method: Method?

  @Option(help: ArgumentHelp("A CSS colour name for clients that show one.", valueName: "name"))
  var color = "sienna"

  @Option(
    help: "Put the group before a title that does not name it (group), or not (title).")
  var summary = Summary.group

  @Option(help: "Mark cancelled events, say it in the title only, or leave them out.")
  var cancelled = Cancelled.mark

  @Option(help: "How events are shown that a later issue no longer lists.")
  var withdrawn = Withdrawn.tentative

  @Option(
    help: ArgumentHelp(
      "Add a reminder so long before: an RFC 5545 duration such as P1D.", valueName: "duration"))
  var reminder: String?

  func validate() throws {
    if !ICalendar.isPositiveDuration(Text(ttl.uppercased())) {
      throw Self.noDuration(ttl, for: "--ttl")
    }
    if let reminder, !ICalendar.isDuration(Text(reminder.uppercased())) {
      throw Self.noDuration(reminder, for: "--reminder")
    }
    guard ICalendar.isColorName(color) else {
      throw ValidationError(
        "'\(color)' is no colour for --color: expected a CSS colour name such as sienna or teal")
    }
    if let feedURL, !ICalendar.isWebAddress(Text(feedURL)) {
      throw ValidationError("'\(feedURL)' is no URL for --feed-url: expected https://…")
    }
  }

  private static func noDuration(_ value: String, for option: String) -> ValidationError {
    ValidationError(
      "'\(value)' is no duration for \(option): expected one of RFC 5545, such as PT12H or P1D")
  }

  /// The writer's options; `summary` says what was selected.
  func options(summary selected: String?) throws -> ICalendar.Options {
    var options = ICalendar.Options(selected: selected)
    if let name { options.name = Text(name) }
    options.timeToLive = Text(ttl.uppercased())
    options.feedURL = feedURL.map { Text($0) }
    options.methodPublish = method == .publish
    options.color = Text(color.lowercased())
    options.summary = summary == .group ? .groupFirst : .title
    options.cancelled =
      switch cancelled {
      case .mark: .mark
      case .title: .title
      case .drop: .drop
      }
    options.withdrawn =
      switch withdrawn {
      case .keep: .keep
      case .tentative: .tentative
      case .cancel: .cancel
      case .drop: .drop
      }
    options.reminder = reminder.map { Text($0.uppercased()) }
    return options
  }
}

extension ICalendar.Options {
  /// The defaults, with what was selected in the calendar's name.
  init(selected: String?) {
    self.init()
    if let selected { name = Text("\(name): \(selected)") }
  }
}
