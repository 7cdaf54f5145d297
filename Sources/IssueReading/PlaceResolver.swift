import EventModel
import Gazetteer

/// Decides which city, subdivision and country the parts of a place name.
///
/// The rules are those of `Place` in the documentation: a code that is both a country and a
/// subdivision means the one that has a city of that name, then the one in the heading's region,
/// then the country; a subdivision that exists only elsewhere, and a city that a code's country
/// does not have, correct the code.
struct PlaceResolver {
  let buffer: [UInt8]
  /// The heading that the listing stands under.
  let heading: Region?
  /// What was corrected.
  private(set) var findings: [PlaceField.Finding] = []

  init(buffer: [UInt8], heading: Region?) {
    self.buffer = buffer
    self.heading = heading
  }

  /// The place of a city's text and the parts behind it.
  mutating func resolve(_ cityText: Range<Int>, _ tail: [Range<Int>]) -> Place {
    var (city, otherNames) = splitBracket(cityText)
    var tail = tail
    if tail.count == 2, let country = Self.country(buffer, tail[1]),
      isSwapped(city, tail[0], country)
    {
      // `Karnataka, Bengaluru, IN`: the state stands first.
      swap(&city, &tail[0])
    }
    var place = Place(city: text(city), otherNames: otherNames.map(text))
    switch tail.count {
    case 0: resolveAlone(city, &place)
    case 1: resolveOne(city, tail[0], &place)
    default: resolveTwo(city, tail[tail.count - 2], tail[tail.count - 1], &place)
    }
    if let country = place.country, !has(city, country), Self.country(buffer, city) == country {
      // `Malaysia, MY`: the country's name stands in the city's place.
      place.city = nil
    }
    locate(&place)
    return place
  }

  // MARK: One part, two parts, three parts

  /// `Singapore`, `Munich`, `Israel`: a city, else a country.
  private func resolveAlone(_ city: Range<Int>, _ place: inout Place) {
    let named = cities(city).first
    if let country = Self.country(buffer, city) {
      place.country = country
      // A city that bears its country's name is a city (Singapore, Luxembourg); a code is none.
      if city.count <= 3 || named?.country != country { place.city = nil }
    } else {
      place.country = named?.country
      if named == nil, let only = Self.subdivisions(buffer, city).first,
        Self.isName(buffer, city)
      {
        place.country = only.country
      }
    }
  }

  /// `Berlin, DE`, `Durham, NC`, `Vancouver, CA`, `Kyiv, Ukraine`, `Berlin, Kreuzberg`.
  private mutating func resolveOne(_ city: Range<Int>, _ part: Range<Int>, _ place: inout Place) {
    let country = Self.country(buffer, part)
    let subdivision = likeliestSubdivision(city, part)
    switch (country, subdivision) {
    case (let country?, let subdivision?):
      if means(subdivision, over: country, city: city) {
        place.subdivision = text(part)
        place.country = subdivision.country
      } else {
        place.country = corrected(country, written: part, city: city)
      }
    case (let country?, nil): place.country = corrected(country, written: part, city: city)
    case (nil, let subdivision?):
      place.subdivision = text(part)
      place.country = subdivision.country
    case (nil, nil):
      place.subdivision = text(part)
      place.country = cities(city).first?.country
    }
  }

  /// `Portland, OR, US`, `Vancouver, BC, US`, `Kuala Lumpur, Selangor, MY`.
  private mutating func resolveTwo(
    _ city: Range<Int>, _ part: Range<Int>, _ last: Range<Int>, _ place: inout Place
  ) {
    guard let country = Self.country(buffer, last) else {
      return resolveOne(city, last, &place)
    }
    place.subdivision = text(part)
    let gazetteer = Gazetteer.shared
    let here = text(part).withSpan { gazetteer.subdivision($0, in: country) }
    if here != nil {
      place.country = country
    } else if let elsewhere = likeliestSubdivision(city, part),
      Self.hasSubdivisions(country) || !has(city, country)
    {
      place.country = elsewhere.country
      report(last, country, elsewhere.country, "'\(text(part))' is in \(elsewhere.country)")
    } else if let meant = onlyCode(beginningWith: part, in: country) {
      place.country = country
      place.subdivision = meant
      findings.append(
        PlaceField.Finding(
          code: .placeCode, message: "no such subdivision: '\(text(part))'; read as '\(meant)'",
          range: part, meant: meant))
    } else {
      place.country = corrected(country, written: last, city: city)
    }
  }

