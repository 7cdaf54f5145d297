import EventModel

extension OutputBuffer {
  /// Appends a time as ISO 8601: `2026-02-12`, `2026-02-12T19:00:00` or `2026-02-12T19:00:00+01:00`.
  mutating func append(_ time: PageTime) {
    append(time.date)
    guard let second = time.secondOfDay else { return }
    append("T")
    append(clock: Int(second))
    if let offset = time.offset { append(offsetMinutes: offset) }
  }
}
