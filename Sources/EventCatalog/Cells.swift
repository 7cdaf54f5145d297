/// Units and open events that share a key, brought together by sorting both.
///
/// It serves the passes that few are left for.
struct Cells {
  /// One side's item with its key.
  struct Entry {
    var key: UInt64
    var index: Int
  }

  private let units: [Entry]
  private let open: [Entry]

  /// The cells of two lists in the order of the file; key 0 is left out.
  init(units: [Entry], open: [Entry]) {
    self.units = Self.sorted(units)
    self.open = Self.sorted(open)
  }

  /// Calls `body` with the units and the events of each key that both sides have.
  func forEach(_ body: ([Int], [Int]) -> Void) {
    var unit = 0
    var event = 0
    while unit < units.count, event < open.count {
      let key = units[unit].key
      if key < open[event].key {
        unit += 1
      } else if key > open[event].key {
        event += 1
      } else {
        body(Self.run(of: key, in: units, from: &unit), Self.run(of: key, in: open, from: &event))
      }
    }
  }

  private static func sorted(_ entries: [Entry]) -> [Entry] {
    entries.filter { $0.key != 0 }.sorted { ($0.key, $0.index) < ($1.key, $1.index) }
  }

  private static func run(of key: UInt64, in entries: [Entry], from position: inout Int) -> [Int] {
    var indices: [Int] = []
    while position < entries.count, entries[position].key == key {
      indices.append(entries[position].index)
      position += 1
    }
    return indices
  }
}
