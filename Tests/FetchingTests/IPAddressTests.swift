import Testing

@testable import Fetching

@Suite struct IPAddressTests {
  /// The first and the last address of each special block, and the neighbours that are public.
  private static let ipv4: [(first: String, last: String, purpose: String)] = [
    ("0.0.0.0", "0.255.255.255", "unspecified"), ("10.0.0.0", "10.255.255.255", "private"),
    ("100.64.0.0", "100.127.255.255", "shared by a provider's customers"),
    ("127.0.0.0", "127.255.255.255", "loopback"),
    ("169.254.0.0", "169.254.255.255", "link-local"),
    ("172.16.0.0", "172.31.255.255", "private"),
    ("192.0.0.0", "192.0.0.255", "reserved for protocols"),
    ("192.0.2.0", "192.0.2.255", "for documentation"),
    ("192.88.99.0", "192.88.99.255", "a relay of 6to4"),
    ("192.168.0.0", "192.168.255.255", "private"),
    ("198.18.0.0", "198.19.255.255", "for benchmarks"),
    ("198.51.100.0", "198.51.100.255", "for documentation"),
    ("203.0.113.0", "203.0.113.255", "for documentation"),
    ("224.0.0.0", "239.255.255.255", "multicast"),
    ("240.0.0.0", "255.255.255.254", "reserved"),
    ("255.255.255.255", "255.255.255.255", "broadcast"),
  ]

  private static let publicIPv4 = [
    "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
    "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
    "191.255.255.255", "192.0.1.0", "192.0.1.255", "192.0.3.0", "192.88.98.255", "192.88.100.0",
    "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "198.51.99.255",
    "198.51.101.0", "203.0.112.255", "203.0.114.0", "223.255.255.255", "8.8.8.8",
  ]

  private func address(_ text: String) throws -> IPAddress {
    guard case .address(let address)? = HostName(text) else {
      throw NotAnAddress(text: text)
    }
    return address
  }

  private struct NotAnAddress: Error { let text: String }

  @Test(arguments: ipv4)
  func knowsEachBlockOfVersion4ToItsEnds(
    block: (first: String, last: String, purpose: String)
  ) throws {
    #expect(try address(block.first).purpose == block.purpose)
    #expect(try address(block.last).purpose == block.purpose)
  }

  @Test func knowsThePublicNeighboursOfTheBlocks() throws {
    for text in Self.publicIPv4 { #expect(try address(text).isPublic, "\(text)") }
  }

  @Test(arguments: [
    ("::", "unspecified"), ("::1", "loopback"), ("::2", "unspecified"),
    ("64:ff9b:1::", "a private translation"),
    ("64:ff9b:1:ffff:ffff:ffff:ffff:ffff", "a private translation"),
    ("100::1", "discarded"), ("100::ffff:ffff:ffff:ffff", "discarded"),
    ("2001:2::1", "for benchmarks"), ("2001:10::1", "reserved for protocols"),
    ("2001:1ff:ffff::", "reserved for protocols"),
    ("2001:db8::", "for documentation"), ("2001:db8:ffff::1", "for documentation"),
    ("3fff::1", "for documentation"), ("3fff:fff:ffff::", "for documentation"),
    ("fc00::", "private"), ("fdff:ffff::1", "private"), ("fe80::1", "link-local"),
    ("febf:ffff::1", "link-local"), ("fec0::1", "site-local"), ("feff::1", "site-local"),
    ("ff02::1", "multicast"), ("ff00::", "multicast"), ("1fff::1", "reserved"),
    ("4000::1", "reserved"), ("5f00::1", "reserved"), ("64:ff9a::1", "reserved"),
  ])
  func knowsTheBlocksOfVersion6(text: String, purpose: String) throws {
    #expect(try address(text).purpose == purpose)
  }

  @Test(arguments: [
    "2000::1", "2001:200::1", "2001:db7:ffff::", "2001:db9::", "2606:4700::1111", "2a00::1",
    "3ffe::1", "3fff:1000::1",
  ])
  func knowsThePublicOnesOfVersion6(text: String) throws {
    #expect(try address(text).isPublic)
  }

  /// Each way of wrapping an address of version 4, `LLLL:LLLL` being its 32 bits.
  @Test(arguments: [
    "::LLLL:LLLL", "::ffff:LLLL:LLLL", "::ffff:0:LLLL:LLLL", "64:ff9b::LLLL:LLLL",
    "2002:LLLL:LLLL::1", "2001:0:LLLL:LLLL:0:0:f7f7:f7f7", "2001:0:808:808:0:0:IIII:IIII",
    "2a00::5efe:LLLL:LLLL", "2a00::200:5efe:LLLL:LLLL",
  ])
  func looksIntoWhatWrapsAnotherAddress(form: String) throws {
    func wrapped(_ text: String) throws -> IPAddress {
      var whole = form
      for (mark, mask) in [("LLLL", UInt8(0)), ("IIII", UInt8(0xFF))] {
        let groups = try address(text).bytes.map { ($0 ^ mask) }
        for pair in [groups[0...1], groups[2...3]] {
          let number = UInt16(pair.first ?? 0) << 8 | UInt16(pair.last ?? 0)
          if let range = whole.firstRange(of: mark) {
            whole.replaceSubrange(range, with: String(number, radix: 16))
          }
        }
      }
      return try address(whole)
    }
    for block in Self.ipv4 {
      #expect(try !wrapped(block.first).isPublic, "\(form) of \(block.first)")
      #expect(try !wrapped(block.last).isPublic, "\(form) of \(block.last)")
    }
    for text in Self.publicIPv4 { #expect(try wrapped(text).isPublic, "\(form) of \(text)") }
  }

  @Test func isMadeOf4Or16Bytes() {
    for count in 0...20 {
      let address = IPAddress(bytes: [UInt8](repeating: 1, count: count))
      #expect((address != nil) == (count == 4 || count == 16))
    }
  }
}
