import EventModel
import IssueReading

/// What became of the items of many issues, by year.
struct Coverage {
  /// The sums of one year.
  private struct Sums {
    var files = 0
    var items = 0
    var itemsRead = 0
    var itemsFaulty = 0
    var results = 0
    var findings: [Diagnostic.Code: Int] = [:]

    static func + (left: Sums, right: Sums) -> Sums {
      Sums(
        files: left.files + right.files, items: left.items + right.items,
        itemsRead: left.itemsRead + right.itemsRead,
        itemsFaulty: left.itemsFaulty + right.itemsFaulty, results: left.results + right.results,
        findings: left.findings.merging(right.findings, uniquingKeysWith: +))
    }
  }

  /// What the items are read as.
  let title: String
  /// The files whose items are not all accounted for.
  private(set) var unaccountedPaths: [String] = []

  private var years: [Int: Sums] = [:]
  private var skipped: [(path: String, reason: String)] = []

  init(title: String) { self.title = title }

  /// Counts an issue.
  mutating func add(_ issue: Issue, path: String) {
    var sums = Sums()
    sums.files = 1
    sums.items = issue.itemCount
    sums.itemsRead = issue.itemCount - issue.unreadItemCount
    sums.itemsFaulty = issue.faultyItemCount
    sums.results = issue.listings.count + issue.calls.count
    sums.findings = issue.omittedDiagnostics
    for finding in issue.diagnostics { sums.findings[finding.code, default: 0] += 1 }
    let year = issue.reference.date.components.year
    years[year] = (years[year] ?? Sums()) + sums
    if !issue.isAccountedFor { unaccountedPaths.append(path) }
  }

  /// Notes a file that is no issue.
  mutating func skip(_ error: IssueReadingError, path: String) {
    let reason =
      switch error {
      case .noEventsSection: "no events section"
      case .noDate: "no date"
      case .tooLarge: "too large"
      case .tooComplex: "nested too deep"
      case .libraryMissing: "libxml2 is missing"
      }
    skipped.append((path, reason))
  }

  // MARK: The report

  /// A table with a line a year and one for all, then the files that were left out.
  var text: String {
    let all = years.values.reduce(Sums(), +)
    var rows = [["year", "files", "items", "read", "errors", title, "findings"]]
    for (year, sums) in years.sorted(by: { $0.key < $1.key }) { rows.append(row("\(year)", sums)) }
    rows.append(row("all", all))
    var lines = Self.aligned(rows)
    for entry in skipped { lines.append("left out: \(entry.path): \(entry.reason)") }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private func row(_ name: String, _ sums: Sums) -> [String] {
    let findings = sums.findings.map { (code: $0.key.name, count: $0.value) }
      .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
      .map { "\($0.code) \($0.count)" }.joined(separator: ", ")
    return [
      name, "\(sums.files)", "\(sums.items)", "\(sums.itemsRead)", "\(sums.itemsFaulty)",
      "\(sums.results)", findings,
    ]
  }

  /// The rows with their columns one under the other: numbers on the right, the last on the left.
  static func aligned(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var cells: [String] = []
      for (column, cell) in row.enumerated() {
        let filling = String(repeating: " ", count: widths[column] - cell.count)
        cells.append(column == count - 1 ? cell : filling + cell)
      }
      return cells.joined(separator: "  ")
    }
  }
}
