import EventModel
import Foundation
import Testing

@testable import EventWriting

struct CallWritingTests {
  @Test(arguments: ["calls.ics", "calls.csv", "calls.json", "calls.txt"])
  func callsReadAsRecorded(file: String) throws {
    try expectSnapshot(output(of: try Self.calls(), as: file), file)
  }

  @Test(arguments: [("calls.json", "[]\n"), ("calls.txt", "")])
  func noCallGivesNothing(file: String, expected: String) {
    #expect(output(of: [], as: file) == expected, "\(file)")
  }

  @Test func everyRowHasEveryColumn() throws {
    let rows = try Samples.required(CSVTests.rows(output(of: try Self.calls(), as: "calls.csv")))
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.count == 17 })
    #expect(rows[1][2] == rows[1][14])
  }

  @Test func everyObjectHasTheKeysOfAnEventAndItsOwn() throws {
    let data = Data(output(of: try Self.calls(), as: "calls.json").utf8)
    let objects = try Samples.required(
      try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    let event = Data(written([try Samples.virtual()], by: EventJSON()).utf8)
    let events = try Samples.required(
      try JSONSerialization.jsonObject(with: event) as? [[String: Any]])
    let keys = Set(try Samples.required(events.first).keys)
      .union(["closes", "event_start", "event_end"])
    #expect(objects.count == 3)
    for object in objects {
      #expect(Set(object.keys) == keys)
      #expect(object["start"] as? String == object["closes"] as? String)
    }
  }

  @Test func hostileTextsActOnNoTerminal() throws {
    let text = output(of: try Self.calls(), as: "calls.txt")
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
    #expect(!text.contains("javascript"))
  }

  // MARK: Calls

  private static func calls() throws -> [CallRecord] {
    [
      try call("RustConf 2026", closes: "2026-02-16", uid: "cfp-2026-a@twir-events") {
        $0.url = "https://sessionize.com/rustconf-2026/?a=b,c"
        $0.eventDates = try Samples.days("2026-09-08", "2026-09-11")
        $0.mode = .inPerson
        $0.regions = RegionSet(.northAmerica)
        $0.places = [Place(city: "Montreal", subdivision: "Quebec", country: CountryCode("CA"))]
        $0.links = [Link(title: "RustConf", url: "https://rustconf.com")]
        $0.description = "Last chance: CFP closes 2026-02-16, 11:59 PM PDT"
      },
      try call("EuroRust; \"async\"", closes: "2026-02-16", uid: "cfp-2026-b@twir-events") {
        $0.eventDates = EventDates(try Samples.day("2026-10-10"))
        $0.mode = .hybrid
        $0.regions = [RegionSet(.virtual), RegionSet(.europe)]
        $0.places = [Place(city: "Wien", country: CountryCode("AT"))]
      },
      try call("=1+1 \u{1B}[31m\u{202E}", closes: "2026-03-01", uid: "cfp-2026-c@twir-events") {
        $0.url = "javascript:alert(1)"
        $0.mode = .virtual
      },
    ]
  }

  private static func call(
    _ title: String, closes: String, uid: Text, change: (inout CallDetails) throws -> Void
  ) throws -> CallRecord {
    var details = CallDetails(title: Text(title), closes: try Samples.day(closes))
    try change(&details)
    return CallRecord(uid: uid, details: details, source: try Samples.source())
  }

  private func output(of calls: [CallRecord], as file: String) -> String {
    appended { buffer in
      switch file {
      case "calls.ics":
        CallWriting.calendar(calls, options: ICalendar.Options(), into: &buffer)
      case "calls.csv": CallWriting.table(calls, into: &buffer)
      case "calls.json": CallWriting.objects(calls, into: &buffer)
      default: CallWriting.text(calls, into: &buffer)
      }
    }
  }
}
