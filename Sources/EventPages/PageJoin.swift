package import EventModel
internal import Gazetteer

/// Joins what pages state of events with what the list says of them.
///
/// The list says which events there are and what they are called; the page knows hour and venue, and
/// where the two disagree on day or city, the page wins. A page is not believed where it cannot be
/// that of the event: another year, the next meeting of a series, an event of another name.
///
/// The outcome depends on the event, the readings and the time zones alone.
package struct PageJoin {
  private var zones: TimeZones
  private let isSameAddress: (Text, Text) -> Bool

  /// An event is not moved by more days than this, unless its page says from when.
  private static let farthestMove = 60
  /// Nor is it moved by more than this.
  private static let farthestStatedMove = 366

  /// - Parameters:
  ///   - zones: the time zones of the system.
  ///   - isSameAddress: whether two addresses lead to the same page.
  package init(zones: TimeZones, isSameAddress: @escaping (Text, Text) -> Bool) {
    self.zones = zones
    self.isSameAddress = isSameAddress
  }

  /// Joins the readings of an event's page to it, each as a step of the event's history.
  ///
  /// - Parameters:
  ///   - event: the event as the list has it.
  ///   - readings: the readings of its page, in whatever order.
  ///   - link: how far the event's link is its own.
  /// - Returns: what page and list disagree on, after the newest reading that is of the event; without
  ///   place in a file.
  package mutating func join(
    _ event: inout Event, with readings: [DatedReading], link: PageLink
  ) -> [Diagnostic] {
    let listed = event
    var findings: [Diagnostic] = []
    for reading in readings.sorted(by: { $0.fetched < $1.fetched }) {
      var newFindings: [Diagnostic] = []
      let next = joined(listed, with: reading, link, &newFindings)
      if next != nil || !newFindings.isEmpty { findings = newFindings }
      if var next {
        next.count(from: event, on: reading.fetched)
        event = next
      }
    }
    return findings
  }

  /// The event as one reading has it; nil where the reading says nothing of it that is believed.
  private mutating func joined(
    _ listed: Event, with reading: DatedReading, _ link: PageLink, _ findings: inout [Diagnostic]
  ) -> Event? {
    let details = listed.details
    guard let match = match(details, reading, link) else { return nil }
    guard match.isBelieved else {
      // On a page of many events another day is no contradiction.
      if link.isOwn { findings.append(Self.disbelieved(match.event, details)) }
      return nil
    }
    var event = listed
    event.page = facts(of: match.event, reading.reading, details)
    apply(match.event, match.schedule, to: &event, &findings)
    return event
  }

  /// What a page states of a listed event.
  struct Match {
    /// The event on the page that is meant.
    let event: PageEvent
    /// Its days and hours; nil where the page states none.
    let schedule: PageSchedule?
    /// Whether the listed event can be on those days.
    let isBelieved: Bool
  }

  /// What a reading states of an event; nil where it states nothing of it.
  mutating func match(
    _ listed: EventDetails, _ reading: DatedReading, _ link: PageLink
  ) -> Match? {
    let schedules = schedules(of: reading.reading.events, listed)
    let choice = PageChoice(
      of: reading.reading, for: listed, link: link,
      isOnDay: { schedules[$0]?.dates.first == listed.dates.first },
      isSameAddress: isSameAddress)
    guard let choice else { return nil }
    let schedule = schedules[choice.event]
    let isBelieved =
      choice.event.start == nil
      ? link.isOwn : isBelieved(schedule, choice, listed.dates, reading.fetched)
    return Match(event: choice.event, schedule: schedule, isBelieved: isBelieved)
  }

  // MARK: Days

  private mutating func schedules(
    of events: [PageEvent], _ listed: EventDetails
  ) -> [PageEvent: PageSchedule] {
    var schedules: [PageEvent: PageSchedule] = [:]
    for event in events.prefix(PageChoice.mostEvents) where schedules[event] == nil {
      schedules[event] = schedule(of: event, listed)
    }
    return schedules
  }

  private mutating func schedule(of page: PageEvent, _ listed: EventDetails) -> PageSchedule? {
    let places = PagePlace(page: page, listed: listed).other.map { [$0] } ?? listed.places
    let rules = page.timeZone.flatMap { zones.rules($0.string) } ?? placeRules(places)
    return PageSchedule(of: page, in: rules, listed: listed.dates)
  }

  /// The rules of the time zone that all places have.
  private mutating func placeRules(_ places: [Place]) -> TimeZoneRules? {
    let names = Set(places.map(\.timeZone))
    guard names.count == 1, let name = names.first ?? nil else { return nil }
    return zones.rules(name.string)
  }

  /// Whether the event can be on the page's days.
  private func isBelieved(
    _ schedule: PageSchedule?, _ choice: PageChoice, _ listed: EventDates, _ fetched: CivilDate
  ) -> Bool {
    guard let schedule else { return false }
    if schedule.dates.first == listed.first { return true }
    // What is fetched afterwards is the next meeting; a day that is past is the one before.
    guard choice.mayMove, fetched <= listed.last, schedule.dates.last >= fetched else {
      return false
    }
    let isStated = choice.event.previousStart.map { $0.date == listed.first } ?? false
    let distance = abs(listed.first.days(to: schedule.dates.first))
    return distance <= (isStated ? Self.farthestStatedMove : Self.farthestMove)
  }

  // MARK: Facts

  private func facts(
    of page: PageEvent, _ reading: PageReading, _ listed: EventDetails
  ) -> PageFacts {
    let place = PagePlace(page: page, listed: listed)
    let places = place.other.map { [$0] } ?? listed.places
    return PageFacts(
      url: reading.url ?? listed.url ?? reading.source, venue: place.venue(in: places),
      description: page.description == listed.title ? nil : page.description, image: page.image,
      isFree: page.isFree)
  }

  /// Lets the page win in an event that has its facts already.
  private func apply(
    _ page: PageEvent, _ schedule: PageSchedule?, to event: inout Event,
    _ findings: inout [Diagnostic]
  ) {
    let listed = event.details
    if let schedule {
      event.page?.hours = schedule.hours
      if schedule.dates != listed.dates {
        findings.append(Self.mismatch(listed, "\(schedule.dates.text)", "\(listed.dates.text)"))
        event.details.dates = schedule.dates
        event.page?.listedDates = listed.dates
      }
      if let previous = page.previousStart?.date, previous != schedule.dates.first {
        event.previousDates = EventDates(previous)
      }
    }
    if let place = PagePlace(page: page, listed: listed).other {
      if let known = listed.places.first {
        findings.append(Self.mismatch(listed, place.text, known.text))
        event.page?.listedPlaces = listed.places
      }
      event.details.places = [place]
      event.details.regions.move(from: listed.places.first?.country, to: place.country)
    }
    // A page that says nothing of it is as good as one that says "scheduled".
    if let status = page.status, status != .scheduled { event.details.status = status }
  }
}

