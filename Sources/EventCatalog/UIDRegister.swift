internal import EventModel

/// The UIDs that are taken, so that no two events ever share one.
///
/// A table with open addressing; a slot holds half of a hash and the number of an event, whose UID
/// confirms what the hash promises.
struct UIDRegister {
  private var slots: [UInt64] = Array(repeating: 0, count: 64)
  private var count = 0
  private var text = UIDText()
  /// The last number given to UIDs that would be equal, by the hash of the first of them.
  private var clashes: [UInt64: UInt32] = [:]

  init() {}

  /// Appends the UID of a new event to a buffer and registers it as that of `event`.
  ///
  /// - Parameters:
  ///   - details: what the first listing says.
  ///   - isOccurrence: whether its URL names one occurrence.
  ///   - event: the number of the new event.
  ///   - output: where the UID is written.
  ///   - isTaken: whether the event of a number has the UID.
  mutating func add(
    _ details: EventDetails, isOccurrence: Bool, event: Int, to output: inout [UInt8],
    isTaken: (Int, Span<UInt8>, [UInt8]) -> Bool
  ) {
    text.write(details, isOccurrence: isOccurrence)
    text.writeEnd(clash: nil)
    if !insert(event, output, isTaken) { resolveClash(event, output, isTaken) }
    let bytes = text.bytes.span
    output.append(addingCapacity: text.count) { space in
      for index in 0..<text.count { space.append(bytes[index]) }
    }
  }

  private mutating func resolveClash(
    _ event: Int, _ output: [UInt8], _ isTaken: (Int, Span<UInt8>, [UInt8]) -> Bool
  ) {
    let base = hash
    var clash = clashes[base] ?? 1
    repeat {
      clash += 1
      text.writeEnd(clash: clash)
    } while clash < .max && !insert(event, output, isTaken)
    clashes[base] = clash
  }

  /// Gives the events new numbers.
  mutating func renumber(_ newNumbers: [Int32]) {
    for slot in slots.indices where slots[slot] != 0 {
      let old = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
      let new = UInt64(truncatingIfNeeded: newNumbers[old]) + 1
      slots[slot] = slots[slot] & 0xFFFF_FFFF_0000_0000 | new
    }
  }

  /// Registers the UID that is written, unless it is taken.
  private mutating func insert(
    _ event: Int, _ output: [UInt8], _ isTaken: (Int, Span<UInt8>, [UInt8]) -> Bool
  ) -> Bool {
    if count * 4 > slots.count * 3 { grow() }
    let tag = hash >> 32
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: tag) & mask
    while slots[slot] != 0 {
      let taker = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
      if slots[slot] >> 32 == tag, isTaken(taker, text.bytes.span.extracting(..<text.count), output)
      {
        return false
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = tag << 32 | (UInt64(truncatingIfNeeded: event) + 1)
    count += 1
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// The hash of the UID that is written.
  private var hash: UInt64 {
    var hash = KeyHash()
    hash.add(text.bytes.span, 0..<text.count, foldingCase: false)
    return hash.key
  }
}
