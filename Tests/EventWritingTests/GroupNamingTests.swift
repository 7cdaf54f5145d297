import EventModel
import Testing

@testable import EventWriting

struct GroupNamingTests {
  @Test func longTitlesAndNamesAreNotCompared() throws {
    let words = { (word: String) in String(repeating: word + " ", count: 12_000) }
    let event = try Samples.event(words("x") + "y") {
      $0.details.organizers = [Organizer(name: Text(words("y")), url: nil)]
    }
    let time = ContinuousClock().measure {
      #expect(GroupNaming.groupToName(for: event.details) != nil)
    }
    #expect(time < .seconds(1))
  }

  @Test(arguments: [
    ("Second Tuesday", "Dallas Rust User Meetup", "Dallas"),
    ("Building trust in teams", "Rust Lyon", ""),
    ("Frustration, crust and thrust", "Rust Lyon", ""),
    ("Meetup #6", "Rust Paris", "Paris"), ("Paris Meetup", "Rust Paris", "Paris"),
    ("Monthly Meetup", "Boulder Elixir", "Boulder"), ("Community Catch Up", "Women in Rust", ""),
  ])
  func groupIsNamedWhereTheTitleSaysNothing(title: String, group: String, city: String) {
    #expect(summary(title, group, city) == "\(group): \(title)")
  }

  @Test(arguments: [
    ("Rust Hack Night", "Ferris Club", ""), ("RUSTY things", "Ferris Club", ""),
    ("EuroRust", "Ferris Club", ""), ("eurorust 2026", "Ferris Club", ""), ("Get Rusty", "X", ""),
    ("Intro to Rust", "X", ""), ("NÜRNBERG coders: embedded", "Nurnberg Coders", ""),
    ("Ferris Fridays", "Ferris Fridays Lyon", "Lyon"),
    ("OpenTechSchool evening", "OpenTechSchool", ""),
    ("Second Tuesday", "", ""), ("CCC Salzburg", "CCC Salzburg", "Salzburg"),
  ])
  func groupIsNotRepeated(title: String, group: String, city: String) {
    #expect(summary(title, group, city) == title)
  }

  private func summary(_ title: String, _ group: String, _ city: String) -> String {
    let date = CivilDate.distantFuture
    var details = EventDetails(title: Text(title), dates: EventDates(date))
    if !group.isEmpty { details.organizers = [Organizer(name: Text(group), url: nil)] }
    if !city.isEmpty { details.places = [Place(city: Text(city))] }
    return appended {
      EventWording.appendSummary(of: details, groupFirst: true, to: &$0, as: PlainText.self)
    }
  }

  @Test(arguments: [
    ("Nürnberg", " nurnberg "), ("ŁÓDŹ—Kraków", " lodz krakow "), ("C++ & Rust!", " c rust "),
    ("Straße", " strasse "), ("東京 Rust", " 東京 rust "), ("e\u{301}a", " ea "), ("", " "),
    ("--", " "),
    ("Ærø Œuvre", " aero oeuvre "), ("×÷", " "),
  ])
  func textsFoldToWordsWithoutCaseAndDiacritics(text: String, expected: String) {
    #expect(String(decoding: FoldedText(Text(text)).bytes, as: UTF8.self) == expected)
  }
}
