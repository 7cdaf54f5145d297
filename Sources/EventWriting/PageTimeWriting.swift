import EventModel

extension OutputBuffer {
  /// Appends a time as ISO 8601: `2026-02-12`, `2026-02-12T19:00:00` or `2026-02-12T19:00:00+01:00`.
  mutating func append(_ time: PageTime) {
    append(time.date)
    guard let secondOfDay = time.secondOfDay else { return }
    let second = Int(secondOfDay)
    append(UInt8(ascii: "T"))
    append(twoDigits: second / 3_600)
    append(ASCII.colon)
    append(twoDigits: second / 60 % 60)
    append(ASCII.colon)
    append(twoDigits: second % 60)
    guard let offset = time.offset else { return }
    let minutes = Int(offset.magnitude)
    append(offset < 0 ? ASCII.hyphen : UInt8(ascii: "+"))
    append(twoDigits: minutes / 60)
    append(ASCII.colon)
    append(twoDigits: minutes % 60)
  }
}
