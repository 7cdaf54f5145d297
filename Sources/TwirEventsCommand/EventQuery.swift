import ArgumentParser
import EventCatalog
import EventModel

/// The events that a command works on: sources read, united, and selected.
struct EventQuery {
  /// The selected events, in the order of start, title and UID.
  let events: SelectedEvents
  /// Where the issues came from.
  let origin: SourceReader.Origin

  /// Reads and selects.
  ///
  /// - Parameters:
  ///   - sources: where the issues come from.
  ///   - selection: which events are wanted.
  ///   - context: what was read already.
  ///   - defaultStatuses: which statuses are wanted if no option says it; none for all.
  ///   - archiveStart: the default of `--from` for issues of the local archive.
  /// - Throws: `CommandError` where a source cannot be read, `ValidationError` where an option has no
  ///   meaning.
  init(
    _ sources: SourceOptions, _ selection: SelectionOptions, in context: inout CommandContext,
    defaultStatuses: Set<EventStatus> = [], archiveStart: CivilDate? = nil
  ) throws {
    let filter = try sources.issueFilter()
    let reading = try context.readings.reading(of: sources, .events, console: context.console)
    guard let catalogue = reading.catalogue else {
      throw CommandError.noEventsSection(sources: sources.sources)
    }
    origin = catalogue.origin
    var wanted = try selection.selection(
      defaultStatuses: defaultStatuses, from: origin == .archive ? archiveStart : nil)
    context.warn(of: catalogue.prepare(&wanted), "event")
    let numbers = catalogue.numbers(of: wanted, issues: filter ?? catalogue.defaultIssues)
    if numbers.isEmpty {
      let isFromToday = origin == .archive && archiveStart != nil && selection.from == nil
      context.warn(
        "no event matches the selection"
          + (isFromToday ? " from today on; --from shows earlier ones, as --from -30d" : ""))
    }
    events = SelectedEvents(catalogue.events, numbers: numbers)
  }
}

extension SourceOptions {
  /// What `--issues` says; nil where it is not given.
  func issueFilter() throws -> IssueFilter? {
    guard let issues else { return nil }
    do {
      return try IssueFilter(issues)
    } catch {
      throw ValidationError(error.description)
    }
  }
}
