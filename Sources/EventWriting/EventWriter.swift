package import EventModel

/// A format that events are written in, one after the other.
///
/// A writer never holds the whole output: its caller may empty the buffer between two calls.
/// What it writes depends on the events and on its options alone.
package protocol EventWriter {
  /// Writes what stands before the first event.
  mutating func begin(into buffer: inout OutputBuffer)
  /// Writes one event, in the order in which they shall stand.
  mutating func write(_ event: Event, into buffer: inout OutputBuffer)
  /// Writes what stands after the last event.
  mutating func end(into buffer: inout OutputBuffer)
}
