import EventWriting

/// What a run has to say of its feeds.
struct FeedReport {
  /// The file of feeds, as it was named.
  let path: String
  /// A feed's place in the file and what became of it; the outcome of one that could not be parsed is
  /// its problem.
  private let lines: [(feed: Feed?, problem: FeedProblem?, outcome: FeedRun.Outcome)]

  /// Joins what was planned with what became of it.
  init(path: String, plan: FeedPlan, outcomes: [FeedRun.Outcome]) {
    self.path = path
    var outcomes = outcomes[...]
    lines = plan.items.map { item in
      switch item {
      case .success(let feed): (feed, nil, outcomes.popFirst() ?? FeedRun.Outcome())
      case .failure(let problem): (nil, problem, FeedRun.Outcome())
      }
    }
  }

  /// The exit code of the first feed that failed; nil where all are written.
  var firstFailure: ExitStatus? {
    lines.lazy.compactMap { $0.problem == nil ? $0.outcome.failure?.status : .usage }.first
  }

  /// Says warnings and failures in the order of the file, and how many feeds were written.
  func say(to console: Console, isRehearsal: Bool) {
    for line in lines {
      if let problem = line.problem { Console.error(problem.description) }
      guard let feed = line.feed else { continue }
      let place = FeedProblem.place(path, feed.line, feed.name)
      for warning in line.outcome.warnings { console.warning("\(place): \(warning)") }
      if let failure = line.outcome.failure { Console.error("\(place): \(failure.message)") }
    }
    if !isRehearsal { console.note(summary) }
  }

  private var summary: String {
    let outputs = lines.flatMap(\.outcome.outputs)
    let unchanged = outputs.count { $0.change == .unchanged }
    let failed = lines.count { $0.problem != nil || $0.outcome.failure != nil }
    var parts = ["wrote \(outputs.count - unchanged)"]
    if unchanged > 0 { parts.append("\(unchanged) unchanged") }
    if failed > 0 { parts.append("\(failed) failed") }
    return "\(lines.count) feed\(lines.count == 1 ? "" : "s"): " + parts.joined(separator: ", ")
  }

  /// What would change, a feed a line: name, change, events, bytes, file.
  var changes: String {
    var rows: [[String]] = []
    for line in lines {
      guard let name = line.feed?.name ?? line.problem?.feed else { continue }
      if line.outcome.outputs.isEmpty { rows.append([name, "failed"]) }
      for output in line.outcome.outputs {
        rows.append([
          name, output.change.rawValue, counted(output.eventCount, "event"),
          counted(output.byteCount, "byte"), output.path,
        ])
      }
    }
    return Self.aligned(rows)
  }

  /// The feeds, one a line: the name and the command line.
  static func list(_ entries: [FeedsFile.Entry]) -> String {
    aligned(
      entries.map { entry in
        let words = entry.commandLine.split { $0 == " " || $0 == "\t" }
        return [entry.name, words.joined(separator: " ")]
      })
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Rows with their columns one under the other.
  private static func aligned(_ rows: [[String]]) -> String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.count)
      }
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1
          ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
