import EventModel
import Foundation
import TestSupport
import Testing

@testable import EventPages

struct TimeZoneTests {
  /// The folder of zone files; nil on a machine without.
  private static let folder: String? = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo"].first {
    FileManager.default.fileExists(atPath: $0 + "/Europe/Berlin")
  }

  private static func file(_ name: String) -> [UInt8]? {
    folder.flatMap { FileManager.default.contents(atPath: $0 + "/" + name) }.map { Array($0) }
  }

  private func time(
    _ rules: TimeZoneRules, _ day: String, _ hour: Int, _ minute: Int = 0
  ) throws -> String? {
    let day = try #require(CivilDate(day))
    return rules.time(on: day, secondOfDay: hour * 3_600 + minute * 60)?.description
  }

  @Test func transitionAndRuleDecideTheOffset() throws {
    let rules = try #require(
      TimeZoneRules(file: ZoneFile.small(footer: "CET-1CEST,M3.5.0,M10.5.0/3")))
    #expect(rules.offset(at: -1) == -3_600)
    #expect(rules.offset(at: 0) == 3_600)
    #expect(try time(rules, "2026-02-12", 19) == "2026-02-12T19:00:00+01:00")
    #expect(try time(rules, "2026-07-12", 19) == "2026-07-12T19:00:00+02:00")
  }

  @Test func gapAndOverlapAreReadAsRFC5545HasIt() throws {
    let rules = try #require(
      TimeZoneRules(file: ZoneFile.small(footer: "CET-1CEST,M3.5.0,M10.5.0/3")))
    // 02:30 does not exist on the day when clocks are set forward, and exists twice in autumn.
    #expect(try time(rules, "2026-03-29", 2, 30) == "2026-03-29T03:30:00+02:00")
    #expect(try time(rules, "2026-10-25", 2, 30) == "2026-10-25T02:30:00+02:00")
    #expect(try time(rules, "2026-10-25", 3) == "2026-10-25T03:00:00+01:00")
  }

  @Test(arguments: [
    ("EST5EDT,M3.2.0,M11.1.0", "2026-07-01T12:00:00-04:00"),
    ("<+0530>-5:30", "2026-07-01T12:00:00+05:30"),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-07-01T12:00:00+10:00"),
    ("XXX-1YYY,J60/0,J300", "2026-07-01T12:00:00+02:00"),
    ("XXX-1YYY-3,59/-24,300/167", "2026-07-01T12:00:00+03:00"), ("", "2026-07-01T12:00:00+01:00"),
  ])
  func rulesOfTheFooterAreRead(footer: String, noon: String) throws {
    let rules = try #require(TimeZoneRules(file: ZoneFile.small(footer: footer)))
    #expect(try time(rules, "2026-07-01", 12) == noon)
  }

  @Test(arguments: [
    "C-1", "CET", "CET-25", "CET-1CEST,M13.1.0,M10.5.0", "CET-1CEST,M3.5.0", "CET-1CEST,J0,J1",
    "CET-1CEST,M3.5.0,M10.5.0/168", "CET-1 ", "<CET-1", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,",
  ])
  func otherFootersAreRefused(footer: String) {
    #expect(TimeZoneRules(file: ZoneFile.small(footer: footer)) == nil)
  }

  @Test func damagedFilesAreRefusedOrRead() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var files = [ZoneFile.small(footer: "CET-1CEST,M3.5.0,M10.5.0/3")]
    if let real = Self.file("Europe/Berlin") { files.append(real) }
    for round in 0..<4_000 {
      var bytes = files[round % files.count]
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let position = Int.random(in: 0..<min(bytes.count, 200), using: &generator)
        bytes[position] = UInt8.random(in: 0...255, using: &generator)
      }
      if round % 3 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
      // It must not trap; what it says is another matter.
      guard let rules = TimeZoneRules(file: bytes) else { continue }
      let day = try #require(
        CivilDate(dayNumber: Int.random(in: -90_000...90_000, using: &generator)))
      #expect((-93_600...93_600).contains(rules.offset(at: Int64(day.dayNumber) * 86_400)))
      _ = rules.time(on: day, secondOfDay: 43_200)
    }
  }

  @Test func everyPrefixIsRefused() {
    let bytes = ZoneFile.small(footer: "CET-1")
    for length in 0..<bytes.count - 1 {
      #expect(TimeZoneRules(file: Array(bytes.prefix(length))) == nil)
    }
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", "Europe//Berlin", "", "Europe/", ".", "Europe/Ber\u{0}lin",
    "Europe/Berlin ", String(repeating: "x", count: 65), "Europe/..", "Zürich",
  ])
  func namesThatLeadElsewhereAreNotOpened(name: String) {
    var zones = TimeZones { _ in
      Issue.record("opened \(name)")
      return nil
    }
    #expect(zones.rules(name) == nil)
  }

  @Test func zonesAreReadOnce() {
    let count = Counter()
    var zones = TimeZones { _ in
      count.value += 1
      return ZoneFile.small(footer: "")
    }
    for _ in 0..<3 { #expect(zones.rules("America/Port-au-Prince") != nil) }
    #expect(count.value == 1)
  }

  private final class Counter { var value = 0 }
}

