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
  /// - Throws: `CommandError` where a source cannot be read, `ValidationError` where an option has no
  ///   meaning.
  init(
    _ sources: SourceOptions, _ selection: SelectionOptions, defaultStatuses: Set<EventStatus> = [],
    archiveStart: CivilDate? = nil
  ) throws {
    let filter = try sources.issueFilter()
    var reader = try sources.read()
    origin = reader.origin
    let newest = reader.issues.map(\.reference.date).max() ?? .distantPast
    var events = Self.events(of: &reader, sources.console)
    var prepared = try selection.selection(
      defaultStatuses: defaultStatuses, from: origin == .archive ? archiveStart : nil)
    sources.console.warn(of: prepared.prepare(for: events), "event")
    let issues = filter ?? (origin == .archive ? .recent : .all)
    let wanted = prepared
    events.keep { issues.matches($0, newest: newest) && wanted.matches($0) }
    if events.isEmpty { sources.console.warning("no event matches the selection") }
    self.events = events
  }

  /// The events of the issues read.
  ///
  /// The ledger ends here, so that they are the caller's alone.
  private static func events(of reader: inout SourceReader, _ console: Console) -> [Event] {
    let ledger = Ledger.read(reader.takeSteps())
    for note in ledger.notes { console.ledgerNote(note) }
    return ledger.events
  }
}

extension [Event] {
  /// Leaves out the events that are not wanted; where all are, nothing is copied.
  mutating func keep(_ isWanted: (Event) -> Bool) {
    let unwanted = numbers { !isWanted($0) }
    guard let first = unwanted.first else { return }
    var next = unwanted[...]
    var kept = first
    for index in first..<count {
      if next.first == index {
        next.removeFirst()
      } else {
        swapAt(kept, index)
        kept += 1
      }
    }
    removeLast(count - kept)
  }

  /// The places of the events that a condition holds for, which it is lent.
  private func numbers(where condition: (Event) -> Bool) -> [Int] {
    let span = self.span
    var numbers: [Int] = []
    for index in span.indices where condition(span[index]) { numbers.append(index) }
    return numbers
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
  /// Warns of cities and countries that nothing is in; `noun` says what could be.
  func warn(of names: [UnknownName], _ noun: String) {
    for name in names {
      let nearest = name.nearest.map { "'\($0)'" }.joined(separator: " or ")
      warning(
        "no \(noun) is in '\(name.name)'" + (nearest.isEmpty ? "" : "; did you mean \(nearest)?"))
    }
  }

  /// What the ledger found, which concerns an issue as a whole or one of its lines.
  fileprivate func ledgerNote(_ note: Ledger.Note) {
    let file = note.issue.file.isEmpty ? "-" : note.issue.file.string
    diagnostic(note.diagnostic, in: file)
  }
}