// MARK: - Findings

extension PageJoin {
  private static func mismatch(
    _ listed: EventDetails, _ page: String, _ list: String
  ) -> Diagnostic {
    finding("the page of '\(listed.title)' has \(page), the list \(list); the page's is taken")
  }

  private static func disbelieved(_ page: PageEvent, _ listed: EventDetails) -> Diagnostic {
    let day = page.start.map { "\($0)" } ?? "no day"
    return finding(
      "the page of '\(listed.title)' has \(day), the list \(listed.dates.text); the page cannot be "
        + "of this event and is left out")
  }

  private static func finding(_ message: String) -> Diagnostic {
    Diagnostic(.warning, .pageMismatch, at: .none, message)
  }
}

extension EventDates {
  /// `2026-02-12`, `2026-02-12 to 2026-02-14`.
  fileprivate var text: String { isRange ? "\(first) to \(last)" : "\(first)" }
}

extension Place {
  /// `Nürnberg, DE`.
  fileprivate var text: String {
    [city?.string, country?.description].compactMap(\.self).joined(separator: ", ")
  }
}

extension RegionSet {
  /// Takes another continent in the place of the one that a country is on.
  fileprivate mutating func move(from old: CountryCode?, to new: CountryCode?) {
    guard let old, let new, let from = Gazetteer.shared.country(old)?.region,
      let to = Gazetteer.shared.country(new)?.region, from != to
    else { return }
    remove(RegionSet(from))
    insert(RegionSet(to))
  }
}

extension Event {
  /// Counts a reading as a step of the history that led to another state of the event.
  fileprivate mutating func count(from before: Event, on day: CivilDate) {
    let isEssential =
      details.dates != before.details.dates || details.places != before.details.places
      || details.status != before.details.status || details.title != before.details.title
      || page?.hours != before.page?.hours || page?.venue != before.page?.venue
    let isChange = isEssential || details != before.details || exported != before.exported
    sequence = before.sequence == .max || !isEssential ? before.sequence : before.sequence + 1
    modified = isChange ? max(before.modified, day) : before.modified
  }

  /// What is exported of the page; nil where there is nothing.
  private var exported: PageFacts? {
    guard var facts = page else { return nil }
    facts.url = ""
    return facts == PageFacts(url: "") ? nil : facts
  }
}
