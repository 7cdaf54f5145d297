/// Why a selection cannot be what an option says: a usage error.
package enum SelectionError: Error, Hashable, Sendable {
  /// No region has the name.
  case unknownRegion(String)
  /// No mode has the name.
  case unknownMode(String)
  /// No status has the name.
  case unknownStatus(String)
  /// The text is no date, and none relative to today.
  case invalidDate(String)
  /// The text names no issues.
  case invalidIssues(String)
  /// The distance is no number from 0 on.
  case invalidDistance(String)
  /// Several cities have the name, and none is by far the greatest.
  case ambiguousCity(String, choices: [String])
  /// The gazetteer has no such city.
  case unknownCity(String, nearest: [String])
}

extension SelectionError: CustomStringConvertible {
  /// What was found and what was expected: lower case, no full stop.
  package var description: String {
    switch self {
    case .unknownRegion(let name):
      "no region is called '\(name)': expected \(Self.list(SelectionNames.regions))"
    case .unknownMode(let name):
      "no mode is called '\(name)': expected \(Self.list(SelectionNames.modes))"
    case .unknownStatus(let name):
      "no status is called '\(name)': expected \(Self.list(SelectionNames.statuses))"
    case .invalidDate(let text):
      "'\(text)' is no date: expected YYYY-MM-DD, 'today', 'tomorrow', or days or weeks from today "
        + "such as '+4w' or '-30d'"
    case .invalidIssues(let text):
      "'\(text)' names no issues: expected 'latest', 'recent', 'all', a number, a range such as "
        + "'600-638', or dates such as '2025-01-01..2025-06-30'"
    case .invalidDistance(let text):
      "'\(text)' is no distance: expected kilometres from 0 on"
    case .ambiguousCity(let name, let choices):
      "several cities are called '\(name)': choose one of "
        + choices.map { "'\($0)'" }.joined(separator: "; ")
    case .unknownCity(let name, let nearest):
      "no city is called '\(name)'"
        + (nearest.isEmpty ? "" : ": did you mean \(Self.list(nearest))?")
    }
  }

  private static func list(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
