/// The first bits of a block of addresses, and what it is for.
struct AddressPrefix: Sendable {
  /// The first bytes; those behind them are zero.
  let bytes: [UInt8]
  /// How many bits of an address are compared.
  let length: Int
  /// The version's length in bytes: 4 or 16.
  let width: Int
  let purpose: String

  /// A block of version 4, `bytes` being its first ones.
  static func ipv4(_ bytes: [UInt8], _ length: Int, _ purpose: String) -> AddressPrefix {
    AddressPrefix(bytes: bytes, length: length, width: 4, purpose: purpose)
  }

  /// A block of version 6, by its first groups of 16 bits.
  static func ipv6(_ groups: [UInt16], _ length: Int, _ purpose: String) -> AddressPrefix {
    AddressPrefix(
      bytes: groups.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, length: length, width: 16,
      purpose: purpose)
  }

  /// Whether an address lies in the block.
  func contains(_ address: [UInt8]) -> Bool {
    guard address.count == width else { return false }
    for index in 0..<(length + 7) / 8 {
      let isLast = index == length / 8
      let mask: UInt8 = isLast ? ~(0xFF >> UInt8(length % 8)) : 0xFF
      let expected = index < bytes.count ? bytes[index] : 0
      if (address[index] ^ expected) & mask != 0 { return false }
    }
    return true
  }
}

/// A block of version 6 whose addresses have addresses of version 4 inside.
struct WrappingPrefix: Sendable {
  let prefix: AddressPrefix
  /// Where they begin, and whether their bits are inverted.
  let places: [(offset: Int, isInverted: Bool)]

  /// The addresses inside.
  func addresses(in bytes: [UInt8]) -> [IPAddress] {
    places.compactMap { place in
      let inner = bytes[place.offset..<place.offset + 4]
      return IPAddress(bytes: place.isInverted ? inner.map { ~$0 } : Array(inner))
    }
  }
}
