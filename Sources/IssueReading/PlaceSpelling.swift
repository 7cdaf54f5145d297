import EventModel
import Gazetteer

/// Tells places that stand in running text, as the forms before 2022-03 have them, from the names
/// and titles around them.
///
/// Nothing marks a place there but the way it is written: `Durham, NC`, `Zurich / Switzerland`,
/// `Kyiv, Ukraine`, `Columbus OH`, `Stuttgart (Germany)`, or a city's name alone where nothing else
/// stands beside it. What is found is given as the text that a place field would have.
struct PlaceSpelling {
  let buffer: [UInt8]
  /// The heading that the listing stands under; before mid 2018 there are none, and a place is not
  /// expected anywhere.
  let heading: Region?

  /// A place's text.
  enum Source: Equatable {
    /// It stands in the buffer as a place field would have it.
    case range(Range<Int>)
    /// It had to be written anew.
    case bytes([UInt8])
  }

  // MARK: Whole parts

  /// What a part of a text says if all of it is a place.
  ///
  /// - Parameters:
  ///   - part: The part, between dashes or before a colon.
  ///   - allowsBareNames: Whether a city or country alone is enough.
  ///   - allowsUnknownCities: Whether the gazetteer need not know the city before a country's code.
  /// - Returns: The place's text; nil where the part is something else.
  func place(
    _ part: Range<Int>, allowsBareNames: Bool, allowsUnknownCities: Bool = false
  ) -> Source? {
    let part = withoutMarks(part)
    guard !part.isEmpty else { return nil }
    let phrase = ModePhrase(buffer, part)
    if phrase.mode != nil, phrase.place != part {
      guard !phrase.place.isEmpty else { return nil }
      let rest = place(
        phrase.place, allowsBareNames: true, allowsUnknownCities: allowsUnknownCities)
      return rest == nil ? nil : .range(part)
    }
    let parts = split(part, at: ASCII.comma)
    if parts.count > 1 {
      if let joined = withMode(parts) { return joined }
      // `200 University Ave W, Waterloo, CA`: a street stands before the city.
      if parts.count > 2, parts[0].contains(where: { buffer[$0].isDigit }) {
        let rest = parts[1].lowerBound..<part.upperBound
        return isField(Array(parts.dropFirst()), allowsUnknownCities: true) ? .range(rest) : nil
      }
      return isField(parts, allowsUnknownCities: allowsUnknownCities) ? .range(part) : nil
    }
    return slashed(part, allowsBareNames: allowsBareNames) ?? codedOrBracketed(part)
      ?? (allowsBareNames && isBareName(part) ? .range(part) : nil)
  }

  /// Whether a part is nothing but words that say how to attend (`Remote`).
  func isMode(_ part: Range<Int>) -> Bool {
    let phrase = ModePhrase(buffer, withoutMarks(part))
    return phrase.mode != nil && phrase.place.isEmpty
  }

  /// Whether a part names no place in the words of a place field (`Global`).
  func isNoPlace(_ part: Range<Int>) -> Bool {
    let part = withoutMarks(part)
    return !part.isEmpty && split(part, at: ASCII.comma).allSatisfy { NoPlace.isNamed(buffer, $0) }
      && !part.contains { buffer[$0].isDigit }
  }

  /// `London/Remote, UK`, as the later form says it: `London, UK + Remote`.
  private func withMode(_ parts: [Range<Int>]) -> Source? {
    let names = split(parts[0], at: ASCII.solidus)
    guard names.count == 2, let city = names.first(where: { !isMode($0) }),
      let mode = names.first(where: isMode), let tail = parts.last,
      // `Rust Night in London/Remote, UK` is no city before the slash.
      isField([city] + parts.dropFirst(), allowsUnknownCities: false)
    else { return nil }
    let rest = joined([city] + [parts[1].lowerBound..<tail.upperBound])
    return .bytes(rest + Array(" + ".utf8) + Array(buffer[mode]))
  }

  /// `City, Country`, `City, State`, `City, State, Country`.
  private func isField(_ parts: [Range<Int>], allowsUnknownCities: Bool) -> Bool {
    let tail = Array(parts.dropFirst())
    if tail.count > 2, tail.count < 12, let rest = behindFirstField(parts) {
      return isField(rest, allowsUnknownCities: false)
    }
    guard tail.allSatisfy({ !$0.isEmpty }), tail.count <= 3, let last = tail.last,
      isCountryOrState(last), isNameLike(parts[0], but: Self.placeMarks)
    else { return false }
    if isKnown(parts[0], tail) { return true }
    guard allowsUnknownCities, wordCount(parts[0]) <= 4 else { return false }
    if heading != nil { return isUpperCaseCode(last) || tail.count == 1 }
    // `Triangle Rustaceans Durham, NC` is a group, and behind it the place.
    return isUpperCaseCode(last) && !buffer.containsWord(Self.rust, in: parts[0])
      && embedded(in: parts[0].lowerBound..<last.upperBound) == nil
  }

