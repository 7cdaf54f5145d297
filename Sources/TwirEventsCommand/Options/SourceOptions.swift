import ArgumentParser
import EventCatalog
import EventModel

/// Where the issues come from.
struct SourceOptions: ParsableArguments, Sendable {
  @Argument(
    help: ArgumentHelp(
      "Issues of This Week in Rust (Markdown, HTML pages), Atom or RSS feeds, folders of issues, "
        + "URLs of any of these, or - for standard input.",
      discussion: "Without one the local archive is read: $TWIR_EVENTS_HOME, else "
        + "$XDG_DATA_HOME/twir-events, else ~/.local/share/twir-events. It is brought up to date "
        + "first where that was not done for six hours. Where there is none and no network, the "
        + "issue that is built in stands in.",
      valueName: "source"),
    completion: .file(extensions: ["md", "markdown", "html", "xml"]))
  var sources: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only events that these issues list: latest, recent, all, 638, 600-638, or "
        + "2025-01-01..2025-06-30. (default: all; for the archive: recent)", valueName: "which"))
  var issues: String?

  @Option(
    help: ArgumentHelp("The date of an issue that does not say it: YYYY-MM-DD.", valueName: "date"))
  var issueDate: String?

  @Option(
    help: ArgumentHelp(
      "End with code 75 and leave the output as it was, when the newest issue is older: 10d, 36h, "
        + "2w.", valueName: "duration"))
  var maxAge: String?

  @Flag(
    name: .customLong("no-pages"),
    help: "Leave out what 'refresh --pages' has read of event pages.")
  var leavesOutPages = false

  @OptionGroup var site: SiteOptions

  @Flag(help: "Use no network at all.")
  var offline = false

  @OptionGroup var messages: MessageOptions

  var console: Console { messages.console }

  func validate() throws {
    if let issueDate, CivilDate(issueDate) == nil {
      throw ValidationError("'\(issueDate)' is no date for --issue-date: expected YYYY-MM-DD")
    }
    if let maxAge, AgeLimit(maxAge) == nil {
      throw ValidationError(
        "'\(maxAge)' is no duration for --max-age: expected a number of hours, days or weeks such as "
          + "36h, 10d or 2w")
    }
  }

  /// What decides which issues are read, and how: where two are equal, one reading serves both.
  struct Identity: Hashable, Sendable {
    fileprivate var sources: [String]
    fileprivate var issueDate: String?
    fileprivate var isOffline: Bool
    fileprivate var baseURL: String?
    fileprivate var leavesOutPages: Bool
  }

  /// What decides which issues are read; `--issues` does not, for the ledger reads every issue.
  var identity: Identity {
    Identity(
      sources: sources, issueDate: issueDate, isOffline: offline, baseURL: site.baseURL,
      leavesOutPages: leavesOutPages)
  }

  /// What of the network may be used.
  func network() throws -> NetworkUse { offline ? .offline : .online(try site.site()) }

  /// Reads the sources; messages go to `console`, if it is not the options' own.
  func read(
    _ content: SourceReader.Content = .events, console: Console? = nil
  ) throws -> SourceReader {
    var reader = SourceReader(
      console: console ?? self.console, issueDate: issueDate.flatMap { CivilDate($0) },
      content: content)
    try reader.read(sources, network: network())
    return reader
  }

  /// Throws where the newest issue is older than the user wants.
  func requireFreshness(of newest: CivilDate?) throws(CommandError) {
    let (today, hour) = (Environment.today, Environment.hour)
    guard let newest, let limit = maxAge.flatMap({ AgeLimit($0) }),
      limit.isExceeded(by: newest, today: today, hour: hour)
    else { return }
    throw .stale(newest: newest, limit: limit.text)
  }
}
