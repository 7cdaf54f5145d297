import EventCatalog
import EventModel

/// Hand-made listings and issues.
enum Samples {
  static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .distantPast }

  static func dates(_ text: String) -> EventDates {
    let parts = text.split(separator: " ")
    if parts.count == 2,
      let range = EventDates(first: day(String(parts[0])), last: day(String(parts[1])))
    {
      return range
    }
    return EventDates(day(text))
  }

  /// A listing; `group` is the organizer's URL and, without `name`, its name.
  static func listing(
    _ dates: String, _ title: String, url: String? = nil, group: String? = nil,
    name: String? = nil, mode: AttendanceMode? = .inPerson, places: [Place] = [],
    regions: RegionSet = RegionSet(.europe), status: EventStatus = .scheduled, line: Int = 1
  ) -> Listing {
    let organizer = (name ?? group).map { Organizer(name: Text($0), url: group.map { Text($0) }) }
    return Listing(
      details: EventDetails(
        title: Text(title), dates: self.dates(dates), mode: mode, regions: regions, status: status,
        places: places, organizers: organizer.map { [$0] } ?? [], url: url.map { Text($0) }),
      location: SourceLocation(line: line))
  }

  /// An issue; its listings without line stand on lines from 10 on.
  static func issue(_ date: String, number: UInt32? = nil, _ listings: [Listing]) -> Issue {
    var listings = listings
    for index in listings.indices where listings[index].location.line == 1 {
      listings[index].location = SourceLocation(line: 10 + index)
    }
    return Issue(
      reference: IssueReference(
        date: day(date), number: number, file: Text("\(date)-this-week-in-rust.md")),
      listings: listings)
  }

  static func berlin() -> Place {
    Place(city: "Berlin", country: CountryCode("DE"))
  }
}

extension Ledger {
  /// The event with a title, for tests that know there is one.
  func event(_ title: String) -> Event? { events.first { $0.details.title == Text(title) } }
}
