/// An address of the internet protocol, version 4 or 6.
package struct IPAddress: Hashable, Sendable {
  /// Its bytes in network order: 4 or 16.
  package let bytes: [UInt8]

  /// An address of its bytes; nil where they are not 4 or 16.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  // RFC 4291 §2.5.3
  private static let loopback = IPAddress(bytes: [UInt8](repeating: 0, count: 15) + [1])

  /// Whether it is one of the public internet: not of this machine, of a private network, of a group
  /// of receivers, or reserved, also not behind an address that wraps another.
  package var isPublic: Bool { purpose == nil }

  /// What a special address is for, such as `loopback`; nil for one of the public internet.
  ///
  /// An address that wraps one of version 4 (mapped, NAT64, 6to4, Teredo and so on) is for what that
  /// is for.
  package var purpose: String? {
    if bytes.count == 4 { return SpecialAddresses.ipv4.first { $0.contains(bytes) }?.purpose }
    if self == Self.loopback { return "loopback" }
    if let wrapped = SpecialAddresses.wrapping.first(where: { $0.prefix.contains(bytes) }) {
      return wrapped.addresses(in: bytes).lazy.compactMap(\.purpose).first
    }
    if let special = SpecialAddresses.ipv6.first(where: { $0.contains(bytes) }) {
      return special.purpose
    }
    return SpecialAddresses.global.contains(bytes) ? isatapPurpose : "reserved"
  }

  /// What the address of version 4 is for that ends an interface identifier of ISATAP, whatever its
  /// prefix (RFC 5214 §6.1).
  private var isatapPurpose: String? {
    guard bytes[8] & 0xFC == 0, bytes[9...11].elementsEqual([0x00, 0x5E, 0xFE]) else { return nil }
    return IPAddress(bytes: Array(bytes[12...]))?.purpose
  }

  /// The address as people write it; version 6 without `::`.
  package var text: String {
    if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
    return stride(from: 0, to: 16, by: 2)
      .map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }
      .joined(separator: ":")
  }
}
