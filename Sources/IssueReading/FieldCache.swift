import EventModel

/// Remembers what a field's text means: groups and places are written alike from week to week, and
/// looking one up again is cheaper than reading it again.
///
/// Bounded, so that input of nothing but different fields costs no memory: what does not fit any
/// more is read again each time.
struct FieldCache<Value> {
  private struct Entry {
    var hash: UInt64
    var key: Text
    var value: Value
  }

  private var slots: [Entry?]
  private var count = 0

  /// Most fields that are remembered; the slots are four times as many, so chains stay short.
  private static var limit: Int { 4_096 }

  init() { slots = Array(repeating: nil, count: Self.limit * 4) }

  /// The value of a field's text, read by `make` where it is new. `salt` tells apart what else
  /// the meaning depends on.
  mutating func value(
    _ buffer: [UInt8], _ range: Range<Int>, salt: UInt8, make: () -> Value
  ) -> Value {
    let hash = Self.hash(buffer, range, salt: salt)
    // The number of slots is a power of two.
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while let entry = slots[slot] {
      if entry.hash == hash, Self.isEqual(entry.key, buffer, range) { return entry.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    let value = make()
    if count < Self.limit {
      count += 1
      slots[slot] = Entry(hash: hash, key: Text(copying: buffer, range), value: value)
    }
    return value
  }

  private static func isEqual(_ key: Text, _ buffer: [UInt8], _ range: Range<Int>) -> Bool {
    guard key.count == range.count else { return false }
    for offset in 0..<key.count where key[offset] != buffer[range.lowerBound + offset] {
      return false
    }
    return true
  }

  /// FNV-1a, whose wrapping product is the point.
  private static func hash(_ buffer: [UInt8], _ range: Range<Int>, salt: UInt8) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(salt)
    for offset in range { hash = (hash ^ UInt64(buffer[offset])) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}