  /// What stands behind the first place of several: `São Paulo, BR, New York, NY, US`.
  private func behindFirstField(_ parts: [Range<Int>]) -> [Range<Int>]? {
    for count in [3, 2] where parts.count > count + 1 && isUpperCaseCode(parts[count - 1]) {
      let field = Array(parts[..<count])
      // `Seattle, WA, US, …`: the longer place is meant.
      if field.allSatisfy({ !$0.isEmpty }), isField(field, allowsUnknownCities: false) {
        return Array(parts[count...])
      }
    }
    return nil
  }

  /// `Cologne / Germany`, `Germany/Cologne`, `Cologne/Bonn`.
  private func slashed(_ part: Range<Int>, allowsBareNames: Bool) -> Source? {
    let names = split(part, at: ASCII.solidus)
    guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty else { return nil }
    for (city, country) in [(names[0], names[1]), (names[1], names[0])] {
      if let code = countryName(country), isCity(city, in: code) {
        return .bytes(joined(city, country))
      }
    }
    return allowsBareNames && names.allSatisfy(isBareName) ? .range(part) : nil
  }

  /// `Columbus OH`, `Stockholm Sweden`, `Stuttgart (Germany)`, `Florence (@venue)`.
  private func codedOrBracketed(_ part: Range<Int>) -> Source? {
    if let last = part.last, buffer[last] == ASCII.rightParenthesis,
      let opening = buffer.firstOffset(of: ASCII.leftParenthesis, in: part)
    {
      let city = buffer.trimmed(part.lowerBound..<opening)
      let inner = buffer.trimmed(opening + 1..<last)
      if let code = countryName(inner), isCity(city, in: code) {
        return .bytes(joined(city, inner))
      }
      let isVenue = inner.first.map { buffer[$0] == UInt8(ascii: "@") } ?? false
      return isVenue && isBareName(city) ? .range(city) : nil
    }
    guard let (city, last) = lastWord(part) else { return nil }
    if isUpperCaseCode(last), isKnown(city, [last]) { return .range(part) }
    if let code = countryName(last), isCity(city, in: code) { return .bytes(joined(city, last)) }
    return nil
  }

  /// A city or country that stands alone.
  private func isBareName(_ part: Range<Int>) -> Bool {
    guard isNameLike(part), part.count > 1 else { return false }
    if countryName(part) != nil { return true }
    if isUpperCaseCode(part), part.count == 2 {
      return heading != nil && PlaceResolver.country(buffer, part) != nil
    }
    let name = buffer.span.extracting(part)
    // Nicknames and names in other languages (`NYC`, `Milano`) are words too where the city is small.
    return Gazetteer.shared.cities(named: name).contains {
      $0.population >= 100_000 || Gazetteer.shared.isMainName(name, of: $0)
    }
  }

  // MARK: What the gazetteer knows

  func isKnown(_ city: Range<Int>, _ tail: [Range<Int>]) -> Bool {
    guard let last = tail.last else { return false }
    let gazetteer = Gazetteer.shared
    let name = buffer.span.extracting(city)
    if let country = PlaceResolver.country(buffer, last) {
      guard tail.count > 1 else {
        if gazetteer.city(named: name, in: country) != nil { return true }
        return isInSubdivision(name, last)
      }
      let state = buffer.span.extracting(tail[tail.count - 2])
      return gazetteer.city(named: name, in: country, subdivision: state) != nil
    }
    return isInSubdivision(name, last)
  }

  private func isInSubdivision(_ name: Span<UInt8>, _ part: Range<Int>) -> Bool {
    let gazetteer = Gazetteer.shared
    return PlaceResolver.subdivisions(buffer, part).contains {
      gazetteer.city(named: name, in: $0.country, subdivision: $0) != nil
    }
  }

  func isCity(_ city: Range<Int>, in country: CountryCode) -> Bool {
    isNameLike(city)
      && Gazetteer.shared.city(named: buffer.span.extracting(city), in: country) != nil
  }

  /// The country that a name, not a code, names.
  func countryName(_ part: Range<Int>) -> CountryCode? {
    guard part.count > 3 || (part.count == 3 && isUpperCaseCode(part)), isNameLike(part) else {
      return nil
    }
    return Gazetteer.shared.country(named: buffer.span.extracting(part))
  }

  func isCountryOrState(_ part: Range<Int>) -> Bool {
    guard part.count > 3 || isUpperCaseCode(part) else { return false }
    if PlaceResolver.country(buffer, part) != nil || PlaceResolver.isSubdivision(buffer, part) {
      return isNameLike(part)
    }
    guard let (name, code) = lastWord(part), isUpperCaseCode(code) else { return false }
    // `New York, NY US`
    return PlaceResolver.isCode(buffer, code) && PlaceResolver.isSubdivision(buffer, name)
  }
}
