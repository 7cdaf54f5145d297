/// The classes of microformats2 and of the classic microformats that are read, and the properties of
/// schema.org that mean the same.
enum MicroformatNames {
  /// How the value of a property's element is found (microformats2 parsing).
  enum Kind { case text, link, time, markup }

  /// A property.
  struct Property {
    var kind: Kind
    var name: String
  }

  /// Classes of elements that are things, in microformats2.
  static let roots: Set<String> = [
    "h-event", "h-card", "h-adr", "h-geo", "h-entry", "h-feed", "h-item", "h-product", "h-recipe",
    "h-resume", "h-review", "h-review-aggregate", "h-cite",
  ]

  /// The same of the classic microformats, with what they are called now.
  static let classicRoots = [
    "vevent": "h-event", "vcard": "h-card", "adr": "h-adr", "geo": "h-geo",
  ]

  static let properties: [String: Property] = [
    "p-name": Property(kind: .text, name: "name"),
    "p-summary": Property(kind: .text, name: "summary"),
    "p-description": Property(kind: .text, name: "description"),
    "e-description": Property(kind: .markup, name: "description"),
    "p-content": Property(kind: .text, name: "content"),
    "e-content": Property(kind: .markup, name: "content"),
    "dt-start": Property(kind: .time, name: "startDate"),
    "dt-end": Property(kind: .time, name: "endDate"),
    "p-location": Property(kind: .text, name: "location"),
    "u-location": Property(kind: .link, name: "location"),
    "p-organizer": Property(kind: .text, name: "organizer"),
    "u-organizer": Property(kind: .link, name: "organizer"),
    "p-status": Property(kind: .text, name: "eventStatus"),
    "u-url": Property(kind: .link, name: "url"),
    "u-featured": Property(kind: .link, name: "image"),
    "u-photo": Property(kind: .link, name: "image"),
    "p-org": Property(kind: .text, name: "legalName"),
    "p-adr": Property(kind: .text, name: "address"),
    "p-geo": Property(kind: .text, name: "geo"),
    "u-geo": Property(kind: .link, name: "geo"),
    "p-latitude": Property(kind: .text, name: "latitude"),
    "p-longitude": Property(kind: .text, name: "longitude"),
    "p-street-address": Property(kind: .text, name: "streetAddress"),
    "p-extended-address": Property(kind: .text, name: "extendedAddress"),
    "p-locality": Property(kind: .text, name: "addressLocality"),
    "p-region": Property(kind: .text, name: "addressRegion"),
    "p-postal-code": Property(kind: .text, name: "postalCode"),
    "p-country-name": Property(kind: .text, name: "addressCountry"),
  ]

  static let classicProperties: [String: Property] = [
    "summary": Property(kind: .text, name: "name"),
    "fn": Property(kind: .text, name: "name"),
    "description": Property(kind: .text, name: "description"),
    "dtstart": Property(kind: .time, name: "startDate"),
    "dtend": Property(kind: .time, name: "endDate"),
    "location": Property(kind: .text, name: "location"),
    "organizer": Property(kind: .text, name: "organizer"),
    "status": Property(kind: .text, name: "eventStatus"),
    "url": Property(kind: .link, name: "url"),
    "photo": Property(kind: .link, name: "image"),
    "org": Property(kind: .text, name: "legalName"),
    "adr": Property(kind: .text, name: "address"),
    "geo": Property(kind: .text, name: "geo"),
    "latitude": Property(kind: .text, name: "latitude"),
    "longitude": Property(kind: .text, name: "longitude"),
    "street-address": Property(kind: .text, name: "streetAddress"),
    "extended-address": Property(kind: .text, name: "extendedAddress"),
    "locality": Property(kind: .text, name: "addressLocality"),
    "region": Property(kind: .text, name: "addressRegion"),
    "postal-code": Property(kind: .text, name: "postalCode"),
    "country-name": Property(kind: .text, name: "addressCountry"),
  ]
}
