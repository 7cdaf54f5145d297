package import EventModel

/// When the clocks of a time zone are how far ahead of UTC, as the system's zone data has it.
package struct TimeZoneRules: Hashable, Sendable {
  /// The moments from which on another offset holds, seconds since 1970, ascending.
  let transitions: [Int64]
  /// The offset from each transition on, seconds east of UTC.
  let offsets: [Int32]
  /// The offset before the first transition.
  let first: Int32
  /// What holds after the last transition; nil where the last offset stays.
  let rule: RecurringRule?

  /// The offset from UTC at a moment, seconds east.
  package func offset(at moment: Int64) -> Int {
    guard let last = transitions.last, moment < last else {
      return Int(rule?.offset(at: moment) ?? offsets.last ?? first)
    }
    // The number of transitions up to the moment.
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = low + (high - low) / 2
      if transitions[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return Int(low == 0 ? first : offsets[low - 1])
  }

  /// The moment at which clocks of the zone show a day and its second; nil if there is no such
  /// second, or if clocks were not a whole number of minutes from UTC then.
  ///
  /// RFC 5545 §3.3.5: of two such moments, where clocks are set back, it is the first; a time that
  /// clocks leave out is read with the offset before the gap.
  package func time(on day: CivilDate, secondOfDay second: Int) -> EventTime? {
    let local = Int64(day.dayNumber) * 86_400 + Int64(second)
    // No zone is two days from UTC, and none changes twice in that time.
    let before = offset(at: local - 86_400)
    for candidate in [before, offset(at: local), offset(at: local + 86_400)]
    where offset(at: local - Int64(candidate)) == candidate {
      return time(on: day, second, candidate)
    }
    // In the gap the moment has the offset after it, which the clocks then show.
    guard let missing = time(on: day, second, before) else { return nil }
    return moved(missing)
  }

  /// The same moment with the offset that holds in the zone; nil where that has seconds.
  package func moved(_ time: EventTime) -> EventTime? {
    let offset = offset(at: time.secondsSinceEpoch)
    return offset % 60 == 0 ? time.moved(toOffsetMinutes: offset / 60) : nil
  }

  private func time(on day: CivilDate, _ second: Int, _ offset: Int) -> EventTime? {
    guard offset % 60 == 0 else { return nil }
    return EventTime(day: day, secondOfDay: second, offsetMinutes: offset / 60)
  }
}
