import ArgumentParser
import EventCatalog
import EventModel

/// The events that a command works on: sources read, united, and selected.
struct EventQuery {
  /// The selected events, in the order of start, title and UID.
  let events: [Event]
  /// Where the issues came from.
  let origin: SourceReader.Origin

  /// Reads and selects.
  ///
  /// - Parameters:
  ///   - sources: where the issues come from.
  ///   - selection: which events are wanted.
  ///   - defaultStatuses: which statuses are wanted if no option says it; none for all.
  ///   - archiveStart: the default of `--from` for issues of the local archive.
  /// - Throws: `CommandError` or `ValidationError`.
  init(
    _ sources: SourceOptions, _ selection: SelectionOptions, defaultStatuses: Set<EventStatus> = [],
    archiveStart: CivilDate? = nil
  ) throws {
    let filter = try sources.issueFilter()
    let reader = try sources.read()
    origin = reader.origin
    let ledger = Ledger.read(reader.issues)
    for note in ledger.notes { sources.console.ledgerNote(note) }
    var events = ledger.events
    var wanted = try selection.selection(
      defaultStatuses: defaultStatuses, from: origin == .archive ? archiveStart : nil)
    for name in wanted.prepare(for: events) {
      let nearest = name.nearest.map { "'\($0)'" }.joined(separator: " or ")
      sources.console.warning(
        "no event is in '\(name.name)'" + (nearest.isEmpty ? "" : "; did you mean \(nearest)?"))
    }
    let newest = reader.issues.map(\.reference.date).max() ?? .distantPast
    let issues = filter ?? (origin == .archive ? .recent : .all)
    events.removeAll { !issues.matches($0, newest: newest) || !wanted.matches($0) }
    if events.isEmpty { sources.console.warning("no event matches the selection") }
    self.events = events
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

extension Console {
  /// What the ledger found, which concerns an issue as a whole or one of its lines.
  fileprivate func ledgerNote(_ note: Ledger.Note) {
    let file = note.issue.file.isEmpty ? "-" : note.issue.file.string
    diagnostic(note.diagnostic, in: file)
  }
}
