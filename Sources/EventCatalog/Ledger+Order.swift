internal import EventModel

extension Ledger {
  /// Puts the events in their order and gives each its sources.
  mutating func settle() {
    if isSettled { return }
    isSettled = true
    attachSources()
    let newNumbers = newNumbers()
    for position in open.indices { open[position].event = newNumbers[Int(open[position].event)] }
    for issue in bodies.keys { bodies[issue]?.renumber(newNumbers) }
    register.renumber(newNumbers)
    move(to: newNumbers)
  }

  /// The place of each event in the order of events.
  private func newNumbers() -> [Int32] {
    var ranks: [Rank] = []
    ranks.reserveCapacity(storage.count)
    let events = storage.span
    for number in events.indices {
      ranks.append(
        Rank(
          events[number].details.title, on: events[number].details.dates.first, number: number))
    }
    ranks.sort { left, right in
      left.precedes(right) ?? precedes(left.number, right.number, in: events)
    }
    var newNumbers = [Int32](repeating: 0, count: ranks.count)
    for (new, rank) in ranks.enumerated() {
      newNumbers[Int(rank.number)] = Int32(truncatingIfNeeded: new)
    }
    return newNumbers
  }

  /// Moves each event to its new place along the cycles of the permutation, without a second array.
  private mutating func move(to newNumbers: [Int32]) {
    var targets = newNumbers
    for position in targets.indices {
      while Int(targets[position]) != position {
        let target = Int(targets[position])
        storage.swapAt(position, target)
        targets.swapAt(position, target)
      }
    }
  }

  private mutating func attachSources() {
    var counts = [Int32](repeating: 0, count: storage.count)
    for listing in laterListings { counts[Int(listing.event)] += 1 }
    for listing in laterListings {
      let event = Int(listing.event)
      if counts[event] > 0 {
        let total = storage[event].laterSources.count + Int(counts[event])
        storage[event].laterSources.reserveCapacity(total)
        counts[event] = 0
      }
      storage[event].laterSources.append(
        SourceReference(issue: issues[Int(listing.issue)], line: listing.line))
    }
    laterListings = []
    if hasLateSources { orderSources() }
  }

  /// Puts the sources of events into the order of the issues, which mends may have disturbed.
  private mutating func orderSources() {
    hasLateSources = false
    for event in storage.indices {
      let sources = storage[event].laterSources
      if zip(sources, sources.dropFirst()).allSatisfy({ $0.issue <= $1.issue }) { continue }
      storage[event].laterSources.sort { ($0.issue, $0.line ?? 0) < ($1.issue, $1.line ?? 0) }
    }
  }
}

/// What decides the order of nearly all pairs of events: the first day and the first bytes of the
/// title.
private struct Rank {
  var day: Int32
  var number: Int32
  var first: UInt64
  var second: UInt64
  var third: UInt64

  init(_ title: Text, on day: CivilDate, number: Int) {
    self.day = day.dayNumber
    self.number = Int32(truncatingIfNeeded: number)
    (first, second, third) = title.withSpan {
      (Self.word($0, at: 0), Self.word($0, at: 8), Self.word($0, at: 16))
    }
  }

  /// Eight bytes, the first one highest, so that their order is that of the numbers.
  private static func word(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    if bytes.count - offset >= 8 {
      return EventCatalog.word(of: bytes, at: offset).bigEndian
    }
    var word: UInt64 = 0
    for index in offset..<offset + 8 {
      word = word << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0)
    }
    return word
  }

  /// Whether this one comes first; nil where only the events themselves can tell.
  @inline(__always)
  func precedes(_ other: Rank) -> Bool? {
    if day != other.day { return day < other.day }
    if first != other.first { return first < other.first }
    if second != other.second { return second < other.second }
    if third != other.third { return third < other.third }
    return nil
  }
}

/// The order of title, UID among events of one day.
private func precedes(_ left: Int32, _ right: Int32, in events: Span<Event>) -> Bool {
  let (left, right) = (Int(left), Int(right))
  if events[left].details.title != events[right].details.title {
    return events[left].details.title < events[right].details.title
  }
  guard let uid = events[left].uid, let otherUID = events[right].uid else { return false }
  return uid < otherUID
}
