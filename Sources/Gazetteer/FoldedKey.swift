import CGazetteer

/// The folded key of a name, in place: what a look-up compares names by, without an allocation.
///
/// Invariant: the first ``count`` bytes are the key, and `count` is at most ``capacity``, which is
/// the length of the longest key of the gazetteer. A longer key is kept as the empty one, which
/// matches nothing.
struct FoldedKey {
  static let capacity = 80

  private let bytes: InlineArray<80, UInt8>
  let count: Int

  init(_ name: Span<UInt8>) {
    var bytes = InlineArray<80, UInt8>(repeating: 0)
    var count = 0
    var isTooLong = false
    Folding.forEachByte(count: name.count, of: { name[$0] }) { byte in
      guard count < Self.capacity else {
        isTooLong = true
        return false
      }
      bytes[count] = byte
      count += 1
      return true
    }
    self.bytes = bytes
    self.count = isTooLong ? 0 : count
  }

  /// FNV-1a with a final mix, as `scripts/gazetteer/build.py` computes it.
  ///
  /// The arithmetic wraps, for that is how the hash is defined.
  var hash: UInt32 {
    var value: UInt32 = 0x811C_9DC5
    for offset in 0..<count { value = (value ^ UInt32(bytes[offset])) &* 0x0100_0193 }
    value = (value ^ value >> 16) &* 0x7FEB_352D
    return value ^ value >> 15
  }

  /// Whether this is the key of the name that is read through `byte`.
  @inline(__always)
  func isKey(ofNameOfLength length: Int, _ byte: (Int) -> UInt8) -> Bool {
    var matched = 0
    var isEqual = true
    Folding.forEachByte(count: length, of: byte) { folded in
      isEqual = matched < count && bytes[matched] == folded
      matched += 1
      return isEqual
    }
    return isEqual && matched == count
  }

  /// How this key and one in `texts`, which is folded already, are ordered: negative if this one
  /// comes first, 0 if they are equal.
  func compared(toTextAt offset: UInt32, length: Int) -> Int {
    for index in 0..<min(count, length) {
      let other = twir_gazetteer_texts_byte(offset + UInt32(index))
      let difference = Int(bytes[index]) - Int(other)
      if difference != 0 { return difference }
    }
    return count - length
  }
}
