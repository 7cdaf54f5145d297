import EventModel
import Foundation
import TestSupport
import Testing

@testable import EventWriting

struct JSCalendarTests {
  /// What RFC 8984 allows of the objects that are written: each member's form, `!` for mandatory ones.
  private static let schema: [String: [String: String]] = [
    "Group": [
      "@type": "!name", "uid": "!text", "prodId": "text", "updated": "!utc", "title": "text",
      "description": "text", "color": "text", "source": "uri", "entries": "!objects",
    ],
    "Event": [
      "@type": "!name", "uid": "!text", "created": "utc", "updated": "!utc", "sequence": "number",
      "title": "text", "description": "text", "start": "!local", "timeZone": "zone",
      "duration": "duration", "showWithoutTime": "true", "locations": "map",
      "virtualLocations": "map", "links": "map", "participants": "map", "keywords": "set",
      "status": "confirmed|cancelled|tentative", "freeBusyStatus": "free|busy",
    ],
    "Location": [
      "@type": "!name", "name": "text", "timeZone": "zone", "coordinates": "geo",
    ],
    "VirtualLocation": ["@type": "!name", "uri": "!uri", "features": "set"],
    "Link": ["@type": "!name", "href": "!uri", "title": "text", "rel": "describedby|related|icon"],
    "Participant": [
      "@type": "!name", "name": "text", "kind": "group", "roles": "!set", "links": "map",
    ],
  ]

  private static let patterns = [
    "utc": #"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"#, "local": #"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"#,
    "duration": #"P(\d+D|T(?=\d)(\d+H)?(\d+M)?(\d+S)?)"#,
    "zone": #"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*"#,
    "uri": #"[a-z]+:[^\s"<>\\]+"#, "geo": #"geo:-?\d+(\.\d+)?,-?\d+(\.\d+)?"#, "name": "[A-Za-z]+",
    "text": #"(?s).+"#,
  ]

  private func check(_ object: [String: Any]) throws {
    let type = try Samples.required(object["@type"] as? String)
    let members = try Samples.required(Self.schema[type])
    for (name, form) in members where form.hasPrefix("!") {
      #expect(object[name] != nil, "\(type) without \(name)")
    }
    for (name, value) in object {
      let form = try #require(members[name], "\(type) has no \(name)")
      try check(value, form.hasPrefix("!") ? String(form.dropFirst()) : form, "\(type).\(name)")
    }
    if type == "Event" {
      // RFC 8984 §4.7.1: without time zone the event floats; one with a time never does.
      #expect((object["timeZone"] == nil) == (object["showWithoutTime"] as? Bool == true))
    }
  }

  private func check(_ value: Any, _ form: String, _ name: String) throws {
    switch form {
    case "objects":
      for object in try Samples.required(value as? [[String: Any]]) { try check(object) }
    case "map":
      let map = try Samples.required(value as? [String: [String: Any]])
      #expect(!map.isEmpty, "\(name)")
      for (key, object) in map {
        #expect(key.wholeMatch(of: /[A-Za-z0-9_-]{1,255}/) != nil, "\(name)")
        try check(object)
      }
    case "set":
      let set = try Samples.required(value as? [String: Bool])
      #expect(!set.isEmpty && set.values.allSatisfy(\.self), "\(name)")
    case "number": #expect(value is Int, "\(name)")
    case "true": #expect(value as? Bool == true, "\(name)")
    default:
      let text = try #require(value as? String, "\(name)")
      let regex = try Regex(Self.patterns[form] ?? form)
      #expect(text.wholeMatch(of: regex) != nil, "\(name): \(text)")
    }
  }

  private func group(_ events: [Event], _ options: ICalendar.Options = .init()) throws -> [String:
    Any]
  {
    let text = written(events, by: JSCalendar(options: options))
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try Samples.required(object as? [String: Any])
  }

  @Test func everyObjectIsAsTheStandardHasIt() throws {
    var options = ICalendar.Options()
    options.feedURL = "https://example.org/rust.json"
    try check(group(Samples.all() + Samples.paged(), options))
    try check(group([]))
  }

  @Test func hostileTextsStayValues() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let event = try Samples.hostile(using: &generator)
      let group = try group([event])
      let entry = try Samples.required((group["entries"] as? [[String: Any]])?.first)
      #expect(entry["status"] as? String == "confirmed", "seed \(seed)")
      #expect(entry["start"] as? String == "2026-02-12T00:00:00", "seed \(seed)")
    }
  }

  @Test(arguments: [(1, "PT1S"), (5_400, "PT1H30M"), (205_200, "PT57H"), (60, "PT1M")])
  func durationsHaveNoPartThatIsZero(seconds: Int, text: String) {
    #expect(appended { JSCalendar.appendDuration(seconds, to: &$0) } == text)
  }

  @Test(arguments: [
    ("Rust events", "rust-events"), ("Rust events: Köln!", "rust-events-köln"), ("--", ""),
  ])
  func groupIsKnownByItsName(name: String, uid: String) throws {
    var options = ICalendar.Options()
    options.name = Text(name)
    #expect(try group([], options)["uid"] as? String == uid + "@twir-events")
  }
}