/// Times of the system's zones as Python's `zoneinfo` has them.
@Suite(
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
      && FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin"),
    "needs /usr/bin/python3 and /usr/share/zoneinfo"))
struct TimeZoneOracleTests {
  private static let script = """
    import sys, random, datetime as d, zoneinfo
    random.seed(int(sys.argv[1]))
    utc = d.timezone.utc
    names = sorted(n for n in zoneinfo.available_timezones() if n.count('/') and 'Etc' not in n)
    def show(name, local):
        offset = local.utcoffset()
        if offset.seconds % 60: return
        moment = int(local.timestamp())
        there = d.datetime.fromtimestamp(moment, local.tzinfo)
        print(name, local.toordinal() - 719163, local.hour * 3600 + local.minute * 60, moment,
            int(there.utcoffset().total_seconds()))
    for name in names:
        zone = zoneinfo.ZoneInfo(name)
        for _ in range(12):
            show(name, d.datetime(random.randint(1950, 2090), random.randint(1, 12),
                random.randint(1, 28), random.randint(0, 23), random.choice([0, 15, 30, 59]),
                tzinfo=zone))
        for year in (2024, 2026, 2031, 2040):
            day = d.datetime(year, 1, 1, 12, tzinfo=utc)
            for _ in range(365):
                day += d.timedelta(days=1)
                before, after = (day - d.timedelta(days=1)).astimezone(zone), day.astimezone(zone)
                if before.utcoffset() != after.utcoffset():
                    for hour in range(0, 5):
                        show(name, d.datetime(after.year, after.month, after.day, hour, 30,
                            tzinfo=zone))
    """

  @Test func everyZoneOfTheSystemIsReadAsPythonReadsIt() throws {
    let seed = Int.random(in: 0...1_000_000)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", Self.script, String(seed)]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd()
    let text = String(decoding: try #require(bytes), as: UTF8.self)
    process.waitUntilExit()
    var zones = TimeZones { name in
      FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name).map { Array($0) }
    }
    var count = 0
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      let numbers = fields.dropFirst().compactMap { Int($0) }
      try #require(numbers.count == 4)
      let known = zones.rules(String(fields[0]))
      let rules = try #require(known, "seed \(seed): \(line)")
      let day = try #require(CivilDate(dayNumber: numbers[0]))
      let time = rules.time(on: day, secondOfDay: numbers[1])
      #expect(time.map { Int($0.secondsSinceEpoch) } == numbers[2], "seed \(seed): \(line)")
      #expect(time.map { Int($0.offsetMinutes) * 60 } == numbers[3], "seed \(seed): \(line)")
      count += 1
    }
    #expect(count > 5_000)
  }
}
