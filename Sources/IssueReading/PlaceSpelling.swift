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
      isField([city] + parts.dropFirst(), allowsUnknownCities: true)
    else { return nil }
    let rest = joined([city] + [parts[1].lowerBound..<tail.upperBound])
    return .bytes(rest + Array(" + ".utf8) + Array(buffer[mode]))
  }

  /// `City, Country`, `City, State`, `City, State, Country`.
  private func isField(_ parts: [Range<Int>], allowsUnknownCities: Bool) -> Bool {
    let tail = Array(parts.dropFirst())
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

  // MARK: Places behind a name

  /// The place that a part ends with, behind a title or a group's name.
  ///
  /// Only with its state or country (`… in Pittsburgh, US`, `… Darmstadt / Germany`), for a city
  /// inside a group's name (`Seattle Rust Meetup`) is no place.
  func embedded(in part: Range<Int>) -> Source? {
    let part = withoutMarks(part)
    guard isSentenceLike(part) else { return nil }
    return embeddedBehindComma(part) ?? embeddedBeforeSlash(part) ?? embeddedBeforeCountry(part)
  }

  /// `Lambdaconf. Boulder, CO`, `Rust Meetup, Irving, TX`, `Dive into Rust @ Guna, MP India`.
  private func embeddedBehindComma(_ part: Range<Int>) -> Source? {
    let parts = split(part, at: ASCII.comma)
    guard parts.count > 1, let last = parts.last, !last.isEmpty else { return nil }
    var tail = [last]
    if !isCountryOrState(last), let (code, country) = lastWord(last), countryName(country) != nil {
      tail = [code, country]
    }
    guard let end = tail.last, isCountryOrState(end) else { return nil }
    for index in [parts.count - 2, parts.count - 3] where index >= 0 {
      let full = (index < parts.count - 2 ? [parts[parts.count - 2]] : []) + tail
      if let city = citySuffix(of: parts[index], full) { return .bytes(joined([city] + full)) }
    }
    // `…, Mexico`: behind a comma a country says enough.
    return tail.count == 1 && countryName(last) != nil ? .range(last) : nil
  }

  /// `Table of Regulars Darmstadt / Germany`, `Frankfurt/Germany Meetup`.
  private func embeddedBeforeSlash(_ part: Range<Int>) -> Source? {
    guard let slash = buffer.firstOffset(of: ASCII.solidus, in: part) else { return nil }
    let before = buffer.trimmed(part.lowerBound..<slash)
    for country in prefixes(of: buffer.trimmed(slash + 1..<part.upperBound), wordLimit: 3) {
      if let city = citySuffix(of: before, [country]), countryName(country) != nil {
        return .bytes(joined(city, country))
      }
    }
    return nil
  }

  /// `Rust Meetup Stuttgart (Germany)`, `Hack Night @ Valtech Stockholm Sweden`.
  private func embeddedBeforeCountry(_ part: Range<Int>) -> Source? {
    var end = part.upperBound
    if end > part.lowerBound, buffer[end - 1] == ASCII.rightParenthesis { end -= 1 }
    for start in wordStarts(part.lowerBound..<end).suffix(2) {
      let isBracketed = buffer[start] == ASCII.leftParenthesis
      let country = (isBracketed ? start + 1 : start)..<end
      guard countryName(country) != nil else { continue }
      let before = buffer.trimmed(part.lowerBound..<start)
      if let city = citySuffix(of: before, [country]) { return .bytes(joined(city, country)) }
    }
    return nil
  }

  /// The longest run of words at the end of a text that is a city of what the tail names.
  private func citySuffix(of text: Range<Int>, _ tail: [Range<Int>]) -> Range<Int>? {
    // No city's name has more words.
    for start in wordStarts(text).suffix(5) {
      let name = start..<text.upperBound
      if isNameLike(name), isKnown(name, tail) { return name }
    }
    return nil
  }

  // MARK: What the gazetteer knows

  private func isKnown(_ city: Range<Int>, _ tail: [Range<Int>]) -> Bool {
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

  private func isCity(_ city: Range<Int>, in country: CountryCode) -> Bool {
    isNameLike(city)
      && Gazetteer.shared.city(named: buffer.span.extracting(city), in: country) != nil
  }

  /// The country that a name, not a code, names.
  private func countryName(_ part: Range<Int>) -> CountryCode? {
    guard part.count > 3 || (part.count == 3 && isUpperCaseCode(part)), isNameLike(part) else {
      return nil
    }
    return Gazetteer.shared.country(named: buffer.span.extracting(part))
  }

  private func isCountryOrState(_ part: Range<Int>) -> Bool {
    guard part.count > 3 || isUpperCaseCode(part) else { return false }
    if PlaceResolver.country(buffer, part) != nil || PlaceResolver.isSubdivision(buffer, part) {
      return isNameLike(part)
    }
    guard let (name, code) = lastWord(part), isUpperCaseCode(code) else { return false }
    // `New York, NY US`
    return PlaceResolver.isCode(buffer, code) && PlaceResolver.isSubdivision(buffer, name)
  }
}

// MARK: - Words

extension PlaceSpelling {
  /// Whether a text is written as a name is: a capital letter first, no digits, nothing that ends
  /// a sentence.
  private func isNameLike(_ part: Range<Int>, but allowed: [UInt8] = []) -> Bool {
    guard let first = part.first,
      buffer[first] >= 0x80 || (buffer[first].isLetter && buffer[first] & 0x20 == 0)
    else { return false }
    return !part.contains {
      buffer[$0].isDigit
        || (Self.noNameMarks.contains(buffer[$0]) && !allowed.contains(buffer[$0]))
    }
  }

  private func isUpperCaseCode(_ part: Range<Int>) -> Bool {
    (2...3).contains(part.count)
      && part.allSatisfy { buffer[$0].isLetter && buffer[$0] & 0x20 == 0 }
  }

  /// Whether a text is more than an unknown city's name: it has four words, or speaks of Rust, or
  /// holds marks that no name has.
  private func isSentenceLike(_ part: Range<Int>) -> Bool {
    wordCount(part) >= 4 || buffer.containsWord(Self.rust, in: part)
      || part.contains { Self.sentenceMarks.contains(buffer[$0]) }
  }

  private func wordCount(_ part: Range<Int>) -> Int { wordStarts(part).count }

  /// Where the words of a text begin.
  private func wordStarts(_ part: Range<Int>) -> [Int] {
    part.filter { offset in
      !buffer[offset].isSpace && (offset == part.lowerBound || buffer[offset - 1].isSpace)
    }
  }

  /// The first words of a text, most of them first.
  private func prefixes(of text: Range<Int>, wordLimit: Int) -> [Range<Int>] {
    let starts = wordStarts(text)
    let ends = starts.dropFirst().map { buffer.trimmed(text.lowerBound..<$0).upperBound }
    return (ends + [text.upperBound]).prefix(wordLimit).reversed().map { text.lowerBound..<$0 }
  }

  private func lastWord(_ part: Range<Int>) -> (rest: Range<Int>, word: Range<Int>)? {
    guard let start = wordStarts(part).last, start > part.lowerBound else { return nil }
    return (buffer.trimmed(part.lowerBound..<start), start..<part.upperBound)
  }

  private func withoutMarks(_ part: Range<Int>) -> Range<Int> {
    var part = buffer.trimmed(part)
    while let first = part.first, Self.emphasis.contains(buffer[first]) {
      part = first + 1..<part.upperBound
    }
    while let last = part.last,
      Self.emphasis.contains(buffer[last]) || buffer[last] == ASCII.fullStop
    {
      part = part.lowerBound..<last
    }
    return buffer.trimmed(part)
  }

  /// The trimmed pieces between the occurrences of a byte.
  func split(_ range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while let end = buffer.firstOffset(of: separator, in: start..<range.upperBound) {
      parts.append(buffer.trimmed(start..<end))
      start = end + 1
    }
    return parts + [buffer.trimmed(start..<range.upperBound)]
  }

  private func joined(_ city: Range<Int>, _ country: Range<Int>) -> [UInt8] {
    joined([city, country])
  }

  private func joined(_ parts: [Range<Int>]) -> [UInt8] {
    Array(parts.map { buffer[$0] }.joined(separator: [ASCII.comma, ASCII.space]))
  }

  private static let rust = word("rust")
  private static let emphasis = [ASCII.asterisk, ASCII.underscore, ASCII.backtick]
  private static let noNameMarks = [
    ASCII.colon, ASCII.exclamationMark, UInt8(ascii: "?"), UInt8(ascii: "@"), ASCII.numberSign,
    ASCII.quotationMark, ASCII.leftBracket, ASCII.rightBracket, ASCII.plus, ASCII.solidus,
    ASCII.leftParenthesis, ASCII.rightParenthesis, ASCII.pipe, ASCII.backtick,
  ]
  /// Those that a field has all the same: `Hawthorne (Los Angeles), CA, US`, `Seattle/Bellevue`.
  private static let placeMarks = [
    ASCII.solidus, ASCII.leftParenthesis, ASCII.rightParenthesis,
  ]
  private static let sentenceMarks = [
    ASCII.fullStop, ASCII.colon, ASCII.exclamationMark, UInt8(ascii: "?"), UInt8(ascii: "@"),
    ASCII.numberSign, ASCII.solidus, ASCII.leftParenthesis,
  ]
}
