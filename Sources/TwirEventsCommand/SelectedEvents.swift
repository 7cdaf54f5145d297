import EventModel

/// The events that a selection wants, in their order: numbers into a catalogue's events, so that many
/// selections share one array.
struct SelectedEvents: Sendable {
  private let events: [Event]
  private let numbers: [Int]

  /// All of the events, or those with these numbers.
  init(_ events: [Event], numbers: [Int]? = nil) {
    self.events = events
    self.numbers = numbers ?? Array(events.indices)
  }

  /// Calls `body` with an event, which it is lent: ``subscript(_:)`` would copy it.
  func lend(_ position: Int, to body: (Event) -> Void) {
    body(events.span[numbers[position]])
  }
}

extension SelectedEvents: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { numbers.count }
  subscript(position: Int) -> Event { events[numbers[position]] }
}
