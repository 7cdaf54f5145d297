/// The blocks of addresses that no page of the public internet has.
///
/// After IANA's registries of special-purpose addresses (RFC 6890) and multicast.
enum SpecialAddresses {
  static let ipv4: [AddressPrefix] = [
    .ipv4([0], 8, "unspecified"),  // RFC 791 §3.2
    .ipv4([10], 8, "private"),  // RFC 1918
    .ipv4([100, 64], 10, "shared by a provider's customers"),  // RFC 6598
    .ipv4([127], 8, "loopback"),  // RFC 1122 §3.2.1.3
    .ipv4([169, 254], 16, "link-local"),  // RFC 3927
    .ipv4([172, 16], 12, "private"),  // RFC 1918
    .ipv4([192, 0, 0], 24, "reserved for protocols"),  // RFC 6890
    .ipv4([192, 0, 2], 24, "for documentation"),  // RFC 5737
    .ipv4([192, 88, 99], 24, "a relay of 6to4"),  // RFC 7526
    .ipv4([192, 168], 16, "private"),  // RFC 1918
    .ipv4([198, 18], 15, "for benchmarks"),  // RFC 2544
    .ipv4([198, 51, 100], 24, "for documentation"),  // RFC 5737
    .ipv4([203, 0, 113], 24, "for documentation"),  // RFC 5737
    .ipv4([224], 4, "multicast"),  // RFC 5771
    .ipv4([255, 255, 255, 255], 32, "broadcast"),  // RFC 919
    .ipv4([240], 4, "reserved"),  // RFC 1112 §4
  ]

  /// The one block from which global addresses of version 6 are given (RFC 4291 §2.4).
  static let global = AddressPrefix.ipv6([0x2000], 3, "global")

  /// Blocks inside the global one that are special, and those outside that have a name.
  static let ipv6: [AddressPrefix] = [
    .ipv6([0x64, 0xFF9B, 1], 48, "a private translation"),  // RFC 8215
    .ipv6([0x100], 64, "discarded"),  // RFC 6666
    .ipv6([0x2001, 2], 48, "for benchmarks"),  // RFC 5180
    .ipv6([0x2001, 0xDB8], 32, "for documentation"),  // RFC 3849
    .ipv6([0x2001], 23, "reserved for protocols"),  // RFC 2928
    .ipv6([0x3FFF], 20, "for documentation"),  // RFC 9637
    .ipv6([0xFC00], 7, "private"),  // RFC 4193
    .ipv6([0xFE80], 10, "link-local"),  // RFC 4291 §2.5.6
    .ipv6([0xFEC0], 10, "site-local"),  // RFC 3879
    .ipv6([0xFF00], 8, "multicast"),  // RFC 4291 §2.7
  ]

  static let wrapping: [WrappingPrefix] = [
    // IPv4-compatible, and the unspecified address: RFC 4291 §2.5.5.1, §2.5.2
    WrappingPrefix(prefix: .ipv6([], 96, ""), places: [(12, false)]),
    // IPv4-mapped: RFC 4291 §2.5.5.2
    WrappingPrefix(prefix: .ipv6([0, 0, 0, 0, 0, 0xFFFF], 96, ""), places: [(12, false)]),
    // IPv4-translated: RFC 2765 §2.1
    WrappingPrefix(prefix: .ipv6([0, 0, 0, 0, 0xFFFF, 0], 96, ""), places: [(12, false)]),
    // NAT64: RFC 6052 §2.1
    WrappingPrefix(prefix: .ipv6([0x64, 0xFF9B], 96, ""), places: [(12, false)]),
    // 6to4: RFC 3056 §2
    WrappingPrefix(prefix: .ipv6([0x2002], 16, ""), places: [(2, false)]),
    // Teredo, the server and the client: RFC 4380 §4
    WrappingPrefix(prefix: .ipv6([0x2001, 0], 32, ""), places: [(4, false), (12, true)]),
  ]
}
