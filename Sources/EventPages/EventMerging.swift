import EventModel

/// Unites what the formats of one page say of the same event, the most trusted first.
struct EventMerging {
  private(set) var events: [PageEvent] = []
  /// The events by name and day, name, and address and day.
  private var numbers: [String: [Int]] = [:]
  /// The formats that each event has something of.
  private var origins: [Set<PageFormat>] = []

  init() {}

  /// Adds the events of a format, which is trusted less than those before.
  mutating func add(_ others: [PageEvent], of format: PageFormat) {
    // Two formats that state one event each mean the same one, if they do not contradict.
    let isOnly = others.count == 1 && events.count == 1 && origins[0] != [format]
    for event in others {
      if isOnly, let own = events.first, Self.mayBeSame(own, event) {
        merge(event, into: 0, of: format)
      } else if let number = number(of: event, format) {
        merge(event, into: number, of: format)
      } else {
        events.append(event)
        origins.append([format])
        note(event, events.count - 1)
      }
    }
  }

  // MARK: The same event

  private func number(of event: PageEvent, _ format: PageFormat) -> Int? {
    for key in Self.keys(event) {
      for number in numbers[key] ?? [] {
        let own = events[number]
        if origins[number].contains(format) {
          // A format may state an event twice; two events on one day differ in something.
          if Self.isRepeated(own, event) { return number }
        } else if Self.agree(own.start, event.start) {
          return number
        }
      }
    }
    return nil
  }

  private static func isRepeated(_ own: PageEvent, _ other: PageEvent) -> Bool {
    own.name == other.name && own.start == other.start
      && (own.url == nil || other.url == nil || own.url == other.url)
      && (own.venue == nil || other.venue == nil || own.venue == other.venue)
      && own.name != nil && own.start != nil
  }

  /// Whether two times can be the same, as far as they are known.
  private static func agree(_ own: PageTime?, _ other: PageTime?) -> Bool {
    guard let own, let other else { return true }
    if let first = own.instant, let second = other.instant { return first == second }
    guard own.date == other.date else { return false }
    guard let first = own.secondOfDay, let second = other.secondOfDay else { return true }
    return first == second
  }

  private static func mayBeSame(_ own: PageEvent, _ other: PageEvent) -> Bool {
    if let first = own.url, first == other.url { return true }
    let isSameName = own.name.flatMap { first in other.name.map { areAlike(first, $0) } } ?? true
    let isSameDay = own.start.flatMap { first in other.start.map { first.date == $0.date } } ?? true
    return isSameName && isSameDay || isSameName && own.name != nil && other.name != nil
      || isSameDay && own.start != nil && other.start != nil
  }

  /// Whether one name is part of the other, letter case and punctuation aside.
  static func areAlike(_ first: Text, _ second: Text) -> Bool {
    let first = folded(first)
    let second = folded(second)
    guard min(first.count, second.count) >= 4 else { return first == second }
    return contains(first, second) || contains(second, first)
  }

  private static func contains(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
    guard whole.count >= part.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
  }

  /// The letters and digits of a name, those of ASCII in lower case.
  private static func folded(_ name: Text) -> [UInt8] {
    name.withSpan { bytes in
      var key: [UInt8] = []
      // Longer names are the same where their beginnings are.
      for index in 0..<min(bytes.count, 400) {
        let byte = bytes[index]
        if byte >= 0x80 || byte &- 0x30 < 10 || byte &- 0x61 < 26 {
          key.append(byte)
        } else if byte &- 0x41 < 26 {
          key.append(byte | 0x20)
        }
      }
      return key
    }
  }

  private static func keys(_ event: PageEvent) -> [String] {
    var keys: [String] = []
    let day = event.start.map { "\($0.date)" }
    let name = event.name.map { String(decoding: folded($0), as: UTF8.self) }
    if let name, let day { keys.append("n|\(day)|\(name)") }
    if let url = event.url?.string, let day { keys.append("u|\(day)|\(url)") }
    if let name { keys.append("n|\(name)") }
    return keys
  }

  private mutating func note(_ event: PageEvent, _ number: Int) {
    for key in Self.keys(event) {
      // So many namesakes are looked at; a page with more would take quadratic time.
      if numbers[key, default: []].count < 16 { numbers[key, default: []].append(number) }
    }
  }

  // MARK: Field by field

  private mutating func merge(_ other: PageEvent, into number: Int, of format: PageFormat) {
    origins[number].insert(format)
    for field in PageEvent.Field.allCases where other.has(field) {
      if !events[number].has(field) || Self.isFiner(other, than: events[number], field) {
        events[number].take(field, from: other)
      }
    }
    note(events[number], number)
  }

  /// Whether a format that is trusted less says the hour, or the offset, of a time that another one
  /// leaves out.
  private static func isFiner(
    _ other: PageEvent, than own: PageEvent, _ field: PageEvent.Field
  ) -> Bool {
    switch field {
    case .start: isFiner(other.start, than: own.start)
    case .end: isFiner(other.end, than: own.end)
    default: false
    }
  }

  private static func isFiner(_ other: PageTime?, than own: PageTime?) -> Bool {
    guard let other, let own, other.date == own.date, other.secondOfDay != nil else { return false }
    if own.secondOfDay == nil { return true }
    return own.secondOfDay == other.secondOfDay && own.offset == nil && other.offset != nil
  }

  // MARK: The page itself

  /// Lets the event that a page is about take what the page says of itself.
  mutating func complete(with head: PageHead) {
    guard let number = subject(of: head) else { return }
    for facts in head.asEvents {
      for field in PageEvent.Field.allCases where facts.has(field) {
        if !events[number].has(field) { events[number].take(field, from: facts) }
      }
    }
  }

  /// The event that a page is about: the one whose address the page has, or the only one, if its
  /// name is in the title.
  ///
  /// Sites that put the same head on all pages would give their events the site's picture.
  private func subject(of head: PageHead) -> Int? {
    let addresses = [head.facts.canonical, head.openGraphURL].compactMap(\.self)
    let own = events.indices.filter { number in
      events[number].url.map { url in addresses.contains { Self.isSame($0, url) } } ?? false
    }
    if own.count == 1 { return own[0] }
    guard events.count == 1, let name = events[0].name else { return nil }
    return head.titles.contains { Self.areAlike($0, name) } ? 0 : nil
  }

  /// Whether two addresses differ in no more than a slash at the end.
  private static func isSame(_ first: Text, _ second: Text) -> Bool {
    func bare(_ text: Text) -> Text {
      text.count > 0 && text[text.count - 1] == UInt8(ascii: "/")
        ? text.slice(0..<text.count - 1) : text
    }
    return bare(first) == bare(second)
  }
}
