import EventModel
import Foundation
import Gazetteer
import TestSupport
import Testing

/// Prints how long a look-up takes:
/// `GAZETTEER_BENCHMARK=1 swift test -c release --filter LookUpBenchmark`.
///
/// Nothing is asserted of the time, which depends on the machine; a look-up should stay below
/// half a microsecond.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["GAZETTEER_BENCHMARK"] != nil), .serialized)
struct LookUpBenchmark {
  let gazetteer = Gazetteer.shared

  /// Every name of every city, in an order that leads across the tables.
  private var allNames: [Text] {
    var generator = SeededGenerator(seed: 1)
    return (0..<gazetteer.cityCount).compactMap { gazetteer.city(id: UInt32($0)) }
      .flatMap { Array($0.names) }.shuffled(using: &generator)
  }

  /// The names in one buffer, as those of an issue are: the measure is of the look-up alone.
  private func joined(_ names: [Text]) -> [Text] {
    let buffer = names.flatMap { Array($0.string.utf8) }
    var end = 0
    return names.map { name in
      end += name.count
      return Text(slicing: buffer, end - name.count..<end)
    }
  }

  private let fewNames: [Text] = [
    "Berlin", "Zürich", "San Francisco", "Tel Aviv-yafo", "München", "São Paulo", "Bengaluru",
    "Washington, D.C.", "Kraków", "Melbourne",
  ]

  private func spoiled(_ names: [Text]) -> [Text] { names.map { Text($0.string + " Rust") } }

  private func measure(
    _ title: String, _ separate: [Text], rounds: Int = 1, _ lookUp: (Span<UInt8>) -> Bool
  ) {
    let names = joined(separate)
    var found = 0
    var best = Duration.seconds(1_000)
    for _ in 0..<5 {
      found = 0
      let duration = ContinuousClock().measure {
        for _ in 0..<rounds {
          for name in names where name.withSpan({ lookUp($0) }) { found += 1 }
        }
      }
      best = min(best, duration)
    }
    let count = names.count * rounds
    let nanoseconds = best / .nanoseconds(1) / Double(count)
    print("\(title): \(nanoseconds.rounded()) ns, \(found) of \(count) found")
  }

  @Test func citiesByName() {
    let all = allNames
    measure("every name, shuffled", all) { gazetteer.cities(named: $0).first != nil }
    measure("as many misses", spoiled(all)) { gazetteer.cities(named: $0).first != nil }
    measure("ten names, hot", fewNames, rounds: 20_000) { gazetteer.cities(named: $0).first != nil }
    measure("ten misses, hot", spoiled(fewNames), rounds: 20_000) {
      gazetteer.cities(named: $0).first != nil
    }
  }

  @Test func citiesInACountry() throws {
    let country = try #require(CountryCode("US"))
    let names: [Text] = ["Springfield", "Portland", "Cambridge", "San Jose", "Santa Maria"]
    measure("in a country", names, rounds: 20_000) {
      gazetteer.city(named: $0, in: country) != nil
    }
  }

  @Test func countriesAndSubdivisions() throws {
    let country = try #require(CountryCode("US"))
    let names = gazetteer.countries.map(\.name)
    measure("country by name", names, rounds: 100) { gazetteer.country(named: $0) != nil }
    measure("not a country", spoiled(names), rounds: 100) { gazetteer.country(named: $0) != nil }
    measure("subdivision", ["OR", "Oregon", "NC"], rounds: 20_000) {
      gazetteer.subdivision($0, in: country) != nil
    }
  }
}
