import EventModel

/// The place field: mode words, places, regions.
enum PlainPlaces {
  struct Field {
    var mode: AttendanceMode?
    var places: [ReadListing.Place]
    var regions: RegionSet
  }

  static func field(_ text: String, heading: Region?) -> Field {
    let (word, rest) = modeWord(text)
    let places = list(rest, heading)
    let mode = word ?? (heading == .virtual ? .virtual : places.isEmpty ? nil : .inPerson)
    var continents = RegionSet()
    for country in places.compactMap(\.country) {
      if let region = PlainRegions.region(of: country, heading: heading) {
        continents.insert(RegionSet(region))
      }
    }
    if continents.isEmpty, let heading, heading != .virtual { continents = RegionSet(heading) }
    let regions: RegionSet =
      switch mode {
      case .virtual: RegionSet(.virtual)
      case .hybrid: continents.union(RegionSet(.virtual))
      case .inPerson: continents
      case nil: heading.map { RegionSet($0) } ?? []
      }
    return Field(mode: mode, places: places, regions: regions)
  }

  // MARK: Mode

  private static let word = "(virtual|online|remote|hybrid|in[ -]?person|on[ -]?site)"
  private static let first = Pattern("^\\(?\(word)(?![A-Za-z0-9])\\s*", ignoringCase: true)
  private static let joiner = Pattern("^(?:[+&/]|and(?![A-Za-z0-9]))\\s*", ignoringCase: true)
  private static let mark = Pattern("^[-–:,)(]\\s*")
  private static let last = Pattern(
    "^(.*?)\\s*([+&/(,:–-]|(?<![A-Za-z0-9])and)\\s*\(word)\\)*$", ignoringCase: true)

  /// What the mode words say, and the field without them.
  static func modeWord(_ text: String) -> (AttendanceMode?, String) {
    var words: [String] = []
    var rest = text.trimmed
    var isJoined = false
    while true {
      if let match = first.first(in: rest) {
        words.append(match.text(1).lowercased())
        rest = match.after
        isJoined = false
      } else if !words.isEmpty, let match = joiner.first(in: rest) {
        rest = match.after
        isJoined = true
      } else if !words.isEmpty, let match = mark.first(in: rest) {
        rest = match.after
        if match.text(0).hasPrefix("(") { isJoined = false }
      } else {
        break
      }
    }
    if !words.isEmpty { rest = withoutLooseBrackets(rest) }
    while let match = last.first(in: rest) {
      words.append(match.text(3).lowercased())
      isJoined = "+&/and".contains(match.text(2).lowercased())
      rest = match.text(1).trimmed
    }
    return (mode(words, isJoined && !rest.isEmpty), rest)
  }

  private static func withoutLooseBrackets(_ text: String) -> String {
    var text = text.trimmed
    while text.hasSuffix(")"), text.count(where: { $0 == "(" }) < text.count(where: { $0 == ")" }) {
      text = String(text.dropLast()).trimmed
    }
    return text
  }

  private static func mode(_ words: [String], _ isJoined: Bool) -> AttendanceMode? {
    let isVirtual = words.contains { ["virtual", "online", "remote"].contains($0) }
    let isInPerson = words.contains { $0.hasPrefix("in") || $0.hasPrefix("on-") || $0 == "onsite" }
    if words.contains("hybrid") || (isVirtual && (isInPerson || isJoined)) { return .hybrid }
    return isVirtual ? .virtual : isInPerson ? .inPerson : nil
  }

  // MARK: Places

  private static let noPlaces: Set<String> = [
    "global", "globally", "various", "worldwide", "world wide", "anywhere", "everywhere",
    "international", "internet", "eu", "emea", "apac", "latam", "europe", "africa", "asia",
    "oceania", "america", "americas", "north america", "south america", "latin america",
    "asia pacific", "tbd", "tba", "n/a", "joint meetup",
    "various cities", "various locations", "multiple cities", "multiple locations",
  ]

  /// Whether a text says that it names no place.
  static func isNoPlace(_ text: String) -> Bool {
    let words = text.lowercased().split { ",/+;-&".contains($0) }.map { String($0).trimmed }
    return words.contains {
      noPlaces.contains($0) || $0.contains("timezone") || $0.contains("time zone")
        || $0.contains("joint meetup")
    }
  }

  /// The places of a text without mode words.
  static func list(_ text: String, _ heading: Region?) -> [ReadListing.Place] {
    if isNoPlace(text) { return [] }
    return parts(text, ";").flatMap { slashes($0, heading) }
  }

  /// `A/B, country`: one place with two names, or two; `A, country / B, country`: two.
  private static func slashes(_ text: String, _ heading: Region?) -> [ReadListing.Place] {
    var places: [ReadListing.Place] = []
    var names: [String] = []
    let pieces = parts(text, "/")
    for (index, piece) in pieces.enumerated() {
      if !piece.contains(","), index < pieces.count - 1 {
        names.append(piece)
        continue
      }
      for group in fullPlaces(piece) {
        places += named(names, group, heading)
        names = []
      }
    }
    return places
  }

  private static func named(
    _ names: [String], _ parts: [String], _ heading: Region?
  ) -> [ReadListing.Place] {
    var places: [ReadListing.Place] = []
    for name in names + [parts[0]] {
      let place = PlainCountries.place(name, Array(parts.dropFirst()), heading)
      if let last = places.indices.last, PlainCountries.isOtherName(name, of: places[last]) {
        places[last].otherNames.append(name)
      } else {
        places.append(place)
      }
    }
    return places
  }

  /// The runs of parts that are one place each: a country ends one, unless a code follows it.
  private static func fullPlaces(_ text: String) -> [[String]] {
    let all = parts(text, ",").flatMap(PlainCountries.withTrailingCode)
    var groups: [[String]] = [[]]
    for (index, part) in all.enumerated() {
      groups[groups.count - 1].append(part)
      guard groups[groups.count - 1].count > 1, index + 1 < all.count,
        PlainCountries.country(part) != nil
      else { continue }
      let next = all[index + 1]
      let isCode = PlainCountries.country(next) != nil || PlainCountries.isSubdivision(next)
      let isCity =
        index + 2 < all.count && next.utf8.count > 3 && PlainCountries.isCode(all[index + 2])
      if !isCode || isCity { groups.append([]) }
    }
    return groups.filter { !$0.isEmpty }
  }

  /// The pieces between separators outside of brackets.
  private static func parts(_ text: String, _ separator: Character) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(0, depth - 1) }
      if character == separator, depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }
}
