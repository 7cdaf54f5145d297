/// What is said of an event, be it by one listing or by all of them.
package struct EventDetails: Hashable, Sendable {
  /// The title without Markdown, white space collapsed.
  package var title: Text
  /// Its days.
  package var dates: EventDates
  /// How it is attended; nil where nothing says.
  package var mode: AttendanceMode?
  /// Where it can be attended.
  package var regions: RegionSet
  /// Whether it takes place.
  package var status: EventStatus
  /// Its places; none for an event that is only virtual and names no city.
  package var places: [Place]
  /// Who holds it.
  package var organizers: [Organizer]
  /// Its own page; without one the group's.
  package var url: Text?
  /// Further links of the same event.
  package var links: [Link]
  /// Text that stands beside the links (`6:30pm - CCC Salzburg`).
  package var description: Text?

  package init(
    title: Text, dates: EventDates, mode: AttendanceMode? = nil, regions: RegionSet = [],
    status: EventStatus = .scheduled, places: [Place] = [], organizers: [Organizer] = [],
    url: Text? = nil, links: [Link] = [], description: Text? = nil
  ) {
    self.title = title
    self.dates = dates
    self.mode = mode
    self.regions = regions
    self.status = status
    self.places = places
    self.organizers = organizers
    self.url = url
    self.links = links
    self.description = description
  }
}
