import EventModel
import Foundation
import Gazetteer
import Testing

/// The look-ups against plain code that is slow and obviously right.
struct OracleTests {
  let gazetteer = Gazetteer.shared

  /// The ids of the cities of each key, and of those of which it is a main name.
  private static let citiesByKey: [[UInt8]: (all: [UInt32], main: [UInt32])] = {
    let gazetteer = Gazetteer.shared
    var result: [[UInt8]: (all: [UInt32], main: [UInt32])] = [:]
    for id in 0..<UInt32(gazetteer.cityCount) {
      guard let city = gazetteer.city(id: id) else { continue }
      for (ordinal, name) in city.names.enumerated() {
        let key = name.withSpan { Gazetteer.fold($0) }
        result[key, default: ([], [])].all.append(id)
        if ordinal < city.names.mainCount { result[key, default: ([], [])].main.append(id) }
      }
    }
    return result
  }()

  /// Every key of several cities, and a part of the others, which ``TableTests`` looks up all.
  @Test func everyKeyHasTheCitiesThatBearItOnce() {
    for (key, cities) in Self.citiesByKey where cities.all.count > 1 || key.count % 8 == 0 {
      let all = gazetteer.cities(named: key.span)
      let main = gazetteer.cities(named: key.span, includingOtherNames: false)
      if all.map(\.id) != cities.all || main.map(\.id) != cities.main
        || Set(cities.all).count != all.count || main.isEmpty != cities.main.isEmpty
      {
        Issue.record("\(String(decoding: key, as: UTF8.self))")
      }
    }
  }

  /// Names with a letter left out, changed or added: nearly all are none, and some are others.
  @Test func changedKeysHaveTheCitiesThatBearThem() {
    let byKey = Self.citiesByKey
    for key in byKey.keys where key.first == UInt8(ascii: "m") {
      for changed in [Array(key.dropLast()), Array(key.dropFirst()), key + [UInt8(ascii: "a")]] {
        let found = gazetteer.cities(named: changed.span).map(\.id)
        if found != byKey[changed]?.all ?? [] {
          Issue.record("\(String(decoding: changed, as: UTF8.self))")
        }
      }
    }
  }

  /// A letter that Unicode takes apart into an ASCII letter and marks folds to that letter.
  @Test func lettersWithMarksFoldToTheirBase() {
    var letters = 0
    for scalar in (0x00C0...0x1EFF).compactMap(UnicodeScalar.init) {
      let parts = Array(String(Character(scalar)).decomposedStringWithCanonicalMapping.utf8)
      guard let base = parts.first, base < 0x80, parts.count > 1,
        UnicodeScalar(base).properties.isAlphabetic
      else { continue }
      letters += 1
      #expect(Gazetteer.fold(String(Character(scalar))) == [base | 0x20], "\(scalar)")
    }
    #expect(letters > 450)
  }
}
