import EventModel
import Gazetteer

/// Splits the text of a place field into its places.
///
/// `;` parts places. `/` parts full places (`Nairobi, KE / New York, NY, US`) and, before one
/// country, names of one place or several towns (`Biel/Bienne, CH`, `Seattle/Bellevue, WA, US`),
/// which the gazetteer tells apart. `,` parts places where a country stands before it.
struct PlaceList {
  let buffer: [UInt8]
  /// The heading that the listing stands under.
  let heading: Region?
  /// The places found.
  private(set) var places: [Place] = []
  /// What was corrected.
  private(set) var findings: [PlaceField.Finding] = []

  init(buffer: [UInt8], heading: Region?) {
    self.buffer = buffer
    self.heading = heading
  }

  /// Reads the places of a range.
  mutating func read(_ range: Range<Int>) {
    let whole = buffer.trimmed(range)
    guard !whole.isEmpty, !NoPlace.isNamed(buffer, whole) else { return }
    for part in split(whole, at: ASCII.semicolon) { readSlashes(part) }
  }

  /// Reads what stands between two semicolons.
  private mutating func readSlashes(_ range: Range<Int>) {
    var names: [Range<Int>] = []
    let parts = split(range, at: ASCII.solidus)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      if isLast || buffer.firstOffset(of: ASCII.comma, in: part) != nil {
        readPlaces(part, before: names)
        names.removeAll()
      } else {
        names.append(part)
      }
    }
  }

  /// Reads full places that commas part; `names` are those that stood before the first of them.
  private mutating func readPlaces(_ range: Range<Int>, before names: [Range<Int>]) {
    var names = names
    var parts = Self.withTrailingCodes(buffer, split(range, at: ASCII.comma))
    while !parts.isEmpty {
      let count = Self.placeLength(buffer, parts)
      append(Array(parts[..<count]), names: names)
      names.removeAll()
      parts.removeFirst(count)
    }
  }

  /// Adds the place of one run of parts, `[city, subdivision, country]`, and what shares its tail.
  private mutating func append(_ parts: [Range<Int>], names: [Range<Int>]) {
    let tail = Array(parts.dropFirst())
    guard let first = names.first else {
      places.append(resolve(parts[0], tail))
      return
    }
    var place = resolve(first, tail)
    for name in names.dropFirst() + [parts[0]] {
      if isOtherName(name, of: place) {
        place.otherNames.append(Text(slicing: buffer, name))
      } else {
        places.append(place)
        place = resolve(name, tail)
      }
    }
    places.append(place)
  }

  /// Whether the gazetteer knows a name as one of the place's city, or knows no such city there.
  private func isOtherName(_ name: Range<Int>, of place: Place) -> Bool {
    guard let country = place.country else { return true }
    let gazetteer = Gazetteer.shared
    let text = Text(slicing: buffer, name)
    guard let other = text.withSpan({ gazetteer.city(named: $0, in: country) })
    else { return true }
    guard
      let city = place.city?.withSpan({
        gazetteer.city(named: $0, in: country)
      })
    else { return false }
    return other.id == city.id || text.withSpan { gazetteer.isName($0, of: city) }
  }

  private mutating func resolve(_ city: Range<Int>, _ tail: [Range<Int>]) -> Place {
    var resolver = PlaceResolver(buffer: buffer, heading: heading)
    let place = resolver.resolve(city, tail)
    findings += resolver.findings
    return place
  }

  /// The parts between the occurrences of a byte that stand outside brackets; empty ones are left
  /// out.
  private func split(_ range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for offset in range {
      switch buffer[offset] {
      case ASCII.leftParenthesis: depth += 1
      case ASCII.rightParenthesis: depth = max(0, depth - 1)
      case separator where depth == 0:
        parts.append(buffer.trimmed(start..<offset))
        start = offset + 1
      default: break
      }
    }
    parts.append(buffer.trimmed(start..<range.upperBound))
    return parts.filter { !$0.isEmpty }
  }

  /// How many parts the first place has: up to a country that something else than a code follows.
  private static func placeLength(_ buffer: [UInt8], _ parts: [Range<Int>]) -> Int {
    for index in parts.indices.dropFirst() {
      guard index + 1 < parts.count, PlaceResolver.country(buffer, parts[index]) != nil else {
        continue
      }
      let next = parts[index + 1]
      let isCode =
        PlaceResolver.country(buffer, next) != nil || PlaceResolver.isSubdivision(buffer, next)
      if !isCode { return index + 1 }
      // `São Paulo, BR, New York, NY, US`: New York is a state too, but another code follows it.
      if index + 2 < parts.count, PlaceResolver.isCode(buffer, parts[index + 2]), next.count > 3 {
        return index + 1
      }
    }
    return parts.count
  }

  /// `New York, NY US` and `Columbus OH` lack a comma: a code at the end of a part is a part.
  private static func withTrailingCodes(
    _ buffer: [UInt8], _ parts: [Range<Int>]
  ) -> [Range<Int>] {
    parts.flatMap { part -> [Range<Int>] in
      guard let space = part.last(where: { buffer[$0].isSpace }) else { return [part] }
      let code = space + 1..<part.upperBound
      let rest = buffer.trimmed(part.lowerBound..<space)
      let isUpperCase = code.allSatisfy { buffer[$0].isLetter && buffer[$0] & 0x20 == 0 }
      guard isUpperCase, (2...3).contains(code.count), !rest.isEmpty,
        PlaceResolver.isCode(buffer, code)
      else { return [part] }
      return [rest, code]
    }
  }
}
