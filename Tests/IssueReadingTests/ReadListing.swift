import EventModel

/// A listing in plain strings: what the fast reader and the slow one are compared by, and what a
/// failed test prints.
struct ReadListing: Hashable {
  /// A place in plain strings, without what the gazetteer adds.
  struct Place: Hashable, CustomStringConvertible {
    var city: String?
    var otherNames: [String] = []
    var subdivision: String?
    var country: String?

    var description: String {
      ([city ?? "-"] + otherNames).joined(separator: "/")
        + [subdivision, country].map { ", " + ($0 ?? "-") }.joined()
    }
  }

  /// A name or title with its address.
  struct Link: Hashable, CustomStringConvertible {
    var title: String
    var url: String?

    var description: String { "\(title) <\(url ?? "-")>" }
  }

  var line: Int
  var title: String
  var first: CivilDate
  var last: CivilDate
  var mode: AttendanceMode?
  var regions: RegionSet
  var status: EventStatus
  var places: [Place]
  var organizers: [Link]
  var url: String?
  var links: [Link]
  var note: String?
}

extension ReadListing {
  /// What the reader read.
  init(_ listing: Listing) {
    let details = listing.details
    self.init(
      line: Int(listing.location.line ?? 0), title: details.title.string,
      first: details.dates.first,
      last: details.dates.last, mode: details.mode, regions: details.regions,
      status: details.status, places: details.places.map(Place.init),
      organizers: details.organizers.map { Link(title: $0.name.string, url: $0.url?.string) },
      url: details.url?.string,
      links: details.links.map { Link(title: $0.title.string, url: $0.url.string) },
      note: details.description?.string)
  }
}

extension ReadListing.Place {
  /// The place without its coordinates.
  init(_ place: EventModel.Place) {
    self.init(
      city: place.city?.string, otherNames: place.otherNames.map(\.string),
      subdivision: place.subdivision?.string, country: place.country?.description)
  }
}

extension ReadListing: CustomStringConvertible {
  /// All fields in one line.
  var description: String {
    let fields: [String] = [
      "\(line)", title, first == last ? "\(first)" : "\(first)...\(last)",
      mode.map { "\($0.name)" } ?? "-", regions.regions.map { "\($0.name)" }.joined(separator: "+"),
      "\(status.name)", places.map(\.description).joined(separator: "; "),
      organizers.map(\.description).joined(separator: "; "), url ?? "-",
      links.map(\.description).joined(separator: "; "), note ?? "-",
    ]
    return fields.joined(separator: " | ")
  }
}
