import ArgumentParser
import EventModel
import EventWriting

/// Writes many feeds from one reading of the sources.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Write all feeds of a file from one reading of the sources.",
    usage: "twir-events run [<options>] [<file> [<name> ...]]",
    discussion: """
      The file has a name, a colon and a command line for each feed. Words are quoted as in a \
      shell, '~/' and variables mean what they mean there, '#' begins a comment, and a backslash \
      at the end of a line continues it. Paths are those of the current folder, as on the command \
      line.

        europe:  ics --region Europe -o public/europe.ics
        berlin:  ics --near Berlin --within 60 -o public/berlin.ics
        sheet:   csv --from today -o public/events.csv

      A feed that fails leaves its old file; the others are written. The exit code is that of the \
      first failure.

      EXAMPLES
        twir-events run
        twir-events run feeds
        twir-events run feeds berlin sheet
        twir-events run feeds --dry-run
      """)

  @Argument(
    help: ArgumentHelp(
      "The file, and the names of the feeds to write.",
      discussion: "Without a file $XDG_CONFIG_HOME/twir-events/feeds is read, else "
        + "~/.config/twir-events/feeds; - is standard input. Without names all feeds are written.",
      valueName: "file-and-names"),
    completion: .file())
  var arguments: [String] = []

  @Flag(help: "Show the feeds and write nothing.")
  var list = false

  @Flag(name: [.customShort("n"), .long], help: "Say what would change and write nothing.")
  var dryRun = false

  @Flag(help: "Use no network at all, for no feed.")
  var offline = false

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if list, dryRun { throw ValidationError("--list and --dry-run exclude each other") }
  }

  func run() throws {
    let choice = try FeedChoice(arguments)
    let file: FeedsFile
    let plan: FeedPlan
    do throws(CommandError) {
      file = try FeedsFile(path: choice.path)
      if list { return try print(FeedReport.list(try choice.entries(of: file))) }
      plan = try FeedPlan(file, choosing: try choice.entries(of: file))
    } catch .feeds(let problems) {
      for problem in problems { Console.error(problem.description) }
      throw ExitStatus.usage
    }
    let console = messages.console
    let outcomes = FeedRun(console: console, isRehearsal: dryRun)
      .run(offline ? plan.offlineFeeds : plan.feeds)
    let report = FeedReport(path: file.path, plan: plan, outcomes: outcomes)
    if dryRun { try print(report.changes) }
    report.say(to: console, isRehearsal: dryRun)
    if let status = report.firstFailure { throw status }
  }

  private func print(_ text: String) throws(CommandError) {
    var buffer = OutputBuffer()
    buffer.append(text: Text(text))
    var file = OutputFile()
    _ = try buffer.withSpan { span throws(CommandError) in try file.write(span) }
  }
}
