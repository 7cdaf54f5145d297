extension PageEvent {
  /// Whether a field is there.
  package func has(_ field: Field) -> Bool {
    switch field {
    case .name: name != nil
    case .start: start != nil
    case .end: end != nil
    case .timeZone: timeZone != nil
    case .mode: mode != nil
    case .status: status != nil
    case .previousStart: previousStart != nil
    case .venue: venue != nil
    case .address: address != nil
    case .city: city != nil
    case .country: country != nil
    case .coordinates: coordinates != nil
    case .organizer: organizer != nil
    case .url: url != nil
    case .description: description != nil
    case .image: image != nil
    case .isFree: isFree != nil
    case .language: language != nil
    }
  }

  /// Takes a field of another event, and the format that stated it there.
  package mutating func take(_ field: Field, from other: PageEvent) {
    switch field {
    case .name: name = other.name
    case .start: start = other.start
    case .end: end = other.end
    case .timeZone: timeZone = other.timeZone
    case .mode: mode = other.mode
    case .status: status = other.status
    case .previousStart: previousStart = other.previousStart
    case .venue: venue = other.venue
    case .address: address = other.address
    case .city: city = other.city
    case .country: country = other.country
    case .coordinates: coordinates = other.coordinates
    case .organizer: organizer = other.organizer
    case .url: url = other.url
    case .description: description = other.description
    case .image: image = other.image
    case .isFree: isFree = other.isFree
    case .language: language = other.language
    }
    formats[field] = other.formats[field]
  }
}
