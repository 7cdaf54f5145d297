import EventModel
import Gazetteer
import Testing

/// What holds of every city of the tables.
struct TableTests {
  let gazetteer = Gazetteer.shared
  private var cities: [City] {
    (0..<gazetteer.cityCount).compactMap { gazetteer.city(id: UInt32($0)) }
  }

  @Test func everyIdIsACityInTheOrderOfPopulation() {
    let cities = cities
    #expect(cities.count == gazetteer.cityCount)
    #expect(cities.count >= 60_000)
    let populations = cities.map(\.population)
    #expect(populations == populations.sorted(by: >))
    #expect(gazetteer.city(id: UInt32(gazetteer.cityCount)) == nil)
    #expect(gazetteer.city(id: .max) == nil)
  }

  @Test func everyCityIsFoundByEachOfItsNames() {
    var names = 0
    for city in cities {
      for (ordinal, name) in city.names.enumerated() {
        names += 1
        let isFound = name.withSpan {
          gazetteer.isName($0, of: city)
            && gazetteer.isMainName($0, of: city) == (ordinal < city.names.mainCount)
        }
        if !isFound { Issue.record("\(city.name): \(name)") }
      }
    }
    #expect(names >= 200_000)
  }

  @Test func everyCityHasACountryATimeZoneAndAMainName() {
    let countries = Set(gazetteer.countries.map(\.code))
    for city in cities {
      let isSound =
        countries.contains(city.country) && city.timeZone.string.contains("/")
        && city.names.mainCount > 0 && city.names.count >= city.names.mainCount
        && (city.subdivision.map { $0.country == city.country } ?? true)
      if !isSound { Issue.record("\(city.name)") }
    }
  }

  @Test(arguments: ["US", "CA", "AU"])
  func everyCityOfThreeCountriesHasASubdivision(code: String) throws {
    let country = try #require(CountryCode(code))
    #expect(gazetteer.hasSubdivisions(country))
    let without = cities.filter { $0.country == country && $0.subdivision == nil }
    #expect(without.map(\.name.string) == [])
  }
}
