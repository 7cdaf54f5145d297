package import EventModel

extension AddressKey {
  /// The address that a redirect names (`google.com/url?q=…`), or nil where it is none.
  package static func redirectTarget(of address: Text) -> Text? {
    address.withSpan { bytes -> Text? in
      guard var start = queryOfRedirect(bytes) else { return nil }
      while start < bytes.count {
        let end = (start..<bytes.count).first { bytes[$0] == UInt8(ascii: "&") } ?? bytes.count
        if let value = value(of: start..<end, of: bytes), !value.isEmpty {
          return Text(repairing: percentDecoded(value, of: bytes))
        }
        start = end + 1
      }
      return nil
    }
  }

  /// Where the parameters of a redirect begin, nil where the address is none.
  private static func queryOfRedirect(_ bytes: Span<UInt8>) -> Int? {
    var tokens = AddressTokens()
    guard let host = tokens.next(in: bytes), tokens.isRedirectHost,
      let query = (host.range.upperBound..<bytes.count).first(where: {
        bytes[$0] == UInt8(ascii: "?")
      }),
      query > host.range.upperBound,
      PackedName(bytes, host.range.upperBound + 1..<query) == AddressTables.redirectPath
    else { return nil }
    return query + 1
  }

  private static func value(
    of parameter: Range<Int>, of bytes: Span<UInt8>
  ) -> Range<Int>? {
    guard let equals = parameter.first(where: { bytes[$0] == UInt8(ascii: "=") }),
      let name = PackedName(bytes, parameter.lowerBound..<equals),
      AddressTables.redirectParameters.contains(name)
    else { return nil }
    return equals + 1..<parameter.upperBound
  }

  /// The bytes with `%XX` resolved (RFC 3986 §2.1); what is no such triple stays.
  private static func percentDecoded(_ range: Range<Int>, of bytes: Span<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(range.count)
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset] == UInt8(ascii: "%"), offset + 2 < range.upperBound,
        let high = hexadecimalDigit(bytes[offset + 1]),
        let low = hexadecimalDigit(bytes[offset + 2])
      {
        decoded.append(high << 4 | low)
        offset += 3
      } else {
        decoded.append(bytes[offset])
        offset += 1
      }
    }
    return decoded
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
