internal import EventModel
internal import Gazetteer

/// The place that a page states, beside those that the list has.
struct PagePlace {
  /// What the page states.
  let page: PageEvent
  /// What the list says.
  let listed: EventDetails

  /// The longest name of a city that is taken, in bytes.
  private static let nameLimit = 100

  /// The page's place, where it is in another city than the list has it; nil where both agree, where
  /// the page says nothing, and where there are several places or none to walk to.
  var other: Place? {
    guard listed.mode != .virtual, page.mode != .virtual, listed.places.count <= 1,
      let city, let place = place(of: city)
    else { return nil }
    guard let known = listed.places.first, known.city != nil else { return place }
    return isSame(city, known) ? nil : place
  }

  /// The city, unless it is none: too long, or with digits, as in an address.
  private var city: Text? {
    guard let city = page.city, (1...Self.nameLimit).contains(city.count),
      !city.buffer[city.range].contains(where: { 0x30...0x39 ~= $0 })
    else { return nil }
    return city
  }

  /// Whether a name is that of a known place in any language, or has its words (`Berlin-Mitte`).
  private func isSame(_ name: Text, _ known: Place) -> Bool {
    let words = NameWords([name])
    let key = name.withSpan { Gazetteer.fold($0) }
    for case let other? in [known.city] + known.otherNames {
      let otherKey = other.withSpan { Gazetteer.fold($0) }
      let otherWords = NameWords([other])
      if key == otherKey || words.holds(otherWords) || otherWords.holds(words) { return true }
      let cities = name.withSpan { span in Gazetteer.shared.cities(named: span).prefix(20) }
      let isName = cities.contains { city in
        other.withSpan { Gazetteer.shared.isName($0, of: city) }
      }
      if isName { return true }
    }
    return false
  }

  private func place(of name: Text) -> Place? {
    let known = listed.places.first
    let country = statedCountry ?? known?.country
    let city = country.flatMap { country in
      name.withSpan { Gazetteer.shared.city(named: $0, in: country) }
    }
    let isNear = country == known?.country
    return Place(
      city: name, subdivision: city?.subdivisionCode, country: country,
      coordinates: city?.coordinates,
      timeZone: city?.timeZone ?? (isNear ? known?.timeZone : nil))
  }

  private var statedCountry: CountryCode? {
    guard let name = page.country else { return nil }
    if let code = CountryCode(name.string), Gazetteer.shared.country(code) != nil { return code }
    return name.withSpan { Gazetteer.shared.country(named: $0) }
  }

  /// The venue, for events that somebody walks to.
  func venue(in places: [Place]) -> Venue? {
    guard listed.mode != .virtual else { return nil }
    let city = places.first
    let name = page.venue.flatMap { $0.isEmpty || Self.isName($0, of: city) ? nil : $0 }
    let address = page.address.flatMap { $0.isEmpty || Self.isName($0, of: city) ? nil : $0 }
    return Venue(
      name: name, address: address == name ? nil : address,
      coordinates: page.coordinates.flatMap { Self.isNear($0, city) ? $0 : nil })
  }

  /// Whether a venue's name is the city's and so says nothing.
  private static func isName(_ name: Text, of place: Place?) -> Bool {
    guard let city = place?.city else { return false }
    return name.withSpan { Gazetteer.fold($0) } == city.withSpan { Gazetteer.fold($0) }
  }

  /// Whether a point may be in a city: some three degrees off it is a slip, as is 0, 0.
  private static func isNear(_ point: Coordinates, _ place: Place?) -> Bool {
    if point.latitude == 0, point.longitude == 0 { return false }
    guard let centre = place?.coordinates else { return true }
    let across = abs(Int(point.longitude) - Int(centre.longitude))
    return abs(Int(point.latitude) - Int(centre.latitude)) < 3_000_000
      && min(across, 360_000_000 - across) < 6_000_000
  }
}
