import EventCatalog
import EventModel

/// The ledger's rules in their plainest form: every pair is looked at, nothing is hashed.
///
/// Addresses come from a generator that knows which of them are the same, so that the oracle needs
/// no reading of addresses either.
struct LedgerOracle {
  struct Source: Hashable {
    var issue: CivilDate
    var line: UInt32
  }

  struct Known {
    var details: EventDetails
    /// The issue of the first listing that was read.
    var firstIssue: CivilDate
    var sources: [Source]
    var lastStep: Int
    var withdrawn: CivilDate?
    var sequence = 0
    var modified: CivilDate
    var previousDates: EventDates?
  }

  struct Unit {
    var details: EventDetails
    var lines: [UInt32]
  }

  /// What each address is: its plain form, the group that it names, whether it is an occurrence.
  let addresses: [Text: GeneratedAddress]
  var known: [Known] = []
  private var meetings: [(series: String, day: Int32)] = []
  private var step = 0
  private var newest = CivilDate.distantPast
  /// What each issue said last, and the event of each unit.
  private var bodies: [CivilDate: [(details: EventDetails, event: Int)]] = [:]

  init(addresses: [Text: GeneratedAddress]) { self.addresses = addresses }

  mutating func add(_ issue: Issue) {
    step += 1
    newest = issue.reference.date
    let units = united(issue.listings)
    let day = issue.reference.date
    let matches = matched(units, on: day, step: step)
    let firstNew = known.count
    let events = units.indices.map { take(units[$0], matches[$0], of: day, on: day) }
    bodies[day] = zip(units, events).map { ($0.details, $1) }
    withdraw(day, issue: day, expected: Array(0..<firstNew), listed: Set(events))
  }

  /// Makes a unit an event, or renews the one that it is.
  private mutating func take(
    _ unit: Unit, _ match: Int?, of issue: CivilDate, on day: CivilDate
  ) -> Int {
    let sources = unit.lines.map { Source(issue: issue, line: $0) }
    let isNewest = issue == newest
    if let event = match {
      let isLater = known[event].sources.contains { $0.issue > issue }
      known[event].sources += sources
      if isLater { return event }
      if isNewest { known[event].lastStep = step }
      renew(event, with: unit.details, endsWithdrawal: isNewest, on: day)
      return event
    }
    known.append(
      Known(
        details: unit.details, firstIssue: issue, sources: sources, lastStep: isNewest ? step : -1,
        modified: day))
    rememberMeeting(unit.details)
    return known.count - 1
  }

  private mutating func renew(
    _ event: Int, with details: EventDetails, endsWithdrawal: Bool, on day: CivilDate
  ) {
    let dates = known[event].details.dates
    var changes = known[event].details.renew(with: details)
    if endsWithdrawal, known[event].withdrawn != nil {
      known[event].withdrawn = nil
      changes.insert(.essential)
    }
    if changes.contains(.essential) { known[event].sequence += 1 }
    if !changes.isEmpty { known[event].modified = day }
    if known[event].details.dates != dates { known[event].previousDates = dates }
    rememberMeeting(known[event].details)
  }

  private mutating func rememberMeeting(_ details: EventDetails) {
    if let series = series(details) { meetings.append((series, details.dates.first.dayNumber)) }
  }

  private mutating func withdraw(
    _ day: CivilDate, issue: CivilDate, expected: [Int], listed: Set<Int>
  ) {
    let ahead = expected.filter {
      let first = known[$0].details.dates.first
      return known[$0].withdrawn == nil && first >= day && first <= issue.advanced(by: 28)
    }
    let lost = ahead.filter { !listed.contains($0) }
    if lost.count * 3 > ahead.count { return }
    for event in lost {
      known[event].withdrawn = day
      known[event].modified = day
      known[event].sequence += 1
    }
  }
}

