internal import Gazetteer
internal import EventModel

/// A city that is asked for, perhaps narrowed by its country or subdivision: `Cambridge, GB`,
/// `Portland, OR`, `Portland, OR, US`.
package struct CityQuery: Hashable, Sendable {
  /// The city as it was named, with what narrows it.
  package let text: String
  /// The folded key of the name.
  let key: [UInt8]
  /// The folded keys of what narrows it, each with the country that it may mean.
  private let limits: [Limit]

  private struct Limit: Hashable {
    var key: [UInt8]
    var country: CountryCode?
  }

  /// The city of a name, with what narrows it behind commas.
  package init(_ text: String) {
    self.text = text
    let parts = text.split(separator: ",").map { Array($0.utf8) }
    key = parts.first.map { Gazetteer.fold($0.span) } ?? []
    limits = parts.dropFirst().compactMap { part in
      let key = Gazetteer.fold(part.span)
      let name = String(decoding: key, as: UTF8.self)
      return key.isEmpty ? nil : Limit(key: key, country: CountryQuery(name).code)
    }
  }

  /// Whether what narrows it allows a place: each is its country or its subdivision.
  func allows(_ place: Place) -> Bool {
    limits.allSatisfy { limit in
      if let country = limit.country, country == place.country { return true }
      guard let subdivision = place.subdivision else { return false }
      if subdivision.withSpan({ Gazetteer.fold($0) }) == limit.key { return true }
      return isSubdivision(limit.key, subdivision, in: place.country)
    }
  }

  /// Whether what narrows it allows a city of the gazetteer.
  func allows(_ city: City) -> Bool {
    limits.allSatisfy { limit in
      if limit.country == city.country { return true }
      guard let known = Gazetteer.shared.subdivision(limit.key.span, in: city.country) else {
        return false
      }
      return known.code == city.subdivisionCode
    }
  }

  /// Whether `Oregon` and `OR` are one.
  private func isSubdivision(_ key: [UInt8], _ written: Text, in country: CountryCode?) -> Bool {
    guard let country, let wanted = Gazetteer.shared.subdivision(key.span, in: country)
    else { return false }
    return written.withSpan { Gazetteer.shared.subdivision($0, in: country) }?.code == wanted.code
  }

  /// Whether the place is written with this name.
  func isWritten(_ place: Place) -> Bool {
    let isName = { (name: Text) in name.withSpan { Gazetteer.fold($0) } == key }
    guard place.city.map(isName) ?? false || place.otherNames.contains(where: isName)
    else { return false }
    return allows(place)
  }

  /// Whether it is a main name of the city that the gazetteer knows the place as.
  func isMainName(of place: Place) -> Bool {
    guard let city = GazetteerPlace.city(of: place) else { return false }
    return allows(place) && Gazetteer.shared.isMainName(key.span, of: city)
  }
}

/// What the gazetteer knows of a place.
enum GazetteerPlace {
  /// The city of a place whose country is known.
  static func city(of place: Place) -> City? {
    guard let name = place.city, let country = place.country else { return nil }
    for written in [name] + place.otherNames {
      let city = written.withSpan { name in
        guard let subdivision = place.subdivision else {
          return Gazetteer.shared.city(named: name, in: country)
        }
        return subdivision.withSpan {
          Gazetteer.shared.city(named: name, in: country, subdivision: $0)
        }
      }
      if let city { return city }
    }
    return nil
  }
}
