import EventModel

extension Replay {
  /// The report: a table by year, the doubtful cases, and the promises that the calendar broke.
  var report: String {
    var lines = table
    let (unchanged, changed) = writtenCounts
    lines.append("")
    lines.append("VEVENTs written again: \(unchanged) with the same bytes, \(changed) changed")
    for kind in Doubt.Kind.allCases {
      let cases = doubts.filter { $0.kind == kind }
      if cases.isEmpty { continue }
      lines.append("")
      lines.append("\(kind.rawValue): \(cases.count)")
      for one in cases { lines += ["  \(one.day)  \(one.event)", "      \(one.decision)"] }
    }
    lines.append("")
    lines.append("broken promises: \(broken.count)")
    lines += broken.map { "  " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }

  private var table: [String] {
    let columns: [(String, (Tally) -> Int)] = [
      ("issues", \.issues), ("listings", \.listings), ("merged", \.merged), ("new", \.new),
      ("carried over", \.carriedOver), ("moved", \.moved), ("renamed", \.renamed),
      ("new URL", \.newURL), ("withdrawn", \.withdrawn), ("returned", \.returned),
      ("UID changes", \.uidChanges), ("UIDs with a number", \.numberedUIDs),
    ]
    let years = tallies.sorted { $0.key < $1.key }
    let rows =
      [["year"] + columns.map(\.0)]
      + years.map { year, tally in ["\(year)"] + columns.map { "\($0.1(tally))" } }
      + [["all"] + columns.map { column in "\(years.reduce(0) { $0 + column.1($1.value) })" }]
    return Coverage.aligned(rows)
  }
}
