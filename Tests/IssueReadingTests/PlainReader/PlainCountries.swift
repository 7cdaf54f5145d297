import EventModel
import Gazetteer

/// Which city, subdivision and country the parts of a place name, asked of the gazetteer in strings.
enum PlainCountries {
  private static let gazetteer = Gazetteer.shared

  static func country(_ text: String) -> CountryCode? {
    if let code = CountryCode(text), gazetteer.country(code) != nil { return code }
    return Text(text).withSpan { gazetteer.country(named: $0) }
  }

  static func isSubdivision(_ text: String) -> Bool { !subdivisions(text).isEmpty }

  static func isCode(_ text: String) -> Bool {
    (2...3).contains(text.utf8.count) && (country(text) != nil || isSubdivision(text))
  }

  /// `Columbus OH` as two parts.
  static func withTrailingCode(_ part: String) -> [String] {
    guard let match = trailingCode.first(in: part), isCode(match.text(2)) else { return [part] }
    return [match.text(1), match.text(2)]
  }

  private static let trailingCode = Pattern("^(.*\\S)[ \\t]+([A-Z]{2,3})$")

  static func subdivisions(_ text: String) -> [Subdivision] {
    Text(text).withSpan { gazetteer.subdivisions($0) }
  }

  static func cities(_ name: String) -> [City] {
    Text(name).withSpan { Array(gazetteer.cities(named: $0)) }
  }

  static func has(_ city: String, _ country: CountryCode) -> Bool {
    cities(city).contains { $0.country == country }
  }

  static func has(_ city: String, _ subdivision: Subdivision) -> Bool {
    Text(city).withSpan {
      gazetteer.city(named: $0, in: subdivision.country, subdivision: subdivision) != nil
    }
  }

  /// Whether a name is another one of a place's city, or that of no city there.
  static func isOtherName(_ name: String, of place: ReadListing.Place) -> Bool {
    guard let country = place.country.flatMap({ CountryCode($0) }) else { return true }
    guard let other = cities(name).first(where: { $0.country == country }) else { return true }
    guard let city = cities(place.city ?? "").first(where: { $0.country == country }) else {
      return false
    }
    return city.id == other.id || cities(name).contains { $0.id == city.id }
  }

  private static let bracket = Pattern("^([^(]+)\\(([^)]*)\\)?.*$")

  static func place(_ name: String, _ tail: [String], _ heading: Region?) -> ReadListing.Place {
    var city = name
    var others: [String] = []
    if let match = bracket.first(in: name) {
      city = match.text(1).trimmed
      others = [match.text(2).trimmed].filter { !$0.isEmpty }
    }
    var tail = tail
    if tail.count == 2, let land = country(tail[1]), !has(city, land), !isSubdivision(tail[0]),
      has(tail[0], land)
    {
      (city, tail[0]) = (tail[0], city)
    }
    var place = ReadListing.Place(city: PlainMarkdown.plain(city))
    place.otherNames = others.map(PlainMarkdown.plain)
    let (subdivision, land) = located(city, tail, heading)
    place.subdivision = subdivision.map(PlainMarkdown.plain)
    place.country = land?.description
    if tail.isEmpty, let land = country(city),
      city.utf8.count <= 3 || cities(city).first?.country != land
    {
      place.city = nil
    }
    if let land, !has(city, land), country(city) == land { place.city = nil }
    return place
  }

  private static func located(
    _ city: String, _ tail: [String], _ heading: Region?
  ) -> (String?, CountryCode?) {
    guard let last = tail.last else {
      if let land = country(city) { return (nil, land) }
      if let known = cities(city).first { return (nil, known.country) }
      return (nil, city.utf8.count > 3 ? subdivisions(city).first?.country : nil)
    }
    guard tail.count > 1, let land = country(last) else {
      return behindCity(city, last, heading)
    }
    let part = tail[tail.count - 2]
    if subdivisions(part).contains(where: { $0.country == land })
      || Text(part).withSpan({ gazetteer.subdivision($0, in: land) }) != nil
    {
      return (part, land)
    }
    if let elsewhere = likeliest(city, part, heading),
      gazetteer.hasSubdivisions(land) || !has(city, land)
    {
      return (part, elsewhere.country)
    }
    let longer = gazetteer.subdivisions(of: land).map(\.code.string).filter {
      $0.utf8.count > part.utf8.count && $0.lowercased().hasPrefix(part.lowercased())
    }
    if (2...3).contains(part.utf8.count), longer.count == 1 { return (longer[0], land) }
    return (part, corrected(land, last, city, heading))
  }

  /// One part behind the city: a country, a subdivision, or both.
  private static func behindCity(
    _ city: String, _ part: String, _ heading: Region?
  ) -> (String?, CountryCode?) {
    let land = country(part)
    let state = likeliest(city, part, heading)
    guard let land else { return (part, state?.country ?? cities(city).first?.country) }
    guard let state else { return (nil, corrected(land, part, city, heading)) }
    let inLand = has(city, land)
    let inState = has(city, state)
    if inState && !inLand { return (part, state.country) }
    if inLand && !inState { return (nil, land) }
    if heading != nil, heading != .virtual, gazetteer.country(state.country)?.region == heading,
      gazetteer.country(land)?.region != heading
    {
      return (part, state.country)
    }
    return (nil, corrected(land, part, city, heading))
  }

  private static func likeliest(
    _ city: String, _ part: String, _ heading: Region?
  ) -> Subdivision? {
    let all = subdivisions(part)
    return all.first { has(city, $0) }
      ?? all.first { gazetteer.country($0.country)?.region == heading } ?? all.first
  }

  /// The country meant by a code whose own country has no such city.
  private static func corrected(
    _ land: CountryCode, _ code: String, _ city: String, _ heading: Region?
  ) -> CountryCode {
    if code.utf8.count != 2 || has(city, land) { return land }
    let others = cities(city).compactMap { gazetteer.country($0.country) }.filter {
      $0.code != land && (heading == nil || heading == .virtual || $0.region == heading)
    }
    let letters = code.lowercased()
    let meant =
      others.first { other in
        let name = other.name.string.lowercased()
        let initials = name.split { !$0.isLetter }.compactMap(\.first)
        return String(initials) == letters || name.hasPrefix(letters)
      }
      ?? others.first { other in
        // Two letters of the name, in the heading's region: `CN` for Canada.
        let name = other.name.string.lowercased()
        return heading != nil && heading != .virtual && name.first == letters.first
          && name.dropFirst().contains(letters.suffix(1))
      }
    return meant?.code ?? land
  }
}
