/// Files of gzip (RFC 1952), made by hand.
enum Gzip {
  private static let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

  /// Bytes in one block without compression (RFC 1951 §3.2.4); at most 65535.
  static func stored(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let length = UInt16(bytes.count)
    return head + [1] + little(UInt32(length), 2) + little(UInt32(~length), 2) + bytes
      + little(checksum(bytes), 4) + little(UInt32(bytes.count), 4)
  }

  /// The same letter `258 * count + 1` times.
  ///
  /// A block of fixed codes (RFC 1951 §3.2.6), 13 bits for each 258 letters. The checksum at its end
  /// is wrong.
  static func bomb(_ count: Int) -> [UInt8] {
    var bits: [UInt8] = [1, 1, 0]
    func append(_ code: UInt8, _ width: Int) {
      for place in (0..<width).reversed() { bits.append(code >> UInt8(place) & 1) }
    }
    append(0x30 + UInt8(ascii: "a"), 8)
    for _ in 0..<count {
      // Length 258 without extra bits, distance 1.
      append(0b1100_0101, 8)
      append(0, 5)
    }
    append(0, 7)
    var bytes = head
    for start in stride(from: 0, to: bits.count, by: 8) {
      let byte = bits[start..<min(start + 8, bits.count)].enumerated()
      bytes.append(byte.reduce(0) { $0 | $1.element << UInt8($1.offset) })
    }
    return bytes + [UInt8](repeating: 0, count: 8)
  }

  private static func little(_ number: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
  }

  /// CRC-32, RFC 1952 §8.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1) * 0xEDB8_8320 }
    }
  }
}
