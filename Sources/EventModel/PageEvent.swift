/// What a web page states of one event; nothing that it does not state.
package struct PageEvent: Hashable, Sendable {
  /// The event's name, on one line.
  package var name: Text?
  /// When it begins.
  package var start: PageTime?
  /// When it ends, as stated: a page may be wrong and have it end before it begins.
  package var end: PageTime?
  /// The IANA name of the time zone.
  package var timeZone: Text?
  /// How it is attended.
  package var mode: AttendanceMode?
  /// Whether it takes place.
  package var status: EventStatus?
  /// When it was to begin before it was moved.
  package var previousStart: PageTime?
  /// The name of the place; also a place that is stated as one text.
  package var venue: Text?
  /// The postal address in one line.
  package var address: Text?
  /// The city, as written.
  package var city: Text?
  /// The country, as written: a code (`DE`) or a name in any language.
  package var country: Text?
  /// The place's point on the map.
  package var coordinates: Coordinates?
  /// Who holds it: the first where there are several.
  package var organizer: Organizer?
  /// The event's own page, absolute where the page's own address is known.
  package var url: Text?
  /// What it is about, as plain text; lines may break.
  package var description: Text?
  /// A picture of it.
  package var image: Text?
  /// Whether taking part costs nothing.
  package var isFree: Bool?
  /// The language that it is held in, as written: mostly a tag of BCP 47.
  package var language: Text?
  /// Which format stated each field that is there.
  package var formats: [Field: PageFormat] = [:]

  /// An event of which nothing is known yet.
  package init() {}

  /// A field, as ``formats`` names it.
  package enum Field: UInt8, CaseIterable, Sendable {
    case name, start, end, timeZone, mode, status, previousStart, venue, address, city, country
    case coordinates, organizer, url, description, image, isFree, language
  }
}
