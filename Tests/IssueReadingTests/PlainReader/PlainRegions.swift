import EventModel
import Gazetteer

/// The newsletter's regions and the countries in them.
enum PlainRegions {
  static func region(ofHeading text: String) -> Region? {
    switch text.trimmed(of: " :*#\t\r\u{A0}").lowercased() {
    case "virtual", "online", "remote": .virtual
    case "africa": .africa
    case "asia", "asia pacific", "asia-pacific", "middle east": .asia
    case "europe": .europe
    case "north america": .northAmerica
    case "oceania": .oceania
    case "south america", "latin america": .southAmerica
    default: nil
    }
  }

  /// The region of a country; the heading's where the country spans two continents.
  static func region(of country: String, heading: Region?) -> Region? {
    guard let code = CountryCode(country), let known = Gazetteer.shared.country(code) else {
      return nil
    }
    let hasTwo = ["RU", "TR", "GE", "AM", "AZ", "KZ", "CY", "EG"].contains(country)
    guard hasTwo else { return known.region }
    if let heading, heading != .virtual { return heading }
    if ["RU", "TR", "CY"].contains(country) { return .europe }
    return country == "EG" ? .africa : .asia
  }
}
