package import EventModel

extension AddressKey {
  /// Where the parameters of an address stand that say who sent the reader, not which page.
  ///
  /// - Parameter address: An address as it is written.
  /// - Returns: The ranges of the parameters without the marks around them, as offsets in the text.
  package static func trackingParameters(of address: Text) -> [Range<Int>] {
    address.withSpan { bytes in
      guard let query = bytes.indices.first(where: { bytes[$0] == UInt8(ascii: "?") }) else {
        return []
      }
      var tokens = AddressTokens()
      _ = tokens.next(in: bytes)
      let end =
        (query..<bytes.count).first { bytes[$0] == UInt8(ascii: "#") } ?? bytes.count
      var ranges: [Range<Int>] = []
      var start = query + 1
      while start < end {
        let next = (start..<end).first { bytes[$0] == UInt8(ascii: "&") } ?? end
        if next > start, tokens.isTracking(start..<next, of: bytes),
          !isUseful(start..<next, of: bytes)
        {
          ranges.append(start..<next)
        }
        start = next + 1
      }
      return ranges
    }
  }

  /// Whether a parameter gives the reader something, although the page is the same without it.
  private static func isUseful(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let end = range.first { bytes[$0] == UInt8(ascii: "=") } ?? range.upperBound
    guard let name = PackedName(bytes, range.lowerBound..<end) else { return false }
    return AddressTables.useful.contains(name)
  }

  /// Where the locale of an address stands (`de-DE`), with the slash behind it; nil without one, and
  /// on sites whose pages may differ by it.
  package static func locale(of address: Text) -> Range<Int>? {
    address.withSpan { bytes in
      var tokens = AddressTokens()
      guard let host = tokens.next(in: bytes), tokens.site != nil,
        host.range.upperBound < bytes.count, bytes[host.range.upperBound] == UInt8(ascii: "/")
      else { return nil }
      let start = host.range.upperBound + 1
      // The tokens leave a locale out: the next one begins behind it.
      guard let next = tokens.next(in: bytes), next.kind == .segment,
        next.range.lowerBound > start, next.range.lowerBound - start <= 6,
        bytes[next.range.lowerBound - 1] == UInt8(ascii: "/"),
        !(start..<next.range.lowerBound - 1).contains(where: { bytes[$0] == UInt8(ascii: "/") })
      else { return nil }
      return start..<next.range.lowerBound
    }
  }
}
