import ArgumentParser
import EventCatalog
import EventModel
import IssueReading

/// Writes the calendar after each issue, as if it had been written each week, for who works on the
/// ledger.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Replay the issues of a folder one by one, and compare the calendars.",
    discussion: """
      Prints what became of the events still ahead, and each case that is doubtful with what the \
      ledger decided. Exit 1 where two events have one UID, an event changed its UID or stands \
      twice, an unchanged event has other bytes, or a SEQUENCE fell.
      """,
    shouldDisplay: false)

  @Argument(help: "A folder of issues.", completion: .directory)
  var folder: String

  @Option(help: "Report issues from this day on; the earlier ones are read all the same.")
  var since = "2022-03-01"

  func run() throws {
    guard let first = CivilDate(since) else {
      throw ValidationError("'\(since)' is no day: write YYYY-MM-DD")
    }
    var replay = Replay(since: first)
    for issue in try issues() { replay.add(issue) }
    try OutputFile.print(replay.report)
    if !replay.broken.isEmpty { throw CommandError.brokenPromises(count: replay.broken.count) }
  }

  /// The issues in the order of their dates.
  private func issues() throws -> [Issue] {
    let files = try IssueFolder(folder)
    var reader = IssueReader()
    var issues: [Issue] = []
    for path in files.paths {
      let bytes = try files.contents(of: path)
      do throws(IssueReadingError) {
        issues.append(try reader.read(bytes, file: files.name(of: path)))
      } catch .noEventsSection {
        // One that says nothing of events changes no calendar.
      } catch {
        Console(verbosity: .normal)
          .warning("'\(path)' is no issue that can be read; it is left out")
      }
    }
    return issues.sorted { $0.reference < $1.reference }
  }
}
