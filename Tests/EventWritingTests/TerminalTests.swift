import EventModel
import TestSupport
import Testing

@testable import EventWriting

struct TerminalTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("ü", 1), ("u\u{308}", 1), ("東京", 4), ("🦀", 2), ("👩‍💻", 2), ("🇩🇪", 2),
    ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("👍🏽", 2), ("한글", 4), ("ᄒ\u{1161}\u{11AB}", 2), ("ｱ", 1), ("Ａ", 2),
    ("a\u{200D}b", 2), ("é–…", 3), ("Нижний", 6), ("שלום", 4), ("क्षि", 3), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
  ])
  func widthIsThatOfTheTerminal(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns, "\(text)")
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("ab cdef", 4, "ab…"), ("東京都", 4, "東…"),
    ("東京都", 5, "東京…"), ("abc", 1, "…"), ("abc", 0, ""), ("🦀🦀", 3, "🦀…"),
  ])
  func longTextsAreCut(text: String, limit: Int, expected: String) {
    let fitted = DisplayWidth.fitted(text, to: limit)
    #expect(fitted.text == expected)
    #expect(fitted.columns == DisplayWidth.columns(of: expected))
  }

  @Test(arguments: [30, 31, 40, 80, 81, 200])
  func noLineIsWiderThanTheTerminal(width: Int) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var events = try Samples.all()
    for _ in 0..<50 { events.append(try Samples.hostile(using: &generator)) }
    let output = written(events, by: TerminalTable(options: .init(width: width)))
    for line in output.split(separator: "\n") {
      let columns = DisplayWidth.columns(of: String(line))
      #expect(columns <= width, "seed \(seed): \(line.debugDescription)")
    }
  }

  @Test func hostileTextsSendNoEscapes() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var events: [Event] = []
    for _ in 0..<100 { events.append(try Samples.hostile(using: &generator)) }
    let outputs = [
      written(events, by: TerminalTable()),
      written(events, by: TerminalTable(options: .init(width: nil))),
      written(events, by: TerminalCounts(by: .organizer)),
    ]
    for output in outputs {
      for scalar in output.unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(category != .control, "seed \(seed): \(scalar.value)")
        #expect(!(0x202A...0x202E ~= scalar.value || 0x2066...0x2069 ~= scalar.value))
      }
    }
    #expect(outputs[0].split(separator: "\n").count == 101, "seed \(seed)")
  }

  @Test func coloursAreTurnedOffAgain() throws {
    let output = written(
      try Samples.all(), by: TerminalTable(options: .init(width: 80, color: true)))
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
        .dropFirst()
      #expect(parts.count.isMultiple(of: 2))
      #expect(parts.isEmpty || parts.last?.hasPrefix("0m") == true)
    }
  }

  @Test func unusualEventsAreMarked() throws {
    let output = written(try Samples.all(), by: TerminalTable())
    for mark in ["[cancelled]", "[postponed]", "[withdrawn]", "(until Sat 14 Feb)"] {
      #expect(output.contains(mark), "\(mark)")
    }
  }

  @Test(arguments: [
    ("Compile-Time Breakfast [Postponed]", EventStatus.postponed, "Breakfast [Postponed]\n"),
    ("POSTPONED: Talk", .postponed, "POSTPONED: Talk\n"),
    ("CANCELED: Talk", .cancelled, "CANCELED: Talk\n"),
    ("Postponed, then", .cancelled, "then [cancelled]\n"),
  ])
  func titleThatSaysItsStatusIsNotMarked(
    title: String, status: EventStatus, end: String
  ) throws {
    let event = try Samples.event(title) { $0.details.status = status }
    for width in [nil, 200] {
      #expect(written([event], by: TerminalTable(options: .init(width: width))).hasSuffix(end))
    }
  }

  @Test func titleThatIsCutBeforeItsStatusIsMarked() throws {
    let event = try Samples.event("A breakfast for those who rise early (postponed)") {
      $0.details.status = .postponed
    }
    let output = written([event], by: TerminalTable(options: .init(width: 60)))
    #expect(output.hasSuffix(" [postponed]\n"))
  }

  @Test func rangeIntoAnotherYearSaysWhich() throws {
    let event = try Samples.event("Rust") {
      $0.details.dates = try Samples.days("2026-12-30", "2027-01-02")
    }
    let output = written([event], by: TerminalTable())
    #expect(output == "Wed 30 Dec 2026\n  Rust (until Sat 2 Jan 2027)\n")
  }

  @Test func mostFrequentComesFirstThenByName() throws {
    let places = ["Berlin", "Zürich", "Aarhus", "Zürich", "東京"]
    let events = try places.map { city in
      try Samples.event("Rust") { $0.details.places = [Place(city: Text(city))] }
    }
    #expect(
      written(events, by: TerminalCounts(by: .city))
        == "Zürich  2\nAarhus  1\nBerlin  1\n東京    1\n")
  }
}
