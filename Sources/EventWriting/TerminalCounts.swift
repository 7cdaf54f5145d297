package import EventModel

/// How many events there are of each city, country, region, group or month.
///
/// The most frequent first, equal ones by name; an event that has several counts for each.
package struct TerminalCounts: EventWriter {
  /// What is counted.
  package enum Criterion: String, CaseIterable, Sendable {
    case city, country, region, organizer, month
  }

  private let criterion: Criterion
  private var counts: [Text: Int] = [:]

  /// A count of one thing.
  package init(by criterion: Criterion) { self.criterion = criterion }

  package mutating func begin(into buffer: inout OutputBuffer) {}

  package mutating func write(_ event: Event, into buffer: inout OutputBuffer) {
    let keys = Set(keys(of: event.details))
    if keys.isEmpty { counts["(none)", default: 0] += 1 }
    for key in keys { counts[key, default: 0] += 1 }
  }

  package mutating func end(into buffer: inout OutputBuffer) {
    var rows: [(name: String, count: Int)] = []
    for (key, count) in counts { rows.append((TerminalText.string(key), count)) }
    rows.sort { ($1.count, $0.name) < ($0.count, $1.name) }
    let nameWidth = rows.map { DisplayWidth.columns(of: $0.name) }.max() ?? 0
    let countWidth = rows.map { String($0.count).utf8.count }.max() ?? 0
    for row in rows {
      let digits = String(row.count)
      let gap = nameWidth - DisplayWidth.columns(of: row.name) + countWidth - digits.utf8.count + 2
      let line = row.name + String(repeating: " ", count: gap) + digits
      buffer.append(text: Text(line))
      buffer.append("\n")
    }
  }

  private func keys(of details: EventDetails) -> [Text] {
    switch criterion {
    case .city: details.places.compactMap(\.city)
    case .country: details.places.compactMap { $0.country.map { Text($0.description) } }
    case .region: details.regions.regions.map { Text("\($0.name)") }
    case .organizer: details.organizers.map(\.name)
    case .month: [Text(String(details.dates.first.description.prefix(7)))]
    }
  }
}
