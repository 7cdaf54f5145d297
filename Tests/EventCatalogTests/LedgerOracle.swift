import EventCatalog
import EventModel

/// The ledger's rules in their plainest form: every pair is looked at, nothing is hashed.
///
/// Addresses come from a generator that knows which of them are the same, so that the oracle needs
/// no reading of addresses either.
struct LedgerOracle {
  struct Known {
    var details: EventDetails
    var sources: [String]
    var lastStep: Int
    var withdrawn: CivilDate?
    var sequence = 0
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

  init(addresses: [Text: GeneratedAddress]) { self.addresses = addresses }

  mutating func add(_ issue: Issue) {
    step += 1
    let units = united(issue.listings)
    let day = issue.reference.date
    let open = known.indices.filter { known[$0].details.dates.last >= day }
    let late = known.indices.filter {
      known[$0].details.dates.last < day && known[$0].details.dates.last.days(to: day) <= 60
    }
    let matches = matched(units, open, late: late, day)
    let firstNew = known.count
    for (index, unit) in units.enumerated() {
      let sources = unit.lines.map { "\(day):\($0)" }
      if let event = matches[index] {
        var changes = known[event].details.renew(with: unit.details)
        if known[event].withdrawn != nil { changes.insert(.essential) }
        if changes.contains(.essential) { known[event].sequence += 1 }
        known[event].withdrawn = nil
        known[event].sources += sources
        known[event].lastStep = step
        remember(known[event].details)
      } else {
        known.append(Known(details: unit.details, sources: sources, lastStep: step))
        remember(unit.details)
      }
    }
    withdraw(day, open: open.filter { $0 < firstNew })
  }

  private mutating func remember(_ details: EventDetails) {
    if let series = series(details) { meetings.append((series, details.dates.first.dayNumber)) }
  }

  private mutating func withdraw(_ day: CivilDate, open: [Int]) {
    let ahead = open.filter {
      let first = known[$0].details.dates.first
      return known[$0].withdrawn == nil && first >= day && first <= day.advanced(by: 28)
    }
    let lost = ahead.filter { known[$0].lastStep != step }
    if lost.count * 3 > ahead.count { return }
    for event in lost {
      known[event].withdrawn = day
      known[event].sequence += 1
    }
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
    _ units: [Unit], _ open: [Int], late: [Int], _ day: CivilDate
  ) -> [Int: Int] {
    var matches: [Int: Int] = [:]
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
      wasListed(number) && sameSeries(unit, event) && hasMoved(event, to: unit, units, open)
    }
    return matches
  }

  private func hasMoved(
    _ event: EventDetails, to unit: EventDetails, _ units: [Unit], _ open: [Int]
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
