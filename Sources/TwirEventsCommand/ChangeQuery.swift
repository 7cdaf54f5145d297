import ArgumentParser
import EventCatalog
import EventModel

/// The changes that are asked for: sources read, two states compared, and selected.
struct ChangeQuery {
  /// The selected changes, in the order of the events.
  let changes: [EventChange]
  /// Where the issues came from.
  let origin: SourceReader.Origin
  /// The day of the newest issue.
  let newest: CivilDate

  /// Reads, compares and selects; `since` is the last issue that counts as known, by default the one
  /// before the newest.
  init(
    _ sources: SourceOptions, _ selection: SelectionOptions, since: IssueBoundary?,
    in context: inout CommandContext
  ) throws {
    let filter = try sources.issueFilter()
    let reading = try context.readings.reading(of: sources, .history, console: context.console)
    guard case .history(let catalogue, let steps) = reading else {
      throw CommandError.noEventsSection(sources: sources.sources)
    }
    (origin, newest) = (catalogue.origin, catalogue.newest)
    let day = try Self.day(of: since, among: Ledger.issues(of: steps), &context)
    var earlier = Ledger.events(after: steps, until: day)
    if origin == .archive, !sources.leavesOutPages,
      // What is odd about the pages was said of the state of now.
      let pages = ArchivePages(console: Console(verbosity: .quiet))
    {
      earlier = pages.joined(earlier, newest: day, until: day)
    }
    let all = EventChange.changes(from: earlier, to: catalogue.events)

    var wanted = try selection.selection(defaultStatuses: [], from: nil)
    if wanted.needsPlaces {
      // What has left a city is of interest there.
      let known = catalogue.events + all.compactMap(\.before)
      context.warn(of: wanted.prepare(for: known), "event")
    }
    let (newest, isWanted) = (newest, wanted.matches)
    changes = all.filter { change in
      (filter?.matches(change.event, newest: newest) ?? true)
        && (isWanted(change.event) || change.before.map(isWanted) ?? false)
    }
    if changes.isEmpty { context.warn("no change matches the selection since \(day)") }
  }

  /// The day up to which issues count as known.
  private static func day(
    of boundary: IssueBoundary?, among issues: [IssueReference], _ context: inout CommandContext
  ) throws(CommandError) -> CivilDate {
    guard let newest = issues.last else { return .distantPast }
    switch boundary {
    case .day(let day): return day
    case .number(let number):
      if let issue = issues.last(where: { $0.number == number }) { return issue.date }
      throw .usage("no issue \(number) for --since in the sources: \(Self.range(of: issues))")
    case nil:
      if let before = issues.last(where: { $0.date < newest.date }) { return before.date }
      context.warn("there is one issue alone, so that all its events are new")
      return newest.date.advanced(by: -1)
    }
  }

  /// `they have 600 to 638`.
  private static func range(of issues: [IssueReference]) -> String {
    let numbers = issues.compactMap(\.number)
    guard let first = numbers.min(), let last = numbers.max() else { return "none has a number" }
    return first == last ? "they have \(first)" : "they have \(first) to \(last)"
  }
}
