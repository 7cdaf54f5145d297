import EventModel
import EventWriting

/// The VEVENTs of a calendar, as they were written last.
struct CalendarHistory {
  /// An event as it was, with its bytes.
  private struct Entry {
    var event: Event
    var bytes: [UInt8]
  }

  private var entries: [Text: Entry] = [:]
  private var calendar = ICalendar()
  /// How many VEVENTs were written again as they were.
  private(set) var unchangedCount = 0
  /// How many were written otherwise.
  private(set) var changedCount = 0

  init() {}

  /// Writes each event and compares it with what was written before.
  ///
  /// - Returns: the promises that the calendar broke, in words.
  mutating func write(_ events: [Event], on day: CivilDate) -> [String] {
    var broken: [String] = []
    var uids: Set<Text> = []
    var buffer = OutputBuffer()
    for event in events {
      guard let uid = event.uid, uids.insert(uid).inserted else {
        broken.append("two events have the UID \(event.uid?.string ?? "nil")")
        continue
      }
      let bytes = bytes(of: event, &buffer)
      if let former = entries[uid] {
        broken += Self.broken(former.event, event, isSame: bytes == former.bytes, on: day)
        if bytes == former.bytes { unchangedCount += 1 } else { changedCount += 1 }
      }
      entries[uid] = Entry(event: event, bytes: bytes)
    }
    for uid in entries.keys where !uids.contains(uid) {
      broken.append("no event has the UID \(uid) any longer")
      entries[uid] = nil
    }
    return broken.map { "\(day): \($0)" }
  }

  private mutating func bytes(of event: Event, _ buffer: inout OutputBuffer) -> [UInt8] {
    buffer.removeAll()
    calendar.write(event, into: &buffer)
    return buffer.bytes
  }

  private static func broken(
    _ former: Event, _ event: Event, isSame: Bool, on day: CivilDate
  ) -> [String] {
    let uid = event.uid?.string ?? "nil"
    var broken: [String] = []
    if !isSame, event.modified != day {
      broken.append("\(uid) has other bytes, but LAST-MODIFIED \(event.modified)")
    }
    if event.sequence < former.sequence { broken.append("the SEQUENCE of \(uid) fell") }
    if event.sequence > former.sequence + 1 { broken.append("the SEQUENCE of \(uid) jumped") }
    if event.created != former.created { broken.append("CREATED of \(uid) changed") }
    if event.details.dates != former.details.dates, event.sequence == former.sequence {
      broken.append("\(uid) moved, but its SEQUENCE did not grow")
    }
    return broken
  }
}
