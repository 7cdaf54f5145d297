internal import EventModel

/// The UIDs that are taken, so that no two events ever share one.
///
/// A table with open addressing; a slot holds half of a hash and the number of an event, whose UID
/// confirms what the hash promises.
struct UIDRegister {
  private var slots: [UInt64] = Array(repeating: 0, count: 64)
  private var count = 0
  /// The last number given to UIDs that would be equal, by the hash of what stands before it.
  private var clashes: [UInt64: UInt32] = [:]

  init() {}

  /// Appends the UID of a new event to a buffer and registers it as that of `event`.
  ///
  /// - Parameters:
  ///   - details: what the first listing says.
  ///   - isOccurrence: whether its URL names one occurrence.
  ///   - event: the number of the new event.
  ///   - output: where the UID is written.
  ///   - isTaken: whether the event of a number has the UID in a range of the buffer.
  /// - Returns: the UID's range in the buffer.
  mutating func add(
    _ details: EventDetails, isOccurrence: Bool, event: Int, to output: inout [UInt8],
    isTaken: (Int, Range<Int>, [UInt8]) -> Bool
  ) -> Range<Int> {
    let start = output.count
    UIDText.appendLocalPart(of: details, isOccurrence: isOccurrence, to: &output)
    let end = output.count
    UIDText.appendEnd(clash: nil, to: &output)
    if insert(start..<output.count, of: output, event: event, isTaken) {
      return start..<output.count
    }
    let base = Self.hash(start..<end, of: output)
    var clash = clashes[base] ?? 1
    while clash < .max {
      clash += 1
      output.removeLast(output.count - end)
      UIDText.appendEnd(clash: clash, to: &output)
      if insert(start..<output.count, of: output, event: event, isTaken) { break }
    }
    clashes[base] = clash
    return start..<output.count
  }

  /// Gives the events new numbers.
  mutating func renumber(_ newNumbers: [Int32]) {
    for slot in slots.indices where slots[slot] != 0 {
      let old = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
      let new = UInt64(truncatingIfNeeded: newNumbers[old]) + 1
      slots[slot] = slots[slot] & 0xFFFF_FFFF_0000_0000 | new
    }
  }

  private mutating func insert(
    _ range: Range<Int>, of output: [UInt8], event: Int,
    _ isTaken: (Int, Range<Int>, [UInt8]) -> Bool
  ) -> Bool {
    if count * 4 > slots.count * 3 { grow() }
    let tag = Self.hash(range, of: output) >> 32
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: tag) & mask
    while slots[slot] != 0 {
      let taker = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
      if slots[slot] >> 32 == tag, isTaken(taker, range, output) { return false }
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

  private static func hash(_ range: Range<Int>, of output: [UInt8]) -> UInt64 {
    var hash = KeyHash()
    hash.add(output.span, range, foldingCase: false)
    return hash.key
  }
}
