/// What changed between the lines of two texts.
///
/// Lines are compared as bytes. Those that both texts begin and end with are set aside first; what is
/// left is compared by the standard library's difference, or taken for replaced as a whole where it
/// is so long that finding the shortest difference would take too long.
package struct LineDifference: Sendable {
  /// Neighbouring lines of the old text, and the lines of the new one in their place.
  package struct Change: Hashable, Sendable {
    /// Lines of the old text, counted from 0.
    package var old: Range<Int>
    /// Lines of the new text, counted from 0.
    package var new: Range<Int>
  }

  /// Most lines, of both texts together, among which the shortest difference is looked for, which
  /// takes time for the square of those that differ: about a second.
  private static let mostCompared = 4_000

  /// The lines of the old text, each with its end.
  let old: [ArraySlice<UInt8>]
  /// The lines of the new text, each with its end.
  let new: [ArraySlice<UInt8>]
  /// What changed, in the order of the lines.
  package let changes: [Change]

  /// The difference from one text to another.
  package init(from old: [UInt8], to new: [UInt8]) {
    self.old = Self.lines(of: old)
    self.new = Self.lines(of: new)
    changes = Self.changes(from: self.old, to: self.new)
  }

  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? text.count
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }

  private static func changes(
    from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]
  ) -> [Change] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    if start == oldEnd, start == newEnd { return [] }
    if oldEnd - start + newEnd - start > mostCompared {
      return [Change(old: start..<oldEnd, new: start..<newEnd)]
    }
    var removed = [Bool](repeating: false, count: oldEnd - start)
    var inserted = [Bool](repeating: false, count: newEnd - start)
    for change in new[start..<newEnd].difference(from: old[start..<oldEnd]) {
      switch change {
      case .remove(let offset, _, _): removed[offset] = true
      case .insert(let offset, _, _): inserted[offset] = true
      }
    }
    return runs(removed, inserted, from: start)
  }

  /// The runs of lines that are removed or inserted, between lines that stay.
  private static func runs(
    _ removed: [Bool], _ inserted: [Bool], from start: Int
  ) -> [Change] {
    var runs: [Change] = []
    var (old, new) = (0, 0)
    while old < removed.count || new < inserted.count {
      let (firstOld, firstNew) = (old, new)
      while old < removed.count, removed[old] { old += 1 }
      while new < inserted.count, inserted[new] { new += 1 }
      if old > firstOld || new > firstNew {
        runs.append(
          Change(old: start + firstOld..<start + old, new: start + firstNew..<start + new))
      } else {
        old += 1
        new += 1
      }
    }
    return runs
  }
}
