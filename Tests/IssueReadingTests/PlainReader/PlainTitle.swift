import EventModel
import Foundation

/// A text of the forms before 2022-03 behind its date: the place, and what is left as the title.
struct PlainTitle {
  var title: String
  var place: PlainPlaces.Field
  /// The street that stands before the city.
  var street: String?

  /// A title and a place in fields of their own.
  init(title: String, place: PlainPlaces.Field) {
    self.title = title
    self.place = place
  }

  private static let dash = Pattern("\\s+(?:-+|[–—])(?![-–—])|(?:-+|[–—])(?=\\s)")
  private static let colon = Pattern("^([^:]*):\\s*(.+)$")
  private static let comma = Pattern("^([^,]*),\\s*(.+)$")
  private static let fieldBefore = [
    Pattern("^([^,]+,[^,]+,\\s*[A-Z]{2,3}\\s*),\\s*([^\\s,].*)$"),
    Pattern("^([^,]+,\\s*[A-Z]{2,3}\\s*),\\s*([^\\s,].*)$"),
  ]

  /// Cuts a text that stands under a heading.
  init(_ text: String, heading: Region?) {
    let places = PlainPlaceText(heading: heading)
    let whole = text.trimmed
    let all = Self.parts(whole)
    var parts = all
    var field: String?
    var mode: String?
    // Before the first dash.
    while parts.count > 1, field == nil {
      if let found = places.place(parts[0], bare: true, unknown: true) {
        field = found.field
        street = found.street
      } else if places.isMode(parts[0]) {
        mode = mode ?? parts[0]
      } else if places.isNoPlace(parts[0]) {
        field = parts[0]
      } else {
        break
      }
      parts.removeFirst()
    }
    // A part of its own that says how to attend is no part of the title.
    while parts.count > 1, let index = parts.firstIndex(where: places.isMode) {
      let part = parts.remove(at: index)
      mode = mode ?? part
    }
    // Behind the title, with its state or country.
    if field == nil, parts.count > 1,
      let index = parts.indices.dropFirst().first(where: {
        places.place(parts[$0], bare: false) != nil
      })
    {
      field = places.place(parts.remove(at: index), bare: false)?.field
    }
    if field == nil, parts == all,
      let first = parts.first,
      let (found, rest) = Self.beforeMark(whole, first, places)
    {
      field = found
      parts = [rest]
    }
    if field == nil, parts.count == 1, parts[0] == whole {
      field = places.place(whole, bare: true)?.field
    }
    if field == nil, heading == nil { field = parts.lazy.compactMap(places.behind).first }
    place = PlainPlaces.field(
      mode.map { "\($0) (\(field ?? ""))" } ?? field ?? "", heading: heading)
    title = PlainMarkdown.plain(
      parts == all ? whole : Self.title(of: parts, in: whole))
  }

  /// The parts as they stand in the text, where they stand there together.
  private static func title(of parts: [String], in whole: String) -> String {
    for separator in [" - ", " – ", " — ", " -- ", "- ", " -"] {
      let joined = parts.joined(separator: separator)
      if whole.contains(joined) { return joined }
    }
    if let first = parts.first, let start = whole.range(of: first, options: .backwards),
      self.parts(String(whole[start.lowerBound...])) == parts
    {
      return String(whole[start.lowerBound...])
    }
    return parts.joined(separator: " - ")
  }

  /// `Zurich / Switzerland: Title`; under a heading `Berlin, DE, Title` and `Global, Title`.
  private static func beforeMark(
    _ text: String, _ first: String, _ places: PlainPlaceText
  ) -> (field: String, rest: String)? {
    if first.contains(":"), let match = colon.first(in: text),
      let found = places.place(match.text(1), bare: true, unknown: places.heading == nil)
    {
      return (found.field, match.text(2))
    }
    guard places.heading != nil else { return nil }
    for pattern in fieldBefore where pattern.matches(first) || first.contains(",") {
      guard let match = pattern.first(in: text), first.hasPrefix(match.text(1)),
        let found = places.place(match.text(1), bare: false)
      else { continue }
      return (found.field, match.text(2))
    }
    guard first.contains(","), let match = comma.first(in: text),
      places.isMode(match.text(1)) || places.isNoPlace(match.text(1))
    else { return nil }
    return (match.text(1), match.text(2))
  }

  /// The parts between dashes that have white space beside them.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var rest = text
    while let match = dash.first(in: rest) {
      parts.append(match.before.trimmed)
      rest = match.after
    }
    return (parts + [rest.trimmed]).filter { !$0.isEmpty }
  }
}
