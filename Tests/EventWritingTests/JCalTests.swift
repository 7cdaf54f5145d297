import EventModel
import Foundation
import TestSupport
import Testing

@testable import EventWriting

struct JCalTests {
  /// The converter of RFC 7265 §5.2, from jCal back to content lines that are not folded.
  private enum Converter {
    /// The types that a property has without VALUE, where it is not text: RFC 5545, RFC 7986.
    static let defaults = [
      "dtstamp": "date-time", "last-modified": "date-time", "created": "date-time",
      "dtstart": "date-time", "dtend": "date-time", "sequence": "integer", "url": "uri",
      "geo": "float", "trigger": "duration", "tzoffsetfrom": "utc-offset",
      "tzoffsetto": "utc-offset", "refresh-interval": "none", "source": "none",
      "conference": "none", "image": "none",
    ]

    static func lines(of component: [Any]) throws -> [String] {
      let name = try Samples.required(component[0] as? String).uppercased()
      var lines = ["BEGIN:\(name)"]
      for property in try Samples.required(component[1] as? [[Any]]) {
        lines.append(try line(of: property))
      }
      for child in try Samples.required(component[2] as? [[Any]]) {
        lines += try Self.lines(of: child)
      }
      return lines + ["END:\(name)"]
    }

    private static func line(of property: [Any]) throws -> String {
      let name = try Samples.required(property[0] as? String)
      let parameters = try Samples.required(property[1] as? [String: String])
      let type = try Samples.required(property[2] as? String)
      var line = name.uppercased()
      let usual = defaults[name] ?? (name.hasPrefix("x-") ? "unknown" : "text")
      if type != usual { line += ";VALUE=\(type.uppercased())" }
      for (key, value) in parameters.sorted(by: { $0.key < $1.key }) {
        let isQuoted = key == "x-title" || key == "x-address"
        line += ";\(key.uppercased())=" + (isQuoted ? "\"\(value)\"" : value)
      }
      return line + ":"
        + (try property.dropFirst(3).map { try value($0, type) })
        .joined(separator: ",")
    }

    private static func value(_ value: Any, _ type: String) throws -> String {
      if let numbers = value as? [NSNumber] {
        return numbers.map(\.stringValue).joined(separator: ";")
      }
      if let number = value as? NSNumber { return number.stringValue }
      let text = try Samples.required(value as? String)
      switch type {
      case "date", "date-time":
        return text.filter { $0 != "-" && $0 != ":" }
      case "utc-offset": return text.filter { $0 != ":" }
      case "text": return escaped(text)
      default: return text
      }
    }

    private static func escaped(_ text: String) -> String {
      var escaped = ""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\\", ";", ",": escaped += "\\" + String(scalar)
        case "\n": escaped += "\\n"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
      return escaped
    }
  }

  private func expectSameProperties(
    _ events: [Event], _ options: ICalendar.Options = .init(), _ note: Comment? = nil
  ) throws {
    let json = written(events, by: JCal(options: options))
    let component = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any]
    let lines = try Converter.lines(of: Samples.required(component))
    let calendar = FoldingTests.unfolded(written(events, by: ICalendar(options: options)))
    let expected = calendar.utf8.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0.dropLast(), as: UTF8.self)
    }
    #expect(lines.map { Array($0.utf8) } == expected.map { Array($0.utf8) }, note)
  }

  @Test func holdsPropertyByPropertyWhatICalendarHolds() throws {
    try expectSameProperties(Samples.all() + Samples.paged())
    try expectSameProperties([])
  }

  @Test func holdsTheSameWithEveryOption() throws {
    var options = ICalendar.Options()
    options.name = "Rust; events, \"all\" \\ of them"
    options.feedURL = "https://example.org/rust,europe.ics"
    options.methodPublish = true
    options.cancelled = .title
    options.withdrawn = .drop
    options.reminder = "PT2H"
    try expectSameProperties(Samples.all() + Samples.paged(), options)
  }

  @Test func holdsTheSameOfHostileTexts() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let event = try Samples.hostile(using: &generator)
      try expectSameProperties([event], .init(), "seed \(seed)")
    }
  }

  @Test(arguments: CalendarProperty.all.indices)
  func bothWaysOfAPropertyAgree(index: Int) throws {
    let property = CalendarProperty.all[index]
    let line = try Samples.required("\(property.line)".split(separator: ":").first)
    let parts = line.split(separator: ";")
    let array = "\(property.array)null]"
    let read = try JSONSerialization.jsonObject(with: Data(array.utf8)) as? [Any]
    let jCal = try Samples.required(read)
    #expect(jCal[0] as? String == parts[0].lowercased())
    var parameters = (jCal[1] as? [String: String] ?? [:])
    let type = try Samples.required(jCal[2] as? String)
    if parts.dropFirst().contains(where: { $0.hasPrefix("VALUE=") }) { parameters["value"] = type }
    #expect(
      parts.dropFirst().map { $0.lowercased() }.sorted()
        == parameters.map { "\($0.key)=\($0.value)".lowercased() }.sorted())
  }
}
