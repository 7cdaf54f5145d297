import Foundation
import LoopbackServer
import Testing

/// What `refresh --pages` fetches and keeps, and what the exports make of it.
@Suite struct EventPageTests {
  /// The day of the issue, and days of events behind it.
  private static let issueDay = MadeUp.wednesday(weeksAgo: 0)

  private static func day(_ offset: Int) -> String {
    let date = (try? Date("\(issueDay)T00:00:00Z", strategy: .iso8601)) ?? .distantPast
    return MadeUp.text(Date(timeInterval: Double(offset) * 86_400, since: date))
  }

  /// A day as iCalendar has it.
  private static func basic(_ offset: Int) -> String { day(offset).filter { $0 != "-" } }

  /// An event of the issue: on the 14th day behind it, in Berlin.
  private static func listing(_ name: String, url: String) -> String {
    """
    * \(day(14)) | Berlin, DE | [Rust Berlin](https://berlin.example.org/)
        * [**Rust \(name)**](\(url))

    """
  }

  private static func issue(_ listings: [String]) -> String {
    """
    Title: This Week in Rust 700
    Number: 700
    Date: \(issueDay)

    ## Upcoming Events

    ### Europe
    \(listings.joined())
    ## Jobs

    """
  }

  /// A page with one event in JSON-LD.
  private static func page(_ name: String, _ members: String) -> LoopbackServer.Response {
    .html(
      """
      <!DOCTYPE html><title>\(name)</title><script type="application/ld+json">
      {"@context": "https://schema.org", "@type": "Event", "name": "Rust \(name)", \(members)}
      </script>
      """)
  }

  /// The cases, by the last part of their URL: what the page states.
  private static let pages: [String: String] = [
    "hours": """
    "startDate": "\(day(14))T19:00:00+01:00", "endDate": "\(day(14))T21:30:00+01:00",
    "description": "Two talks.", "image": "https://berlin.example.org/a.png",
    "location": {"@type": "Place", "name": "c-base", "address": {"@type": "PostalAddress",
      "streetAddress": "Rungestr. 20", "addressLocality": "Berlin", "addressCountry": "DE"},
      "geo": {"latitude": 52.513, "longitude": 13.42}}
    """,
    "day": "\"startDate\": \"\(day(15))T19:00:00+01:00\"",
    "city": """
    "startDate": "\(day(14))T19:00:00+01:00",
    "location": {"@type": "Place", "address": {"@type": "PostalAddress",
      "addressLocality": "Hamburg", "addressCountry": "DE"}}
    """,
    "cancelled": """
    "startDate": "\(day(14))T19:00:00+01:00", "eventStatus": "https://schema.org/EventCancelled"
    """,
    "moved": """
    "startDate": "\(day(21))T19:00:00+01:00", "previousStartDate": "\(day(14))T19:00:00+01:00",
    "eventStatus": "https://schema.org/EventRescheduled"
    """,
    "timeless": "\"startDate\": \"\(day(14))\", \"description\": \"An evening.\"",
    "local": "\"startDate\": \"\(day(14))T19:00\"",
  ]

  private static let names = [
    "cancelled", "city", "day", "gone", "hours", "local", "moved", "timeless",
  ]

  /// A zone file of version 2 for Berlin without summer time, at all times.
  private static var zoneFile: Data {
    let counts: [UInt8] = [0, 0, 0, 0, 1, 4].flatMap { [0, 0, 0, $0] }
    let block =
      Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts + [0, 0, 0x0E, 0x10, 0, 0]
      + Array("CET\0".utf8)
    return Data(block + block + Array("\nCET-1\n".utf8))
  }

  private func run(_ body: (Program, Newsletter, [String: String]) throws -> Void) throws {
    try Program.withSamples { program in
      try Newsletter.run([:]) { newsletter in
        let listings = Self.names.map {
          Self.listing($0, url: newsletter.server.url("/events/\($0)"))
        }
        newsletter[MadeUp.name(Self.issueDay)] = Self.issue(listings)
        for (name, members) in Self.pages { newsletter.answer(Self.page(name, members), to: name) }
        newsletter.answer(.status(404), to: "gone")
        try body(program, newsletter, try surroundings(of: program, newsletter))
      }
    }
  }

