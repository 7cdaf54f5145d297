import EventModel

/// Places behind a title or a group's name.
extension PlaceSpelling {
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
}
