import EventModel
import Foundation
import Gazetteer

/// Tells the places that stand in running text, in the forms before 2022-03, from other text.
///
/// What is found is given as the text that a place field would have.
struct PlainPlaceText {
  /// The heading; nil before mid 2018, where there are none.
  let heading: Region?

  private static let marks = " *_`\t\u{A0}"
  private static let name = Pattern(
    "^[A-Z\\u0080-\\uFFFF][^0-9:!?@#\"\\[\\]+/()|`]*$")
  private static let fieldName = Pattern("^[A-Z\\u0080-\\uFFFF][^0-9:!?@#\"\\[\\]+|`]*$")
  private static let code = Pattern("^[A-Z]{2,3}$")
  private static let rust = Pattern("\\brust\\b", ignoringCase: true)
  private static let sentence = Pattern("\\S+\\s+\\S+\\s+\\S+\\s+\\S|[.:!?@#/(]")
  private static let modeSlash = Pattern(
    "^([^/,]+)/\\s*(remote|online|virtual)\\s*,(.*)$", ignoringCase: true)
  private static let street = Pattern("^([^,]*[0-9][^,]*),\\s*([^,]+,.*)$")
  private static let slash = Pattern("^([^/]+)/([^/]+)$")
  private static let bracket = Pattern("^([^(]+)\\(([^()]*)\\)$")
  private static let firstSlash = Pattern("^([^/]*)/\\s*(.*)$")
  private static let endMarks = Pattern("[*_`.\\s]+$")
  private static let lastWord = Pattern("^(.*\\S)\\s+(\\S+)$")

  /// What a text says if all of it is a place, and the street before it; nil where it is none.
  ///
  /// A city or country alone is enough where `bare`; `unknown` cities count before a country.
  func place(
    _ text: String, bare: Bool, unknown: Bool = false
  ) -> (field: String, street: String?)? {
    let text = withoutMarks(text)
    let (mode, rest) = PlainPlaces.modeWord(text)
    if mode != nil, rest != text {
      guard !rest.isEmpty, place(rest, bare: true, unknown: unknown) != nil else { return nil }
      return (text, nil)
    }
    if let match = Self.modeSlash.first(in: text) {
      let tail = match.text(3).trimmed
      guard isField([match.text(1).trimmed] + pieces(tail), unknown: false) else { return nil }
      return ("\(match.text(1).trimmed), \(tail) + \(match.text(2))", nil)
    }
    if let match = Self.street.first(in: text) {
      guard isField(pieces(match.text(2)), unknown: true) else { return nil }
      return (match.text(2), match.text(1).trimmed(of: " ,*_-"))
    }
    if text.contains(",") { return isField(pieces(text), unknown: unknown) ? (text, nil) : nil }
    return (slashed(text, bare: bare) ?? coded(text) ?? (bare && isBare(text) ? text : nil))
      .map { ($0, nil) }
  }

  /// Whether a text is nothing but words that say how to attend.
  func isMode(_ text: String) -> Bool {
    let (mode, rest) = PlainPlaces.modeWord(withoutMarks(text))
    return mode != nil && rest.isEmpty
  }

  /// Whether a text names no place in the words of a place field (`Global`).
  func isNoPlace(_ text: String) -> Bool {
    let text = withoutMarks(text)
    return !text.isEmpty && !text.contains(where: \.isNumber)
      && pieces(text).allSatisfy { PlainPlaces.isNoPlace($0) }
  }

  /// The place that a title or a group's name ends with, with its state or country.
  func behind(_ text: String) -> String? {
    let text = withoutMarks(text)
    guard Self.sentence.matches(text) || Self.rust.matches(text) else { return nil }
    return behindComma(text) ?? beforeSlash(text) ?? beforeCountry(text)
  }

  // MARK: Shapes

  /// `City, Country`, `City, State`, `City, State, Country`; several of them.
  private func isField(_ parts: [String], unknown: Bool) -> Bool {
    if parts.count > 3, parts.count < 13 {
      for count in [3, 2] where parts.count > count + 1 && Self.code.matches(parts[count - 1]) {
        if isField(Array(parts[..<count]), unknown: false) {
          return isField(Array(parts[count...]), unknown: false)
        }
      }
    }
    let tail = Array(parts.dropFirst())
    guard (1...3).contains(tail.count), tail.allSatisfy({ !$0.isEmpty }), let last = tail.last,
      isLand(last), Self.fieldName.matches(parts[0])
    else { return false }
    if isKnown(parts[0], tail) { return true }
    guard unknown, words(parts[0]).count <= 4 else { return false }
    if heading != nil { return Self.code.matches(last) || tail.count == 1 }
    return Self.code.matches(last) && !Self.rust.matches(parts[0])
      && behind(parts.joined(separator: ", ")) == nil
  }

  /// `Cologne / Germany`, `Germany/Cologne`, `Cologne/Bonn`.
  private func slashed(_ text: String, bare: Bool) -> String? {
    guard let match = Self.slash.first(in: text) else { return nil }
    let (first, second) = (match.text(1).trimmed, match.text(2).trimmed)
    for (city, country) in [(first, second), (second, first)] where isCity(city, country) {
      return "\(city), \(country)"
    }
    return bare && isBare(first) && isBare(second) ? text : nil
  }