  // MARK: Rules

  /// Whether a code that is both means the subdivision.
  private func means(_ subdivision: Subdivision, over country: CountryCode, city: Range<Int>)
    -> Bool
  {
    let inCountry = has(city, country)
    let inSubdivision = has(city, subdivision)
    if inCountry != inSubdivision { return inSubdivision }
    guard let heading, heading != .virtual else { return false }
    let gazetteer = Gazetteer.shared
    return gazetteer.country(country)?.region != heading
      && gazetteer.country(subdivision.country)?.region == heading
  }

  /// The subdivision that a part names: the one that has the city, then the one in the heading's
  /// region.
  private func likeliestSubdivision(_ city: Range<Int>, _ part: Range<Int>) -> Subdivision? {
    let candidates = Self.subdivisions(buffer, part)
    if candidates.count < 2 { return candidates.first }
    return candidates.first { has(city, $0) }
      ?? candidates.first { Gazetteer.shared.country($0.country)?.region == heading }
      ?? candidates.first
  }

  /// The country that is meant by a code whose own country has no such city.
  private mutating func corrected(
    _ country: CountryCode, written: Range<Int>, city: Range<Int>
  ) -> CountryCode {
    guard written.count == 2, !has(city, country) else { return country }
    let others = cities(city).compactMap { Gazetteer.shared.country($0.country) }.filter {
      $0.code != country && (heading == nil || heading == .virtual || $0.region == heading)
    }
    guard
      let meant = others.first(where: { fits($0.name, written) })
        ?? others.first(where: { abbreviates(written, $0.name) })
    else { return country }
    report(written, country, meant.code, "it has no '\(text(city))'")
    return meant.code
  }

  /// Whether a wrong code has the first letter of a country's name and a later one (`CN`, Canada).
  private func abbreviates(_ code: Range<Int>, _ name: Text) -> Bool {
    let letters = buffer[code].map(\.lowercased)
    let name = name.buffer[name.range].map(\.lowercased)
    return heading != nil && heading != .virtual && name.first == letters.first
      && name.dropFirst().contains(letters[1])
  }

  /// Whether a country's name fits a wrong code: by its initials (`SA`, South Africa) or by its
  /// first letters (`AU`, Austria).
  private func fits(_ name: Text, _ code: Range<Int>) -> Bool {
    let letters = buffer[code].map(\.lowercased)
    let name = name.buffer[name.range]
    let words = name.split(whereSeparator: { !$0.isLetter && $0 < 0x80 })
    let initials = words.compactMap { $0.first?.lowercased }
    return initials == letters || name.prefix(letters.count).map(\.lowercased) == letters
  }

  /// Whether the state stands where the city should.
  private func isSwapped(_ city: Range<Int>, _ second: Range<Int>, _ country: CountryCode) -> Bool {
    !has(city, country) && !Self.isSubdivision(buffer, second) && has(second, country)
  }

  /// The only subdivision of a country whose code begins with the letters written (`QL`, `QLD`).
  private func onlyCode(beginningWith part: Range<Int>, in country: CountryCode) -> Text? {
    guard part.count >= 2, part.count <= 3 else { return nil }
    let written = buffer[part].map(\.lowercased)
    let codes = Gazetteer.shared.subdivisions(of: country).map(\.code).filter {
      $0.count > written.count && $0.buffer[$0.range].map(\.lowercased).starts(with: written)
    }
    return codes.count == 1 ? codes.first : nil
  }

  private mutating func report(
    _ code: Range<Int>, _ written: CountryCode, _ meant: CountryCode, _ reason: String
  ) {
    guard written != meant else { return }
    findings.append(
      PlaceField.Finding(
        code: .country, message: "'\(text(code))' cannot be meant: \(reason); read as '\(meant)'",
        range: code, meant: Text(meant.description)))
  }

  // MARK: The gazetteer