// An issue that is mended.
extension LedgerOracle {
  mutating func mend(_ issue: Issue, on day: CivilDate) {
    let date = issue.reference.date
    let isNewest = date == newest
    let former = bodies[date] ?? []
    let units = united(issue.listings)
    let pairs = pairs(of: units, with: former)
    var matches = pairs.mapValues { former[$0].event }
    let firstNew = known.count
    for event in matches.values {
      if isNewest { known[event].lastStep = step }
      known[event].sources.removeAll { $0.issue == date }
    }
    for (unit, old) in pairs.sorted(by: { $0.key < $1.key }) {
      let (former, event) = former[old]
      let isLater = known[event].sources.contains { $0.issue > date }
      known[event].sources += units[unit].lines.map { Source(issue: date, line: $0) }
      if units[unit].details == former { continue }
      let news = patched(units[unit].details, former, known[event].details, isLater: isLater)
      renew(event, with: news, endsWithdrawal: isNewest, on: day)
    }
    let paired = Set(matches.keys)
    matches = matched(units, on: day, step: isNewest ? step : .max, matches)
    for (index, unit) in units.enumerated() where !paired.contains(index) {
      if let event = matches[index] {
        known[event].sources.removeAll { $0.issue == date }
      }
      matches[index] = take(unit, matches[index], of: date, on: day)
    }
    bodies[date] = units.indices.map { (units[$0].details, matches[$0] ?? 0) }
    let listed = Set(matches.values)
    if isNewest {
      for event in known.indices where known[event].lastStep == step && !listed.contains(event) {
        known[event].lastStep = step - 1
      }
      withdraw(day, issue: date, expected: Array(0..<firstNew), listed: listed)
    } else {
      let later = known.indices.filter { known[$0].sources.contains { $0.issue > date } }
      withdraw(
        day, issue: date, expected: former.map(\.event), listed: listed.union(later))
    }
  }

  /// Which unit was which of the former body.
  private func pairs(
    of units: [Unit], with former: [(details: EventDetails, event: Int)]
  ) -> [Int: Int] {
    var unchanged: [Int: Int] = [:]
    for unit in units.indices {
      unchanged[unit] = former.indices.first {
        former[$0].details == units[unit].details && !unchanged.values.contains($0)
      }
    }
    // As if the former body were all that is known.
    var ledger = LedgerOracle(addresses: addresses)
    ledger.known = former.map {
      Known(
        details: $0.details, firstIssue: .distantPast, sources: [], lastStep: 0,
        modified: .distantPast)
    }
    return ledger.matched(units, on: .distantPast, step: 1, unchanged)
  }

  private func patched(
    _ new: EventDetails, _ old: EventDetails, _ known: EventDetails, isLater: Bool
  ) -> EventDetails {
    func merged<Value: Equatable>(_ new: Value, _ old: Value, _ known: Value) -> Value {
      if new == old { return known }
      return isLater && known != old ? known : new
    }
    var result = known
    result.title = merged(new.title, old.title, known.title)
    result.dates = merged(new.dates, old.dates, known.dates)
    result.mode = merged(new.mode, old.mode, known.mode)
    result.regions = merged(new.regions, old.regions, known.regions)
    result.status = merged(new.status, old.status, known.status)
    result.places = merged(new.places, old.places, known.places)
    result.organizers = merged(new.organizers, old.organizers, known.organizers)
    result.url = merged(new.url, old.url, known.url)
    result.links = merged(new.links, old.links, known.links)
    return result
  }
}

// What is the same.
extension LedgerOracle {
  private func address(_ url: Text?) -> GeneratedAddress? { url.flatMap { addresses[$0] } }

  private func sameURL(_ left: EventDetails, _ right: EventDetails) -> Bool {
    guard let left = address(left.url), let right = address(right.url) else { return false }
    return left.plain == right.plain
  }

  private func group(_ details: EventDetails) -> String? {
    if let group = address(details.url)?.group { return group }
    if let page = details.organizers.lazy.compactMap({ address($0.url) }).first { return page.page }
    return details.organizers.first?.name.string
  }

  private func sameGroup(_ left: EventDetails, _ right: EventDetails) -> Bool {
    group(left) != nil && group(left) == group(right)
  }

