import Foundation
import Testing

/// The selection's options on the samples.
@Suite struct SelectionTests {
  /// The titles that remain, in order, from the made-up issues.
  private func titles(_ options: [String]) throws -> [String] {
    var titles: [String] = []
    try Program.withSamples { program in
      let result = try program.run(
        ["json", "-q", "Samples", "--issues", "906-908", "--format", "ndjson"] + options)
      result.expectSuccess()
      titles = result.text.matches(of: /"uid":"[^"]*","title":"([^"]*)"/).map { String($0.1) }
    }
    return titles
  }

  @Test(arguments: [
    (["--region", "north-america"], ["Second Thursday: Async in Practice", "Hack Night"]),
    (
      ["--region", "Online"],
      [
        "Lifetimes over Lunch", "Second Thursday: Async in Practice",
        "CANCELLED: Reading serde, Part 3", "Macros over Lunch",
      ]
    ),
    (
      ["--region", "Africa,OCEANIA", "--region", "south_america", "--country", "Brazil"],
      ["Two Cities, One Stream"]
    ),
    (["--country", "at"], ["Lifetimes over Lunch", "Macros over Lunch", "Borrowing at the Mur"]),
    (["--city", "Munich"], ["Embedded Evening with Live Soldering"]),
    (["--city", "munchen"], ["Embedded Evening with Live Soldering"]),
    (["--city", "Cracow"], ["One Hackathon, Three Rooms"]),
    (["--city", "Portland, OR"], []),
    (["--city", "portland, me"], ["Hack Night"]),
    (["--near", "Vienna", "--within", "200"], ["Borrowing at the Mur"]),
    (["--near", "Warsaw"], []),
    (["--near", "Warsaw", "--within", "300"], ["One Hackathon, Three Rooms"]),
    (["--mode", "hybrid"], ["Second Thursday: Async in Practice"]),
    (["--from", "2031-04-13", "--to", "2031-04-13"], ["Formosa Rust Days 2031"]),
    (["--to", "2031-04-08"], ["Lifetimes over Lunch"]),
    (["--organizer", "rhone"], ["Apéro Rust"]),
    (["--search", "APERO"], ["Apéro Rust"]),
    (
      [
        "--search", "rust", "--exclude", "sul", "--exclude", "NAIROBI", "--region", "Europe,Africa",
        "--from", "2031-04-25",
      ],
      [
        "One Hackathon, Three Rooms", "Talks and Waffles", "First Saturday", "Borrowing at the Mur",
        "Apéro Rust",
      ]
    ),
    (
      ["--status", "cancelled,postponed"],
      ["CANCELLED: Reading serde, Part 3", "Compile-Time Breakfast [Postponed]"]
    ),
  ])
  func findsTheEvents(options: [String], expected: [String]) throws {
    #expect(try titles(options) == expected, "\(options)")
  }

  @Test func aPlaceThatNoEventHasIsAWarningWithTheNearestNames() throws {
    try Program.withSamples { program in
      let result = try program.run(["list", "Samples", "--city", "Wien", "--city", "Viennna"])
      result.expectSuccess()
      #expect(
        result.messages.contains(
          "twir-events: warning: no event is in 'Viennna'; did you mean 'Vienna'?"),
        "\(result.messages)")
      let nothing = try program.run(["csv", "Samples", "--country", "Mordor"])
      nothing.expectSuccess()
      #expect(nothing.text.hasPrefix("uid,title,start"))
      #expect(nothing.messages.contains("warning: no event is in 'Mordor'\n"))
      #expect(nothing.messages.contains("warning: no event matches the selection\n"))
    }
  }

  @Test func cancelledEventsAreLeftOutOfTablesUnlessAskedFor() throws {
    try Program.withSamples { program in
      for (command, isListed) in [("list", false), ("csv", false), ("ics", true), ("json", true)] {
        let text = try program.run([command, "-q", "Samples"]).text
        #expect(text.contains("Reading serde") == isListed, "\(command)")
        let all = try program.run([command, "-q", "Samples", "--status", "cancelled"]).text
        #expect(all.contains("Reading serde"), "\(command)")
      }
    }
  }
}
