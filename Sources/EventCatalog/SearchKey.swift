internal import EventModel
internal import Gazetteer

/// A text to be found in others without regard to letter case and diacritics.
///
/// Unlike the gazetteer's keys of names it keeps spaces and punctuation, so that `C++` is not `C`.
struct SearchKey: Sendable {
  /// The text as given.
  let text: String
  private let key: [UInt8]
  /// For each beginning of the key, how long the longest shorter beginning is that also ends it.
  private let borders: [Int]

  init(_ text: String) {
    self.text = text
    key = Self.fold(Text(text))
    borders = Self.borders(of: key)
  }

  /// Whether it is part of a folded text, found in linear time (Knuth, Morris and Pratt).
  func isPart(of folded: [UInt8]) -> Bool {
    if key.isEmpty { return true }
    var matched = 0
    for byte in folded {
      while matched > 0, key[matched] != byte { matched = borders[matched - 1] }
      if key[matched] == byte { matched += 1 }
      if matched == key.count { return true }
    }
    return false
  }

  private static func borders(of key: [UInt8]) -> [Int] {
    var borders = Array(repeating: 0, count: key.count)
    var border = 0
    for index in key.indices.dropFirst() {
      while border > 0, key[border] != key[index] { border = borders[border - 1] }
      if key[border] == key[index] { border += 1 }
      borders[index] = border
    }
    return borders
  }

  /// The folded texts in which a search looks: title, groups, places.
  static func texts(of details: EventDetails) -> [[UInt8]] {
    var texts = [fold(details.title)]
    for organizer in details.organizers { texts.append(fold(organizer.name)) }
    for place in details.places {
      let parts = [place.city?.string, place.subdivision?.string, place.country?.description]
      texts.append(fold(Text(parts.compactMap(\.self).joined(separator: ", "))))
      for name in place.otherNames { texts.append(fold(name)) }
      if let country = place.country.flatMap(Gazetteer.shared.country(_:)) {
        texts.append(fold(country.name))
      }
    }
    return texts
  }

  /// The text in lower case and without diacritics.
  static func fold(_ text: Text) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    for scalar in text.string.unicodeScalars {
      if scalar.isASCII {
        folded.append(UInt8(truncatingIfNeeded: scalar.value).lowercased)
      } else {
        fold(scalar, to: &folded)
      }
    }
    return folded
  }

  private static func fold(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
    let properties = scalar.properties
    if properties.generalCategory == .nonspacingMark { return }
    let lower = Array(properties.lowercaseMapping.utf8)
    // The gazetteer knows the base letters; what is no letter to it stays.
    let base = Gazetteer.fold(lower.span)
    folded.append(contentsOf: base.isEmpty ? lower : base)
  }
}
