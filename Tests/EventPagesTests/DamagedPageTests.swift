import EventModel
import EventPages
import TestSupport
import Testing

/// No page makes the reader trap, hang or forget what it has read.
struct DamagedPageTests {
  private static let page =
    """
    <!DOCTYPE html><html lang=en><head><base href="https://a.example/x/"><title>Rust</title>
    <script type="application/ld+json">{"@graph": [{"@type": "Event", "name": "A &amp; <b>B</b>",
    "startDate": "2026-02-12T19:00+01:00", "location": [{"@type": "Place", "geo": {"latitude": "1",
    "longitude": 2}}], "organizer": {"@id": "#o"}}, {"@id": "#o", "name": "\\ud83e\\udd80"}]}</script>
    <body vocab="https://schema.org/"><div itemscope itemtype="http://schema.org/Event" itemref="r">
    <h1 itemprop="name">C</h1><p itemprop="location" itemscope><span itemprop="address">D</span></div>
    <p id=r itemprop=description>E<br>F</p><div typeof=Event><b property=name>G</b></div>
    <div class="h-event"><a class="p-name u-url" href="../g">H</a><p class="dt-start"><b class=value
    >2026-02-12</b> <b class="value">7pm</b></p><p class="p-location h-card">I</p></div>
    <div class=vevent><b class=summary>J</b><object class=include data="#r"></object></div>
    """

  @Test func damageNeverTraps() throws {
    var generator = SeededGenerator(seed: 638)
    let bytes = Array(Self.page.utf8)
    for round in 0..<400 {
      var damaged = bytes
      if round % 3 == 0 { damaged.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
      for _ in 0..<(round % 12) where !damaged.isEmpty {
        let index = Int.random(in: damaged.indices, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: damaged[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: damaged.remove(at: index)
        default: damaged.insert(contentsOf: damaged[index...].prefix(40), at: index)
        }
      }
      let reading = try PageReader.read(damaged, source: "test")
      for event in reading.events {
        for text in [event.name, event.description, event.url, event.address].compactMap(\.self) {
          #expect(String(validating: text.buffer[text.range], as: UTF8.self) != nil)
        }
      }
    }
  }

  @Test func readsNothingOfNothing() throws {
    for text in ["", " ", "\u{FEFF}", "<", "{}"] {
      #expect(try PageReader.read(Array(text.utf8), source: "-").events.isEmpty)
    }
  }

  /// Deep nesting of properties makes no text of each of them that is as long as the page.
  @Test func keepsNoMoreTextThanThePageHas() throws {
    let deep = String(repeating: "<div itemprop=description>", count: 400)
    let text = String(repeating: "long text ", count: 40_000)
    let reading = try PageReader.read(
      Array(
        "<div itemscope itemtype=http://schema.org/Event><b itemprop=name>R</b>\(deep)\(text)".utf8),
      source: "test")
    #expect(reading.events.count == 1)
    #expect(reading.events.first?.description?.count ?? 0 <= 65_536)
  }

  @Test func refusesWhatIsMadeToKeepItBusy() {
    let deep = Array(String(repeating: "<div>", count: 100_000).utf8)
    #expect(throws: EventPagesError.tooComplex) { try PageReader.read(deep, source: "test") }
  }

  @Test func findsTheEventAtTheEndOfALargePage() throws {
    let row = "<tr class=event><td itemprop=x>Some text with <a href=/e>a link</a></td></tr>\n"
    let html =
      "<table>\(String(repeating: row, count: 130_000))</table>"
      + "<div class=h-event><b class=p-name>Rust</b></div>"
    #expect(html.utf8.count > 10_000_000)
    #expect(try PageReader.read(Array(html.utf8), source: "test").events.map(\.name) == ["Rust"])
  }
}
