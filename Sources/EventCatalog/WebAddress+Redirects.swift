internal import EventModel

extension WebAddress {
  /// The address that a redirect names (`google.com/url?q=…`), or nil where it is none.
  static func redirectTarget(of address: Text) -> Text? {
    address.withSpan { bytes -> Text? in
      guard let query = queryOfRedirect(bytes) else { return nil }
      var start = query.start
      while start < bytes.count {
        let end = (start..<bytes.count).first { bytes[$0] == UInt8(ascii: "&") } ?? bytes.count
        if let value = value(of: start..<end, of: bytes, names: query.names), !value.isEmpty {
          return Text(repairing: percentDecoded(value, of: bytes))
        }
        start = end + 1
      }
      return nil
    }
  }

  /// Where the parameters of a redirect begin, and the names of those that hold the target.
  private static func queryOfRedirect(
    _ bytes: Span<UInt8>
  ) -> (start: Int, names: [[UInt8]])? {
    var start = AddressTokens.schemeLength(of: bytes)
    // Nearly every address ends here: `www.google.com` is known by its first letter.
    if start + 4 < bytes.count, bytes[start + 3] == UInt8(ascii: "."),
      bytes[start].lowercased == UInt8(ascii: "w")
    {
      start += 4
    }
    for redirect in AddressTables.redirects {
      let pathStart = start + redirect.host.count + 1
      let queryStart = pathStart + redirect.path.count
      guard queryStart < bytes.count, bytes[queryStart] == UInt8(ascii: "?"),
        bytes[pathStart - 1] == UInt8(ascii: "/"),
        bytes.equals(
          start..<pathStart - 1, redirect.host.span, 0..<redirect.host.count, ignoringCase: true),
        bytes.equals(
          pathStart..<queryStart, redirect.path.span, 0..<redirect.path.count, ignoringCase: true)
      else { continue }
      return (queryStart + 1, redirect.parameters)
    }
    return nil
  }

  private static func value(
    of parameter: Range<Int>, of bytes: Span<UInt8>, names: [[UInt8]]
  ) -> Range<Int>? {
    for name in names {
      let end = parameter.lowerBound + name.count
      if end < parameter.upperBound, bytes[end] == UInt8(ascii: "="),
        bytes.equals(parameter.lowerBound..<end, name.span, 0..<name.count, ignoringCase: false)
      {
        return end + 1..<parameter.upperBound
      }
    }
    return nil
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
