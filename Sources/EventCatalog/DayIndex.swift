/// Items by key, those of one key in the order of their first days.
///
/// A table with open addressing leads from a key to its items, which stand side by side; `reach`
/// holds the latest last day up to each, so that a search for overlapping days knows where to
/// stop. Building takes linear time but for the sorting of items that share a key.
struct DayIndex {
  /// One item: its number and its days.
  struct Member {
    var item: Int32
    var first: Int32
    var last: Int32
    /// The latest last day of the members of this key up to this one.
    var reach: Int32
  }

  private(set) var members: [Member] = []
  private var slots: [Int32] = []
  private var groupKeys: [UInt64] = []
  /// Where the members of a group begin; one more than there are groups.
  private var starts: [Int32] = []

  /// An index of nothing.
  init() {}

  /// An index of identities by a key; those with key 0 are left out.
  init(_ identities: [Identity], key: (Identity) -> UInt64) {
    let groups = assignGroups(identities, key: key)
    place(identities, groups)
    for group in groupKeys.indices { arrange(range(ofGroup: group)) }
  }

  /// The groups of items that share a key, as ranges of ``members``.
  var groupCount: Int { groupKeys.count }

  /// The members of a group.
  func range(ofGroup group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }

  /// The members with a key.
  @inline(__always)
  func range(of key: UInt64) -> Range<Int> {
    if key == 0 || slots.isEmpty { return 0..<0 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] >= 0 {
      let group = Int(slots[slot])
      if groupKeys[group] == key { return range(ofGroup: group) }
      slot = (slot + 1) & mask
    }
    return 0..<0
  }

  /// The positions of the members of a key of which those lie that overlap the days from `first`
  /// to `last`; some between them may end before.
  @inline(__always)
  func positions(of key: UInt64, overlapping first: Int32, _ last: Int32) -> Range<Int> {
    let range = range(of: key)
    if range.count < 2 {
      guard let only = range.first, members[only].first <= last, members[only].last >= first
      else { return 0..<0 }
      return range
    }
    let end = end(of: range, startingBy: last)
    var start = end
    while start > range.lowerBound, members[start - 1].reach >= first { start -= 1 }
    return start..<end
  }

  /// The positions of the members of a key that begin between two days.
  @inline(__always)
  func positions(of key: UInt64, startingFrom first: Int32, through last: Int32) -> Range<Int> {
    let range = range(of: key)
    if range.isEmpty { return 0..<0 }
    if range.count == 1 {
      let day = members[range.lowerBound].first
      return day >= first && day <= last ? range : 0..<0
    }
    let start = end(of: range, startingBy: first == .min ? .min : first - 1)
    return start..<max(start, end(of: range, startingBy: last))
  }

  /// The end of the members that begin on a day or before.
  private func end(of range: Range<Int>, startingBy day: Int32) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if members[middle].first <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Finds the group of each identity, -1 for none, and counts them in `starts`.
  private mutating func assignGroups(
    _ identities: [Identity], key: (Identity) -> UInt64
  ) -> [Int32] {
    var capacity = 16
    while capacity < identities.count + identities.count / 2 { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
    groupKeys.reserveCapacity(identities.count)
    starts.reserveCapacity(identities.count + 1)
    var groups: [Int32] = []
    groups.reserveCapacity(identities.count)
    for index in identities.indices {
      groups.append(group(for: key(identities[index])))
    }
    return groups
  }

  private mutating func group(for key: UInt64) -> Int32 {
    if key == 0 { return -1 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] >= 0 {
      let group = slots[slot]
      if groupKeys[Int(group)] == key {
        starts[Int(group)] += 1
        return group
      }
      slot = (slot + 1) & mask
    }
    let group = Int32(truncatingIfNeeded: groupKeys.count)
    slots[slot] = group
    groupKeys.append(key)
    starts.append(1)
    return group
  }

  /// Puts the members of each group side by side (a counting sort).
  private mutating func place(_ identities: [Identity], _ groups: [Int32]) {
    var total: Int32 = 0
    for group in groupKeys.indices {
      total += starts[group]
      starts[group] = total
    }
    starts.append(total)
    members = Array(
      repeating: Member(item: 0, first: 0, last: 0, reach: 0), count: Int(total))
    // From the back, so that each group's counter ends at its start and its order is kept.
    for index in identities.indices.reversed() where groups[index] >= 0 {
      let group = Int(groups[index])
      starts[group] -= 1
      members[Int(starts[group])] = Member(
        item: Int32(truncatingIfNeeded: index), first: identities[index].first,
        last: identities[index].last, reach: identities[index].last)
    }
  }

  /// Sorts a group by first day, then item, and computes its reach.
  private mutating func arrange(_ range: Range<Int>) {
    if range.count < 2 { return }
    let isSorted = range.dropFirst().allSatisfy { members[$0 - 1].first <= members[$0].first }
    if !isSorted {
      members[range].sort { ($0.first, $0.item) < ($1.first, $1.item) }
    }
    for position in range.dropFirst() {
      members[position].reach = max(members[position].last, members[position - 1].reach)
    }
  }
}
