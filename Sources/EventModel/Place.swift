/// An ISO 3166-1 alpha-2 country code.
package struct CountryCode: Hashable, Sendable {
  /// The two letters, the first in the high byte.
  package let rawValue: UInt16

  /// The code of two ASCII letters in any case, or nil if they are none.
  package init?(_ first: UInt8, _ second: UInt8) {
    guard let high = Self.upper(first), let low = Self.upper(second) else { return nil }
    rawValue = UInt16(high) << 8 | UInt16(low)
  }

  /// The code that a string of two letters is.
  package init?(_ string: String) {
    let bytes = Array(string.utf8)
    guard bytes.count == 2 else { return nil }
    self.init(bytes[0], bytes[1])
  }

  /// The two upper-case ASCII letters.
  package var bytes: (UInt8, UInt8) {
    (UInt8(truncatingIfNeeded: rawValue >> 8), UInt8(truncatingIfNeeded: rawValue))
  }

  private static func upper(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
    default: nil
    }
  }
}

extension CountryCode: CustomStringConvertible {
  package var description: String {
    String(decoding: [bytes.0, bytes.1], as: UTF8.self)
  }
}

/// A point on the earth, WGS 84, in millionths of a degree.
package struct Coordinates: Hashable, Sendable {
  /// North is positive, -90,000,000...90,000,000.
  package let latitude: Int32
  /// East is positive, -180,000,000...180,000,000.
  package let longitude: Int32

  /// The point, or nil if it is not on the earth.
  package init?(latitude: Int32, longitude: Int32) {
    guard (-90_000_000...90_000_000).contains(latitude),
      (-180_000_000...180_000_000).contains(longitude)
    else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// Where an event takes place, as its listing says it, with what the gazetteer knows of it.
package struct Place: Hashable, Sendable {
  /// The city's name as written; nil where only a country is named.
  package var city: Text?
  /// Other names written beside it (`München/Munich`).
  package var otherNames: [Text]
  /// The state or province as written (`OR`, `Selangor`).
  package var subdivision: Text?
  /// The country.
  package var country: CountryCode?
  /// The city's centre, where the gazetteer knows the city: for distances, no place to walk to.
  package var coordinates: Coordinates?
  /// The IANA time zone of the city (`Europe/Berlin`).
  package var timeZone: Text?

  package init(
    city: Text?, otherNames: [Text] = [], subdivision: Text? = nil, country: CountryCode? = nil,
    coordinates: Coordinates? = nil, timeZone: Text? = nil
  ) {
    self.city = city
    self.otherNames = otherNames
    self.subdivision = subdivision
    self.country = country
    self.coordinates = coordinates
    self.timeZone = timeZone
  }
}
