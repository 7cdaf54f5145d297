internal import Gazetteer

/// Names that a mistyped one may have meant.
package enum NearestNames {
  /// The names nearest to a mistyped one.
  package static func find(_ name: String, among names: some Sequence<String>) -> [String] {
    find(Gazetteer.fold(Array(name.utf8).span), among: names)
  }

  /// At most three names whose folded keys are nearest to a key, in order of distance and name.
  ///
  /// A name counts up to a third of the key's length away, at least two steps, or where one begins
  /// with the other.
  static func find(_ key: [UInt8], among names: some Sequence<String>) -> [String] {
    let limit = max(2, key.count / 3)
    var found: [(distance: Int, name: String)] = []
    for name in Set(names) {
      let other = Gazetteer.fold(Array(name.utf8).span)
      let isBeginning = key.count > 2 && other.starts(with: key)
      let distance = isBeginning ? 1 : distance(key, other, limit: limit)
      if distance <= limit, distance < max(key.count, other.count) {
        found.append((distance, name))
      }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(3).map(\.name)
  }

  /// How many bytes must be inserted, removed, replaced or swapped with their neighbour to make one
  /// key the other (optimal string alignment); some number over the limit where it is more.
  static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var best = min(last[column + 1], current[column]) + 1
        best = min(best, last[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
