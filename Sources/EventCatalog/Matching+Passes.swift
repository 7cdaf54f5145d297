internal import EventModel

// Pass 1.
extension Matching {
  /// The same URL and overlapping days.
  mutating func matchURLs() {
    for position in open.indices {
      let identity = open[position].identity
      for place in units.byURL.positions(
        of: identity.url, overlapping: identity.first, identity.last)
      {
        let member = units.byURL.members[place]
        if member.last >= identity.first, isTimely(Int(member.item), for: position),
          isSameURL(Int(member.item), position)
        {
          propose(unit: Int(member.item), open: position)
        }
      }
    }
    settleCandidates()
  }

  /// The same group, day and title.
  mutating func matchTitles() {
    for position in open.indices where isFree(open: position) {
      let identity = open[position].identity
      let key = identity.series
      if key == 0 { continue }
      for place in units.bySeries.positions(
        of: key, startingFrom: identity.first, through: identity.first)
      {
        let unit = Int(units.bySeries.members[place].item)
        if isFree(unit: unit), isTimely(unit, for: position), isSameSeries(unit, position) {
          propose(unit: unit, open: position)
        }
      }
    }
    settleCandidates()
  }

  func isSameURL(_ unit: Int, _ position: Int) -> Bool {
    Sameness.urls(units.url(of: unit), events[Int(open[position].event)].details.url)
  }

  func isSameSeries(_ unit: Int, _ position: Int) -> Bool {
    let (left, right) = (units.details(of: unit), details(of: position))
    return Sameness.titles(left.title, right.title) && Sameness.groups(left, right)
  }

  /// The same days and title, where one side has neither URL nor group.
  mutating func matchBare() {
    let hasBare =
      units.identities.contains(where: \.isBare) || open.contains { $0.identity.isBare }
    if !hasBare { return }
    let cells = Cells(
      units: keys(ofUnits: \.titleDays),
      open: keys(ofOpen: \.titleDays) { isAhead($0) && isFree(open: $0) })
    cells.forEach { cellUnits, cellOpen in
      var next = 0
      var nextBare = 0
      for unit in cellUnits {
        let isBare = units.identities[unit].isBare
        var cursor = isBare ? next : nextBare
        while cursor < cellOpen.count,
          !isFree(open: cellOpen[cursor])
            || !(isBare || open[cellOpen[cursor]].identity.isBare)
            || !Sameness.titles(
              units.details(of: unit).title, details(of: cellOpen[cursor]).title)
        { cursor += 1 }
        if cursor < cellOpen.count { settle(unit: unit, open: cellOpen[cursor]) }
        if isBare { next = cursor } else { nextBare = cursor }
      }
    }
  }
}

// Pass 2.
extension Matching {
  /// The same group and day, where the known event stood in the issue before and is gone:
  /// renamed, or a new URL, or both (Indy Rust, 2024-02-07).
  ///
  /// - Parameter sparesOccurrences: whether listings are left for pass 3 whose occurrence is known on
  ///   another day: two events of a group that change places (Rust Girona, 2026-01-07) both move.
  mutating func matchRenamed(sparingOccurrences sparesOccurrences: Bool) {
    let gone = keys(ofOpen: \.groupDay, where: isGone)
    if gone.isEmpty { return }
    var spared: Set<Int> = []
    if sparesOccurrences { forEachMovedOccurrence { unit, _ in spared.insert(unit) } }
    let keys = keys(ofUnits: \.groupDay).filter { !spared.contains($0.index) }
    Cells(units: keys, open: gone).forEach { cellUnits, cellOpen in
      settleInOrder(cellUnits, cellOpen) { matching, unit, position in
        Sameness.groups(matching.units.details(of: unit), matching.details(of: position))
      }
    }
  }

  /// The same days, title and places, where the known event stood in the issue before and is gone:
  /// another URL and a group that is written otherwise (New Atlanta Rust Meetup, 2022-03-14).
  mutating func matchRegrouped() {
    let gone = keys(ofOpen: \.titleDays, where: isGone)
    if gone.isEmpty { return }
    Cells(units: keys(ofUnits: \.titleDays), open: gone).forEach { cellUnits, cellOpen in
      settleInOrder(cellUnits, cellOpen) { matching, unit, position in
        let (left, right) = (matching.units.details(of: unit), matching.details(of: position))
        return Sameness.titles(left.title, right.title) && left.places == right.places
      }
    }
  }

