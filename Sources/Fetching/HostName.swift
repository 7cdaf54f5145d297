#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The host of a URL: a name, or an address in one of its spellings.
package enum HostName: Hashable, Sendable {
  /// A name, in lower case and without a full stop at its end.
  case name(String)
  /// An address that was written as a number.
  case address(IPAddress)

  /// Reads a host as URLs have it, version 6 in brackets; nil for what is neither.
  ///
  /// A host whose last part is a number is an address of version 4, as in the URL standard
  /// (url.spec.whatwg.org §3.5): one to four parts, each decimal, octal or hexadecimal, the last one
  /// filling the bytes that are left. One that does not fit is nothing.
  package init?(_ text: String) {
    var host = text.lowercased()
    if host.hasPrefix("[") || host.contains(":") {
      guard let address = Self.ipv6(host) else { return nil }
      self = .address(address)
      return
    }
    if host.hasSuffix(".") { host.removeLast() }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard let last = parts.last, !parts.contains(where: \.isEmpty) else { return nil }
    if last.first?.isNumber == true, Self.number(last) != nil || last.allSatisfy(\.isNumber) {
      guard let address = Self.ipv4(parts) else { return nil }
      self = .address(address)
    } else {
      self = .name(host)
    }
  }

  /// What a private host is for, such as `loopback`; nil for one that may be public.
  ///
  /// What a name leads to is only known when it is connected to.
  package var purpose: String? {
    switch self {
    case .address(let address): return address.purpose
    case .name(let name):
      let isPrivate = Self.privateNames.contains { name == $0 || name.hasSuffix("." + $0) }
      return isPrivate ? "the name of a private host" : nil
    }
  }

  /// Names, and what ends in them, that no public host has: RFC 6761 §6.3, RFC 6762 §3, RFC 8375,
  /// and what networks use.
  private static let privateNames = [
    "localhost", "localdomain", "local", "home.arpa", "internal", "intranet", "lan", "corp", "home",
    "ip6-localhost", "ip6-loopback",
  ]

  // MARK: Numbers

  private static func ipv4(_ parts: [Substring]) -> IPAddress? {
    guard parts.count <= 4 else { return nil }
    var bytes: [UInt8] = []
    for part in parts.dropLast() {
      guard let number = number(part), let byte = UInt8(exactly: number) else { return nil }
      bytes.append(byte)
    }
    let missing = 4 - bytes.count
    guard let last = parts.last.flatMap(number), last >> UInt64(8 * missing) == 0 else {
      return nil
    }
    for place in (0..<missing).reversed() {
      bytes.append(UInt8(truncatingIfNeeded: last >> UInt64(8 * place)))
    }
    return IPAddress(bytes: bytes)
  }

  /// A number with C's prefixes: `0x` for hexadecimal, which may have no digit, and `0` for octal.
  private static func number(_ text: Substring) -> UInt64? {
    guard text.first != "+", text.first != "-" else { return nil }
    if text.hasPrefix("0x") { return text.count == 2 ? 0 : digits(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0"), text.count > 1 { return digits(text.dropFirst(), radix: 8) }
    return digits(text, radix: 10)
  }

  private static func digits(_ text: Substring, radix: Int) -> UInt64? {
    text.first == "+" || text.first == "-" ? nil : UInt64(text, radix: radix)
  }

  private static func ipv6(_ host: String) -> IPAddress? {
    var text = host[...]
    if text.hasPrefix("[") {
      guard text.hasSuffix("]") else { return nil }
      text = text.dropFirst().dropLast()
    }
    // A zone says through which interface; the address is the same: RFC 6874 §2.
    text = text.prefix { $0 != "%" }
    var address = in6_addr()
    guard unsafe inet_pton(AF_INET6, String(text), &address) == 1 else { return nil }
    // Sixteen bytes without padding.
    return IPAddress(bytes: unsafe withUnsafeBytes(of: address) { unsafe Array($0) })
  }
}