  /// `Columbus OH`, `Stockholm Sweden`, `Stuttgart (Germany)`, `Florence (@venue)`.
  private func coded(_ text: String) -> String? {
    if let match = Self.bracket.first(in: text) {
      let (city, inner) = (match.text(1).trimmed, match.text(2).trimmed)
      if isCity(city, inner) { return "\(city), \(inner)" }
      return inner.hasPrefix("@") && isBare(city) ? city : nil
    }
    guard let match = Self.lastWord.first(in: text) else { return nil }
    let (city, last) = (match.text(1), match.text(2))
    if Self.code.matches(last), isKnown(city, [last]) { return text }
    return isCity(city, last) ? "\(city), \(last)" : nil
  }

  /// A city or country that stands alone.
  private func isBare(_ text: String) -> Bool {
    guard Self.name.matches(text), text.utf8.count > 1 else { return false }
    if landNamed(text) != nil { return true }
    if text.utf8.count == 2, Self.code.matches(text) {
      return heading != nil && PlainCountries.country(text) != nil
    }
    return PlainCountries.cities(text).contains { city in
      city.population >= 100_000
        || Text(text).withSpan { Gazetteer.shared.isMainName($0, of: city) }
    }
  }

  // MARK: Behind a title

  private func behindComma(_ text: String) -> String? {
    let parts = pieces(text)
    guard parts.count > 1, let last = parts.last, !last.isEmpty else { return nil }
    var tail = [last]
    if !isLand(last), let match = Self.lastWord.first(in: last), landNamed(match.text(2)) != nil {
      tail = [match.text(1), match.text(2)]
    }
    guard let end = tail.last, isLand(end) else { return nil }
    let city = parts[parts.count - 2]
    if let city = lastCity(of: city, tail) { return ([city] + tail).joined(separator: ", ") }
    if parts.count > 2, let found = lastCity(of: parts[parts.count - 3], [city] + tail) {
      return ([found, city] + tail).joined(separator: ", ")
    }
    return tail.count == 1 && landNamed(last) != nil ? last : nil
  }

  private func beforeSlash(_ text: String) -> String? {
    guard let match = Self.firstSlash.first(in: text) else { return nil }
    let behind = words(match.text(2))
    for count in (1...3).reversed() where count <= behind.count {
      let country = behind.prefix(count).joined(separator: " ")
      if landNamed(country) != nil, let city = lastCity(of: match.text(1).trimmed, [country]) {
        return "\(city), \(country)"
      }
    }
    return nil
  }

  private func beforeCountry(_ text: String) -> String? {
    let all = words(text)
    for count in [2, 1] where all.count > count {
      let written = all.suffix(count).joined(separator: " ")
      var country = written
      if country.hasSuffix(")") { country.removeLast() }
      if country.hasPrefix("(") { country.removeFirst() }
      let before = all.dropLast(count).joined(separator: " ")
      if landNamed(country) != nil, let city = lastCity(of: before, [country]) {
        return "\(city), \(country)"
      }
    }
    return nil
  }

  /// The most words at the end of a text that are a city of what the tail names.
  private func lastCity(of text: String, _ tail: [String]) -> String? {
    let all = words(text)
    for count in (1...5).reversed() where count <= all.count {
      let city = all.suffix(count).joined(separator: " ")
      if Self.name.matches(city), isKnown(city, tail) { return city }
    }
    return nil
  }

  // MARK: What the gazetteer knows

  private func isKnown(_ city: String, _ tail: [String]) -> Bool {
    guard let last = tail.last else { return false }
    let isInState = PlainCountries.subdivisions(last).contains { PlainCountries.has(city, $0) }
    guard let country = PlainCountries.country(last) else { return isInState }
    guard tail.count > 1 else { return isInState || PlainCountries.has(city, country) }
    let state = Text(tail[tail.count - 2]).withSpan {
      Gazetteer.shared.subdivision($0, in: country)
    }
    guard let state else {
      return !Gazetteer.shared.hasSubdivisions(country) && PlainCountries.has(city, country)
    }
    return PlainCountries.has(city, state)
  }

  private func isCity(_ city: String, _ country: String) -> Bool {
    guard Self.name.matches(city), let land = landNamed(country) else { return false }
    return PlainCountries.has(city, land)
  }

  /// The country that a name, not a code of two letters, names.
  private func landNamed(_ text: String) -> CountryCode? {
    let isLong = text.utf8.count > 3 || (text.utf8.count == 3 && Self.code.matches(text))
    guard isLong, Self.name.matches(text) else { return nil }
    return Text(text).withSpan { Gazetteer.shared.country(named: $0) }
  }

  private func isLand(_ text: String) -> Bool {
    guard text.utf8.count > 3 || Self.code.matches(text) else { return false }
    if PlainCountries.country(text) != nil || PlainCountries.isSubdivision(text) {
      return Self.name.matches(text)
    }
    // `New York, NY US`
    guard let match = Self.lastWord.first(in: text), Self.code.matches(match.text(2)) else {
      return false
    }
    return PlainCountries.isCode(match.text(2)) && PlainCountries.isSubdivision(match.text(1))
  }

  // MARK: Text

  private func withoutMarks(_ text: String) -> String {
    Self.endMarks.replacing(in: text.trimmed(of: Self.marks), with: "")
  }

  private func pieces(_ text: String) -> [String] {
    text.components(separatedBy: ",").map(\.trimmed)
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