  /// Settles each unit with the first of the events that is free and fits.
  private mutating func settleInOrder(
    _ units: [Int], _ positions: [Int], where isSame: (Matching, Int, Int) -> Bool
  ) {
    var free = positions[...]
    for unit in units {
      guard let match = free.firstIndex(where: { isSame(self, unit, $0) }) else { continue }
      settle(unit: unit, open: free[match])
      if match == free.startIndex { free.removeFirst() } else { free.remove(at: match) }
    }
  }
}

// Pass 3.
extension Matching {
  /// The same occurrence URL on another day at most 60 days off.
  mutating func matchMovedOccurrences() {
    var pairs: [(unit: Int, position: Int)] = []
    forEachMovedOccurrence { pairs.append(($0, $1)) }
    for pair in pairs { propose(unit: pair.unit, open: pair.position) }
    settleCandidates()
  }

  /// Calls `body` with the units and events, both free, that pass 3 allows for their URL.
  private func forEachMovedOccurrence(_ body: (Int, Int) -> Void) {
    for position in open.indices where isAhead(position) && isFree(open: position) {
      let identity = open[position].identity
      guard identity.isOccurrence else { continue }
      for place in units.byURL.positions(
        of: identity.url, startingFrom: identity.first - 60, through: identity.first + 60)
      {
        let unit = Int(units.byURL.members[place].item)
        if isFree(unit: unit), units.identities[unit].isOccurrence, isSameURL(unit, position) {
          body(unit, position)
        }
      }
    }
  }

  /// The same group and title on another day, where the known event stood in the issue before and
  /// is gone: with the same URL within 21 days, with another one within 3 days if the group lists
  /// that title on no other day in either issue.
  mutating func matchMovedSeries(_ knownSeries: KeySet) {
    let gone = open.indices.filter { isGone($0) && open[$0].identity.group != 0 }
    if gone.isEmpty { return }
    let before = DayIndex(
      open.filter { $0.lastStep == step - 1 && $0.identity.last >= day }.map(\.identity),
      key: \.series)
    for position in gone {
      let identity = open[position].identity
      for place in units.bySeries.positions(
        of: identity.series, startingFrom: identity.first - 21, through: identity.first + 21)
      {
        let unit = Int(units.bySeries.members[place].item)
        if isFree(unit: unit), isSameSeries(unit, position),
          hasMoved(position, to: unit, before: before, knownSeries)
        {
          propose(unit: unit, open: position)
        }
      }
    }
    settleCandidates()
  }

  private func hasMoved(
    _ position: Int, to unit: Int, before: DayIndex, _ knownSeries: KeySet
  ) -> Bool {
    let (old, new) = (open[position].identity, units.identities[unit])
    let distance = abs(new.first - old.first)
    if old.url == new.url, old.url != 0 {
      return isSameURL(unit, position)
        && !isNextMeeting(old, new, knownSeries)
    }
    return distance <= 3 && before.range(of: old.series).count == 1
      && units.bySeries.range(of: old.series).count == 1
  }

  /// Whether a weekly or biweekly meeting skips and the new day is its next one: the days are whole
  /// weeks apart, and the series has another meeting one or two weeks from either.
  private func isNextMeeting(_ old: Identity, _ new: Identity, _ knownSeries: KeySet) -> Bool {
    guard (new.first - old.first) % 7 == 0 else { return false }
    let series = old.series
    for identity in [old, new] {
      for offset: Int32 in [-14, -7, 7, 14] {
        let day = identity.first + offset
        if day == old.first || day == new.first { continue }
        if knownSeries.contains(Self.meeting(series, on: day)) { return true }
        if !units.bySeries.positions(of: series, startingFrom: day, through: day).isEmpty {
          return true
        }
      }
    }
    return false
  }

  /// The key of a meeting of a series on a day.
  static func meeting(_ series: UInt64, on day: Int32) -> UInt64 {
    KeyHash.key(series, UInt64(bitPattern: Int64(day)))
  }
}

// The keys of what is still free.
extension Matching {
  private func keys(ofUnits key: (Identity) -> UInt64) -> [Cells.Entry] {
    units.identities.indices.compactMap { unit in
      guard isFree(unit: unit) else { return nil }
      return Cells.Entry(key: key(units.identities[unit]), index: unit)
    }
  }

  private func keys(
    ofOpen key: (Identity) -> UInt64, where isIncluded: (Int) -> Bool
  ) -> [Cells.Entry] {
    open.indices.compactMap { position in
      guard isIncluded(position) else { return nil }
      return Cells.Entry(key: key(open[position].identity), index: position)
    }
  }
}