  /// Coordinates and time zone, where the city is known.
  private func locate(_ place: inout Place) {
    guard let city = place.city, let country = place.country else { return }
    for name in [city, Self.head(of: city)] + place.otherNames {
      guard let found = Self.city(name, country, place.subdivision) else { continue }
      place.coordinates = found.coordinates
      place.timeZone = found.timeZone
      return
    }
  }

  private static func city(_ name: Text, _ country: CountryCode, _ subdivision: Text?) -> City? {
    let gazetteer = Gazetteer.shared
    let state = subdivision?.withSpan { gazetteer.subdivision($0, in: country) }
    return name.withSpan {
      gazetteer.city(named: $0, in: country, subdivision: state)
        ?? gazetteer.city(named: $0, in: country)
    }
  }

  /// The city of names like `Lima-Perú` and `Brisbane City`, which the gazetteer has shorter.
  private static func head(of city: Text) -> Text {
    let suffix = word(" city")
    if city.count > suffix.count,
      city.buffer.hasWord(
        suffix, at: city.range.upperBound - suffix.count, to: city.range.upperBound)
    {
      return city.slice(0..<city.count - suffix.count)
    }
    guard let hyphen = city.buffer.firstOffset(of: ASCII.hyphen, in: city.range) else {
      return city
    }
    return city.slice(0..<hyphen - city.range.lowerBound)
  }

  private func cities(_ name: Range<Int>) -> CityMatches {
    Gazetteer.shared.cities(named: buffer.span.extracting(name))
  }

  private func has(_ city: Range<Int>, _ country: CountryCode) -> Bool {
    Gazetteer.shared.city(named: buffer.span.extracting(city), in: country) != nil
  }

  private func has(_ city: Range<Int>, _ subdivision: Subdivision) -> Bool {
    Gazetteer.shared.city(
      named: buffer.span.extracting(city), in: subdivision.country, subdivision: subdivision) != nil
  }

  /// `Hawthorne (Los Angeles)`: the name in brackets is another name.
  private func splitBracket(_ range: Range<Int>) -> (Range<Int>, [Range<Int>]) {
    guard let opening = buffer.firstOffset(of: ASCII.leftParenthesis, in: range),
      opening > range.lowerBound
    else {
      return (buffer.trimmed(range), [])
    }
    let closing =
      buffer.firstOffset(of: ASCII.rightParenthesis, in: opening..<range.upperBound)
      ?? range.upperBound
    let name = buffer.trimmed(opening + 1..<closing)
    return (buffer.trimmed(range.lowerBound..<opening), name.isEmpty ? [] : [name])
  }

  private func text(_ range: Range<Int>) -> Text { PlainText.make(buffer, range) }

  // MARK: What a part may be

  /// The country that a part names, by code or by name.
  static func country(_ buffer: [UInt8], _ part: Range<Int>) -> CountryCode? {
    let gazetteer = Gazetteer.shared
    if part.count == 2,
      let code = CountryCode(buffer[part.lowerBound], buffer[part.lowerBound + 1]),
      gazetteer.country(code) != nil
    {
      return code
    }
    return gazetteer.country(named: buffer.span.extracting(part))
  }

  /// The subdivisions that a part names.
  static func subdivisions(_ buffer: [UInt8], _ part: Range<Int>) -> [Subdivision] {
    Gazetteer.shared.subdivisions(buffer.span.extracting(part))
  }

  /// Whether a part names a subdivision of the countries that the gazetteer has them of.
  static func isSubdivision(_ buffer: [UInt8], _ part: Range<Int>) -> Bool {
    !subdivisions(buffer, part).isEmpty
  }

  /// Whether a part is a code of two or three letters.
  static func isCode(_ buffer: [UInt8], _ part: Range<Int>) -> Bool {
    (2...3).contains(part.count)
      && (country(buffer, part) != nil || isSubdivision(buffer, part))
  }

  private static func isName(_ buffer: [UInt8], _ part: Range<Int>) -> Bool { part.count > 3 }

  private static func hasSubdivisions(_ country: CountryCode) -> Bool {
    Gazetteer.shared.hasSubdivisions(country)
  }
}
