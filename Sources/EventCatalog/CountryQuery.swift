internal import Gazetteer
package import EventModel

/// A country that is asked for, by ISO code in any case or by name.
package struct CountryQuery: Hashable, Sendable {
  /// The country as it was named.
  package let name: String
  /// Its code; nil where the gazetteer knows no such country.
  package let code: CountryCode?

  /// The country of an alpha-2 or alpha-3 code or an English name.
  package init(_ name: String) {
    self.name = name
    let bytes = Array(name.utf8)
    if let code = CountryCode(name), Gazetteer.shared.country(code) != nil {
      self.code = code
    } else {
      code = Gazetteer.shared.country(named: bytes.span)
    }
  }
}
