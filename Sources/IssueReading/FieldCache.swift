import EventModel

/// Remembers what a field's text means: groups and places are written alike from week to week, and
/// looking one up again is cheaper than reading it again.
///
/// An open hash table of places in a dense list, so that a look-up touches nothing but the table
/// until it has found its entry. Bounded: input of nothing but different fields costs no memory;
/// what does not fit any more is read again each time.
struct FieldCache<Value> {
  private struct Key {
    var hash: UInt64
    var text: Text
  }

  /// One more than the place of an entry in the lists; 0 is free.
  ///
  /// A power of two of them, at least twice as many as entries, so that a free one always ends a
  /// search.
  private var slots: [UInt32] = Array(repeating: 0, count: 256)
  private var keys: [Key] = []
  private var values: [Value] = []

  /// Most fields that are remembered.
  private static var limit: Int { 4_096 }

  /// The value of a field's text, read by `make` where it is new.
  ///
  /// - Parameters:
  ///   - buffer: where the text stands.
  ///   - range: the text.
  ///   - salt: what else the meaning depends on, as a small number.
  ///   - make: reads the field, and says whether the same text will mean the same again.
  /// - Returns: What the text means, remembered or read now.
  mutating func value(
    _ buffer: [UInt8], _ range: Range<Int>, salt: UInt8,
    make: () -> (value: Value, isReusable: Bool)
  ) -> Value {
    let hash = buffer.hash(of: range, salt: UInt64(salt))
    var slot = firstSlot(of: hash)
    while slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      if keys[entry].hash == hash, buffer.hasBytes(of: keys[entry].text, in: range) {
        return values[entry]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let (value, isReusable) = make()
    if isReusable, keys.count < Self.limit {
      keys.append(Key(hash: hash, text: Text(copying: buffer, range)))
      values.append(value)
      slots[slot] = UInt32(keys.count)
      if keys.count * 2 > slots.count { grow() }
    }
    return value
  }

  private func firstSlot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for (entry, key) in keys.enumerated() {
      var slot = firstSlot(of: key.hash)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(entry + 1)
    }
  }
}