  private func sameTitle(_ left: EventDetails, _ right: EventDetails) -> Bool {
    left.title.string.lowercased() == right.title.string.lowercased()
  }

  private func sameSeries(_ left: EventDetails, _ right: EventDetails) -> Bool {
    sameGroup(left, right) && sameTitle(left, right)
  }

  private func series(_ details: EventDetails) -> String? {
    group(details).map { "\($0)|\(details.title.string.lowercased())" }
  }

  private func isBare(_ details: EventDetails) -> Bool {
    details.url == nil && group(details) == nil
  }

  private func isOccurrence(_ details: EventDetails) -> Bool {
    guard let address = address(details.url), address.isOccurrence else { return false }
    return !details.organizers.contains { self.address($0.url)?.plain == address.plain }
  }

  private func distance(_ left: EventDetails, _ right: EventDetails) -> Int {
    abs(left.dates.first.days(to: right.dates.first))
  }
}

// Within an issue.
extension LedgerOracle {
  private func united(_ listings: [Listing]) -> [Unit] {
    var component = Array(listings.indices)
    for left in listings.indices {
      for right in listings.indices
      where isOne(listings[left].details, listings[right].details)
        || isOnlyPage(listings[left].details, of: listings[right].details, listings)
      {
        let (low, high) = (
          min(component[left], component[right]), max(component[left], component[right])
        )
        for index in component.indices where component[index] == high { component[index] = low }
      }
    }
    var units: [Unit] = []
    for first in listings.indices where component[first] == first {
      let members = listings.indices.filter { component[$0] == first }
      var unit = Unit(details: listings[first].details, lines: [])
      for member in members {
        if member != first {
          unit.details.unite(with: listings[member].details, keepingDates: false)
        }
        unit.lines.append(listings[member].location.line ?? 0)
      }
      units.append(unit)
    }
    return withoutSlips(units)
  }

  private func isOne(_ left: EventDetails, _ right: EventDetails) -> Bool {
    if sameURL(left, right), left.dates.overlaps(right.dates) { return true }
    if sameSeries(left, right), left.dates.first == right.dates.first { return true }
    if sameGroup(left, right), left.dates.isRange, left.dates == right.dates { return true }
    return isBare(left) && isBare(right) && left.dates == right.dates && sameTitle(left, right)
  }

  /// Whether a listing links its group's page alone, where all others of its title, days and places
  /// have one URL.
  private func isOnlyPage(
    _ page: EventDetails, of other: EventDetails, _ listings: [Listing]
  ) -> Bool {
    let isSame = { (details: EventDetails) in
      details.url != nil && !isGroupPage(details) && details.dates == page.dates
        && sameTitle(details, page) && details.places == page.places
    }
    return isGroupPage(page) && !page.places.isEmpty && isSame(other)
      && listings.allSatisfy { !isSame($0.details) || sameURL($0.details, other) }
  }

  private func isGroupPage(_ details: EventDetails) -> Bool {
    guard let address = address(details.url) else { return false }
    return address.plain == group(details)
  }

  private func withoutSlips(_ units: [Unit]) -> [Unit] {
    var target = Array(units.indices)
    for unit in units.indices {
      let anchor = (0..<unit).first { earlier in
        let (left, right) = (units[earlier].details, units[unit].details)
        return target[earlier] == earlier && isOccurrence(left) && isOccurrence(right)
          && sameURL(left, right) && sameTitle(left, right) && left.places == right.places
          && distance(left, right) <= 7
      }
      if let anchor { target[unit] = anchor }
    }
    var result = units
    for unit in units.indices where target[unit] != unit {
      result[target[unit]].details.unite(with: units[unit].details, keepingDates: true)
      result[target[unit]].lines += units[unit].lines
    }
    return units.indices.filter { target[$0] == $0 }.map {
      Unit(details: result[$0].details, lines: result[$0].lines.sorted())
    }
  }
}

