import EventModel
import Gazetteer

/// The look-ups with strings, for the macros of Swift Testing take no spans.
extension Gazetteer {
  func country(named name: String) -> CountryCode? { country(named: name.utf8Span.span) }

  func subdivision(_ name: String, in country: CountryCode) -> Subdivision? {
    subdivision(name.utf8Span.span, in: country)
  }

  func subdivisions(_ name: String) -> [Subdivision] { subdivisions(name.utf8Span.span) }

  func cities(named name: String, includingOtherNames: Bool = true) -> CityMatches {
    cities(named: name.utf8Span.span, includingOtherNames: includingOtherNames)
  }

  func city(named name: String, in country: CountryCode, subdivision: String? = nil) -> City? {
    guard let subdivision else { return city(named: name.utf8Span.span, in: country) }
    return city(
      named: name.utf8Span.span, in: country, subdivision: subdivision.utf8Span.span)
  }

  func isName(_ name: String, of city: City) -> Bool { isName(name.utf8Span.span, of: city) }

  func isMainName(_ name: String, of city: City) -> Bool {
    isMainName(name.utf8Span.span, of: city)
  }

  static func fold(_ name: String) -> [UInt8] { fold(name.utf8Span.span) }

  static func fold(_ name: [UInt8]) -> [UInt8] { fold(name.span) }
}
