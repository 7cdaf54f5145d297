import EventModel

/// Events by month and day, in the order in which a page shows them: those ahead first, by day, then
/// those that are over, the newest month first.
///
/// Ahead is what ends on the day of the newest issue or later: the order depends on the sources
/// alone, not on the day on which the page is written.
struct EventCalendar {
  /// The events of one month, all ahead or all over.
  struct Month {
    /// The first of its days that has an event.
    var first: CivilDate
    /// Whether they are over.
    var isPast: Bool
    var days: [Day]
    /// The regions of its events.
    var regions: RegionSet
    /// Whether other events of this month are still ahead.
    var isRest = false
  }

  /// The events that begin on one day.
  struct Day {
    var date: CivilDate
    /// The places of the events in the list that the calendar was made of.
    var events: [Int]
    var regions: RegionSet
  }

  let months: [Month]
  /// How many events are ahead.
  let aheadCount: Int

  /// Sorts events, which come in the order of their days.
  init(_ events: [Event]) {
    let newest = events.map(Self.lastIssue).max() ?? .distantPast
    var ahead: [Month] = []
    var past: [Month] = []
    var count = 0
    for (index, event) in events.enumerated() {
      if event.details.dates.last >= newest {
        count += 1
        Self.add(index, event, isPast: false, to: &ahead)
      } else {
        Self.add(index, event, isPast: true, to: &past)
      }
    }
    let aheadMonths = Set(ahead.map { DayName.month(of: $0.first) })
    for index in past.indices {
      past[index].isRest = aheadMonths.contains(DayName.month(of: past[index].first))
    }
    months = ahead + past.reversed()
    aheadCount = count
  }

  private static func lastIssue(of event: Event) -> CivilDate {
    (event.laterSources.last ?? event.firstSource).issue.date
  }

  private static func add(_ index: Int, _ event: Event, isPast: Bool, to months: inout [Month]) {
    let date = event.details.dates.first
    let regions = event.details.regions
    if months.last.map({ !isSameMonth($0.first, date) }) ?? true {
      months.append(Month(first: date, isPast: isPast, days: [], regions: []))
    }
    let month = months.count - 1
    months[month].regions.formUnion(regions)
    if months[month].days.last?.date != date {
      months[month].days.append(Day(date: date, events: [], regions: []))
    }
    let day = months[month].days.count - 1
    months[month].days[day].events.append(index)
    months[month].days[day].regions.formUnion(regions)
  }

  private static func isSameMonth(_ one: CivilDate, _ other: CivilDate) -> Bool {
    let (one, other) = (one.components, other.components)
    return one.year == other.year && one.month == other.month
  }
}

extension EventCalendar.Month {
  /// The month as an anchor: `2026-02`, `2026-02-over` for what is over of a month that goes on.
  var anchor: String { String("\(first)".prefix(7)) + (isRest ? "-over" : "") }

  /// The month as a heading.
  var title: String { (isRest ? "Earlier in " : "") + DayName.month(of: first) }
}