// From issue to issue.
extension LedgerOracle {
  private func matched(
    _ units: [Unit], on day: CivilDate, step: Int, _ former: [Int: Int] = [:]
  ) -> [Int: Int] {
    let open = known.indices.filter { known[$0].details.dates.last >= day }
    let late = known.indices.filter {
      known[$0].details.dates.last < day && known[$0].details.dates.last.days(to: day) <= 60
    }
    var matches = former
    let wasListed = { (event: Int) in known[event].lastStep == step - 1 }
    func pass(
      late: [Int] = [], _ condition: (EventDetails, EventDetails, Int) -> Bool
    ) {
      var pairs: [(order: [Int], unit: Int, event: Int)] = []
      for unit in units.indices where matches[unit] == nil {
        let isLate = units[unit].details.dates.first < day
        for event in open + (isLate ? late : []) where !matches.values.contains(event) {
          let (left, right) = (units[unit].details, known[event].details)
          guard condition(left, right, event) else { continue }
          let order = [sameTitle(left, right) ? 0 : 1, distance(left, right), unit, event]
          pairs.append((order, unit, event))
        }
      }
      for pair in pairs.sorted(by: { $0.order.lexicographicallyPrecedes($1.order) })
      where matches[pair.unit] == nil && !matches.values.contains(pair.event) {
        matches[pair.unit] = pair.event
      }
    }
    pass(late: late) { unit, event, _ in
      sameURL(unit, event) && unit.dates.overlaps(event.dates)
    }
    pass(late: late) { unit, event, _ in
      sameSeries(unit, event) && unit.dates.first == event.dates.first
    }
    pass { unit, event, _ in
      (isBare(unit) || isBare(event)) && unit.dates == event.dates && sameTitle(unit, event)
    }
    let isMovedOccurrence = { (unit: EventDetails, event: EventDetails) in
      isOccurrence(unit) && isOccurrence(event) && sameURL(unit, event)
        && distance(unit, event) <= 60
    }
    let spared = units.indices.filter { unit in
      open.contains { event in
        !matches.values.contains(event)
          && isMovedOccurrence(units[unit].details, known[event].details)
      }
    }.map { units[$0].details }
    pass { unit, event, number in
      wasListed(number) && sameGroup(unit, event) && unit.dates.first == event.dates.first
        && !spared.contains(unit)
    }
    pass { unit, event, number in
      wasListed(number) && unit.dates == event.dates && sameTitle(unit, event)
        && unit.places == event.places
    }
    pass { unit, event, _ in isMovedOccurrence(unit, event) }
    pass { unit, event, number in
      wasListed(number) && sameGroup(unit, event) && unit.dates.first == event.dates.first
    }
    pass { unit, event, number in
      wasListed(number) && sameSeries(unit, event)
        && hasMoved(event, to: unit, units, open, step)
    }
    return matches
  }

  private func hasMoved(
    _ event: EventDetails, to unit: EventDetails, _ units: [Unit], _ open: [Int], _ step: Int
  ) -> Bool {
    if sameURL(unit, event) {
      return distance(unit, event) <= 21 && !isNextMeeting(event, unit, units)
    }
    let before = open.filter {
      known[$0].lastStep == step - 1 && sameSeries(known[$0].details, event)
    }
    return distance(unit, event) <= 3 && before.count == 1
      && units.count { sameSeries($0.details, event) } == 1
  }

  private func isNextMeeting(
    _ event: EventDetails, _ unit: EventDetails, _ units: [Unit]
  ) -> Bool {
    let (old, new) = (event.dates.first.dayNumber, unit.dates.first.dayNumber)
    guard (new - old) % 7 == 0, let series = series(event) else { return false }
    let days =
      meetings.filter { $0.series == series }.map(\.day)
      + units.filter { self.series($0.details) == series }.map(\.details.dates.first.dayNumber)
    return days.contains { day in
      day != old && day != new
        && ([7, 14].contains(abs(day - old)) || [7, 14].contains(abs(day - new)))
    }
  }
}
