import ArgumentParser
import EventCatalog
import EventModel

/// Where the issues come from.
struct SourceOptions: ParsableArguments, Sendable {
  @Argument(
    help: ArgumentHelp(
      "Issues of This Week in Rust (Markdown, HTML pages), folders of them, Atom or RSS feeds, or - "
        + "for standard input.",
      discussion: "Without one the local archive is read: $TWIR_EVENTS_HOME, else "
        + "$XDG_DATA_HOME/twir-events, else ~/.local/share/twir-events; where there is none, the "
        + "issue that is built in.",
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

  @Flag(help: "Use no network at all.")
  var offline = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors on standard error.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show every finding in the issues on standard error.")
  var verbose = false

  var console: Console {
    Console(verbosity: quiet ? .quiet : verbose ? .verbose : .normal)
  }

  func validate() throws {
    if let issueDate, CivilDate(issueDate) == nil {
      throw ValidationError("'\(issueDate)' is no date for --issue-date: expected YYYY-MM-DD")
    }
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  /// What decides which issues are read, and how: where two are equal, one reading serves both.
  struct Identity: Hashable, Sendable {
    fileprivate var sources: [String]
    fileprivate var issueDate: String?
    fileprivate var isOffline: Bool
  }

  /// What decides which issues are read; `--issues` does not, for the ledger reads every issue.
  var identity: Identity {
    Identity(sources: sources, issueDate: issueDate, isOffline: offline)
  }

  /// Reads the sources; messages go to `console`, if it is not the options' own.
  func read(
    _ content: SourceReader.Content = .events, console: Console? = nil
  ) throws -> SourceReader {
    var reader = SourceReader(
      console: console ?? self.console, issueDate: issueDate.flatMap { CivilDate($0) },
      content: content)
    try reader.read(sources)
    return reader
  }
}
