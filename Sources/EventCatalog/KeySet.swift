/// A set of 64-bit keys, none of which is 0.
///
/// It only ever answers whether a meeting has a rhythm, so equal keys are not confirmed.
struct KeySet {
  private var slots: [UInt64] = Array(repeating: 0, count: 64)
  private var count = 0

  init() {}

  /// Whether the key was inserted.
  func contains(_ key: UInt64) -> Bool {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0 {
      if slots[slot] == key { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  /// Inserts a key.
  mutating func insert(_ key: UInt64) {
    if count * 4 > slots.count * 3 { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0 {
      if slots[slot] == key { return }
      slot = (slot + 1) & mask
    }
    slots[slot] = key
    count += 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    count = 0
    for key in old where key != 0 { insert(key) }
  }
}
