package import EventModel

/// Which issues list the wanted events.
///
/// The ledger reads every issue all the same: it decides what an event is, this what is shown.
package enum IssueFilter: Hashable, Sendable {
  /// The newest issue.
  case latest
  /// The issues from four weeks before the newest on.
  case recent
  /// All issues.
  case all
  /// The issues with these numbers.
  case numbers(ClosedRange<UInt32>)
  /// The issues of these days.
  case dates(ClosedRange<CivilDate>)

  /// How many days before the newest issue ``recent`` begins.
  package static let recentDays = 28

  /// The filter that an option writes: `latest`, `recent`, `all`, `638`, `600-638`, `2026-02-11`,
  /// `2025-01-01..2025-06-30`, where either day may be missing.
  ///
  /// - Throws: ``SelectionError/invalidIssues(_:)``.
  package init(_ text: String) throws(SelectionError) {
    switch text.lowercased() {
    case "latest": self = .latest
    case "recent": self = .recent
    case "all": self = .all
    default:
      guard let filter = Self.numbers(text) ?? Self.dates(text) else { throw .invalidIssues(text) }
      self = filter
    }
  }

  /// Whether an issue is one of them.
  ///
  /// - Parameters:
  ///   - issue: the issue.
  ///   - newest: the day of the newest issue of the sources.
  /// - Returns: whether it is.
  package func includes(_ issue: IssueReference, newest: CivilDate) -> Bool {
    switch self {
    case .latest: issue.date == newest
    case .recent: issue.date >= newest.advanced(by: -Self.recentDays)
    case .all: true
    case .numbers(let range): issue.number.map(range.contains) ?? false
    case .dates(let range): range.contains(issue.date)
    }
  }

  /// Whether one of them lists an event.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - newest: the day of the newest issue of the sources.
  /// - Returns: whether any does.
  package func matches(_ event: Event, newest: CivilDate) -> Bool {
    includes(event.firstSource.issue, newest: newest)
      || event.laterSources.contains { includes($0.issue, newest: newest) }
  }

  private static func numbers(_ text: String) -> IssueFilter? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.first.map { "0"..."9" ~= $0 } == true ? UInt32(part) : nil
    }
    guard numbers.count == parts.count, parts.count <= 2, let first = numbers.first,
      let last = numbers.last, first <= last
    else { return nil }
    return .numbers(first...last)
  }

  private static func dates(_ text: String) -> IssueFilter? {
    if let day = CivilDate(text) { return .dates(day...day) }
    let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty else { return nil }
    let (start, end) = (parts[0], parts[2])
    guard let first = start.isEmpty ? .distantPast : CivilDate(String(start)),
      let last = end.isEmpty ? .distantFuture : CivilDate(String(end)), first <= last
    else { return nil }
    return .dates(first...last)
  }
}