  private func surroundings(
    of program: Program, _ newsletter: Newsletter
  ) throws -> [String: String] {
    let zones = program.folder.appending(path: "zones/Europe")
    try FileManager.default.createDirectory(at: zones, withIntermediateDirectories: true)
    try Self.zoneFile.write(to: zones.appending(path: "Berlin"))
    let fetch = program.folder.appending(path: "hasty-fetch")
    let real = program.executable.deletingLastPathComponent().appending(path: "twir-events-fetch")
    let script = "#!/bin/sh\nexec '\(real.path)' \"$@\" --delay 0 --retry-delay 0.01\n"
    try Data(script.utf8).write(to: fetch)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fetch.path)
    return [
      "TWIR_EVENTS_FETCH": fetch.path, "TWIR_EVENTS_BASE_URL": newsletter.url,
      "TZDIR": program.folder.appending(path: "zones").path,
    ]
  }

  /// The lines of the event of a title, folds undone.
  private func event(_ name: String, in calendar: String) throws -> [String] {
    let unfolded = calendar.replacing("\r\n ", with: "")
    let events = unfolded.split(separator: "BEGIN:VEVENT").dropFirst()
    let event = try #require(events.first { $0.contains("SUMMARY:Rust \(name)\r\n") }, "\(name)")
    return event.split(separator: "\r\n").map(String.init)
  }

  private func refreshed(
    _ program: Program, _ environment: [String: String]
  ) throws -> Program.Result {
    let result = try program.run(
      ["refresh", "--pages", "--allow-private"], environment: environment)
    result.expectSuccess()
    return result
  }

  @Test func aPageOfThisMachineIsRefusedWithTheOptionThatAllowsIt() throws {
    try run { program, newsletter, environment in
      let url = newsletter.server.url("/events/hours")
      try program.run(["pages", url], environment: environment).expectError(
        69,
        "cannot reach '\(url)': '127.0.0.1' is not of the public internet: loopback "
          + "(--allow-private fetches it too)")
      let allowed = try program.run(["pages", "--allow-private", url], environment: environment)
      allowed.expectSuccess()
      #expect(allowed.text.contains("c-base"))
    }
  }

  @Test func exportsHaveWhatThePagesState() throws {
    try run { program, _, environment in
      let refreshed = try refreshed(program, environment)
      #expect(refreshed.text.hasSuffix("pages: 7 new, 0 as before, 1 failed\n"))
      #expect(refreshed.messages.contains("the page of 'Rust gone' is gone"))
      let calendar = try program.run(["ics", "--offline"], environment: environment)
      calendar.expectSuccess()

      let hours = try event("hours", in: calendar.text)
      #expect(hours.contains("DTSTART:\(Self.basic(14))T180000Z"))
      #expect(hours.contains("DTEND:\(Self.basic(14))T203000Z"))
      #expect(hours.contains { $0.hasPrefix("LOCATION:c-base\\, Rungestr. 20") })
      #expect(hours.contains("GEO:52.513;13.42"))
      #expect(hours.contains("IMAGE;VALUE=URI:https://berlin.example.org/a.png"))
      #expect(hours.contains { $0.hasPrefix("DESCRIPTION:") && $0.hasSuffix("\\n\\nTwo talks.") })
      #expect(hours.contains("SEQUENCE:1"))
      #expect(!hours.contains { $0.hasPrefix("TRANSP") })

      #expect(try event("day", in: calendar.text).contains("DTSTART:\(Self.basic(15))T180000Z"))
      let city = try event("city", in: calendar.text)
      #expect(city.contains("LOCATION:Hamburg\\, DE"))
      #expect(city.contains { $0.contains("This Week in Rust has it in Berlin\\, DE") })
      #expect(try event("cancelled", in: calendar.text).contains("STATUS:CANCELLED"))
      #expect(try event("moved", in: calendar.text).contains("DTSTART:\(Self.basic(21))T180000Z"))
      let timeless = try event("timeless", in: calendar.text)
      #expect(timeless.contains("DTSTART;VALUE=DATE:\(Self.basic(14))"))
      #expect(timeless.contains { $0.hasSuffix("An evening.") })
      #expect(try event("local", in: calendar.text).contains("DTSTART:\(Self.basic(14))T180000Z"))
      let gone = try event("gone", in: calendar.text)
      #expect(gone.contains("DTSTART;VALUE=DATE:\(Self.basic(14))") && gone.contains("SEQUENCE:0"))
    }
  }

  @Test func disagreementsAreWarnedOf() throws {
    try run { program, _, environment in
      _ = try refreshed(program, environment)
      let messages = try program.run(["ics", "--offline"], environment: environment).messages
      let warnings = messages.split(separator: "\n").filter { $0.hasSuffix("[page-mismatch]") }
      #expect(warnings.count == 3)
      #expect(
        warnings.contains {
          $0.contains("the page of 'Rust day' has \(Self.day(15)), the list \(Self.day(14))")
        })
      #expect(warnings.contains { $0.contains("has Hamburg, DE, the list Berlin, DE") })
    }
  }

  @Test func otherFormatsHaveTheHoursToo() throws {
    try run { program, _, environment in
      _ = try refreshed(program, environment)
      let start = "\(Self.day(14))T19:00:00+01:00"
      for command in [["json"], ["csv"], ["json", "--format", "ndjson"]] {
        let result = try program.run(command + ["--offline", "-q"], environment: environment)
        result.expectSuccess()
        #expect(result.text.contains(start), "\(command)")
      }
      let list = try program.run(["list", "--offline", "-q"], environment: environment)
      #expect(list.text.contains("19:00  Rust hours"))
      let json = try program.run(["json", "--offline", "-q"], environment: environment)
      #expect(json.text.contains(#""venue":{"name":"c-base""#))
      // The window goes by the day of the page.
      let later = try program.run(
        ["json", "--offline", "-q", "--from", Self.day(21)], environment: environment)
      #expect(later.text.contains("Rust moved") && !later.text.contains("Rust hours"))
    }
  }

  @Test func withoutPagesNothingChanges() throws {
    try run { program, _, environment in
      let plain = try program.run(["refresh"], environment: environment)
      plain.expectSuccess()
      for command in ["ics", "json", "csv"] {
        let before = try program.run([command, "--offline"], environment: environment)
        _ = try refreshed(program, environment)
        let with = try program.run([command, "--offline"], environment: environment)
        let without = try program.run(
          [command, "--offline", "--no-pages"], environment: environment)
        #expect(without.text == before.text)
        #expect(!without.messages.contains("page-mismatch"))
        #expect(with.text != before.text)
        try FileManager.default.removeItem(at: program.archive.appending(path: ".state/pages"))
      }
    }
  }

  @Test func withoutZoneDataALocalTimeIsADay() throws {
    try run { program, _, environment in
      _ = try refreshed(program, environment)
      let zoneless = environment.merging(["TZDIR": "/nowhere"]) { $1 }
      let calendar = try program.run(["ics", "--offline"], environment: zoneless)
      let local = try event("local", in: calendar.text)
      #expect(local.contains("DTSTART;VALUE=DATE:\(Self.basic(14))"))
      #expect(try event("hours", in: calendar.text).contains("DTSTART:\(Self.basic(14))T180000Z"))
    }
  }

  @Test func pageThatIsGoneKeepsWhatWasRead() throws {
    try run { program, newsletter, environment in
      _ = try refreshed(program, environment)
      let before = try program.run(["ics", "--offline"], environment: environment)
      newsletter.answer(.status(410), to: "hours")
      newsletter.answer(.html("<!DOCTYPE html><title>Log in</title>"), to: "day")
      let again = try refreshed(program, environment)
      #expect(again.messages.contains("the page of 'Rust hours' is gone"))
      #expect(again.messages.contains("the page of 'Rust day' states no event"))
      let after = try program.run(["ics", "--offline"], environment: environment)
      #expect(after.text == before.text)
    }
  }

  @Test func pagesOfPrivateNetworksAreNotAskedForUnlessAllowed() throws {
    try run { program, newsletter, environment in
      let result = try program.run(["refresh", "--pages"], environment: environment)
      result.expectSuccess()
      #expect(result.text.hasSuffix("pages: 0 new, 0 as before, 8 failed\n"))
      #expect(!newsletter.server.requests.contains { $0.path.hasPrefix("/events/") })
    }
  }

  @Test func robotsThatForbidItAreHeard() throws {
    try run { program, newsletter, environment in
      newsletter.answer(.init("User-agent: *\nDisallow: /events/\n"), to: "robots.txt")
      let result = try refreshed(program, environment)
      #expect(result.text.hasSuffix("pages: 0 new, 0 as before, 8 failed\n"))
      #expect(!newsletter.server.requests.contains { $0.path.hasPrefix("/events/") })
    }
  }
}
