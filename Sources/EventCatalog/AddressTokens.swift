/// The parts of a web address that count when two are compared, one after the other.
///
/// Left out are the scheme, `www.`, a locale, empty segments (so also a trailing slash), tracking
/// parameters, and a fragment that does not look like a route. Nothing is copied: a token is a
/// range of the address. The tokens of `https://www.meetup.com/de-DE/Rust/events/1/?aff=x` are
/// `meetup.com`, `Rust`, `events`, `1`.
struct AddressTokens {
  /// What a token is.
  enum Kind { case host, segment, parameter, fragment }

  /// One part of an address.
  struct Token {
    var kind: Kind
    var range: Range<Int>
  }

  /// The index in ``AddressTables/sites``, known after the host.
  private(set) var site: Int?
  private var position = 0
  private var next: Kind? = .host
  private var isFirstSegment = true

  /// Whether the letter case of the tokens behind the host is ignored.
  var ignoresCase: Bool { site.map { AddressTables.sites[$0].ignoresCase } ?? false }

  /// The next token, or nil at the end.
  mutating func next(in bytes: Span<UInt8>) -> Token? {
    while let kind = next {
      let token =
        switch kind {
        case .host: nextHost(in: bytes)
        case .segment: nextSegment(in: bytes)
        case .parameter: nextParameter(in: bytes)
        case .fragment: nextFragment(in: bytes)
        }
      if let token { return token }
    }
    return nil
  }

  private mutating func nextHost(in bytes: Span<UInt8>) -> Token? {
    position = Self.schemeLength(of: bytes)
    if bytes.equals(
      position..<min(position + 4, bytes.count), Self.www.span, 0..<4, ignoringCase: true)
    {
      position += 4
    }
    let range = run(in: bytes, endsAtAmpersand: false)
    next = .segment
    step(in: bytes)
    site = AddressTables.sites.firstIndex { site in
      Self.isHost(site.host, range, of: bytes)
        || site.otherHosts.contains { Self.isHost($0, range, of: bytes) }
    }
    return range.isEmpty ? nil : Token(kind: .host, range: range)
  }

  private mutating func nextSegment(in bytes: Span<UInt8>) -> Token? {
    let range = run(in: bytes, endsAtAmpersand: false)
    step(in: bytes)
    if range.isEmpty { return nil }
    defer { isFirstSegment = false }
    if isFirstSegment, isLocale(range, of: bytes) { return nil }
    return Token(kind: .segment, range: range)
  }

  private mutating func nextParameter(in bytes: Span<UInt8>) -> Token? {
    let range = run(in: bytes, endsAtAmpersand: true)
    step(in: bytes)
    if range.isEmpty || isTracking(range, of: bytes) { return nil }
    return Token(kind: .parameter, range: range)
  }

  private mutating func nextFragment(in bytes: Span<UInt8>) -> Token? {
    let range = position..<bytes.count
    next = nil
    guard let first = range.first else { return nil }
    let isRoute =
      bytes[first] == UInt8(ascii: "/") || bytes[first] == UInt8(ascii: "!")
      || range.contains { bytes[$0] == UInt8(ascii: "=") }
    return isRoute ? Token(kind: .fragment, range: range) : nil
  }

  /// The bytes up to the next delimiter.
  @inline(__always)
  private mutating func run(in bytes: Span<UInt8>, endsAtAmpersand: Bool) -> Range<Int> {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "#"): return start..<position
      case UInt8(ascii: "/"), UInt8(ascii: "?"):
        if !endsAtAmpersand { return start..<position }
      case UInt8(ascii: "&"):
        if endsAtAmpersand { return start..<position }
      default: break
      }
      position += 1
    }
    return start..<position
  }

  /// Steps over a delimiter and sets what follows it.
  private mutating func step(in bytes: Span<UInt8>) {
    guard position < bytes.count else {
      next = nil
      return
    }
    switch bytes[position] {
    case UInt8(ascii: "?"): next = .parameter
    case UInt8(ascii: "#"): next = .fragment
    default: break
    }
    position += 1
  }
}

extension AddressTokens {
  private static let www = Array("www.".utf8)

  /// The bytes up to and with `://`, 0 where there is no scheme.
  static func schemeLength(of bytes: Span<UInt8>) -> Int {
    var offset = 0
    while offset < min(bytes.count, 12) {
      switch bytes[offset] {
      case UInt8(ascii: ":"), UInt8(ascii: "/"):
        var end = bytes[offset] == UInt8(ascii: ":") ? offset + 1 : offset
        guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "/"),
          bytes[end + 1] == UInt8(ascii: "/")
        else { return 0 }
        end += 2
        return end
      default: offset += 1
      }
    }
    return 0
  }

  private static func isHost(
    _ host: [UInt8], _ range: Range<Int>, of bytes: Span<UInt8>
  ) -> Bool {
    host.count == range.count
      && bytes.equals(range, host.span, 0..<host.count, ignoringCase: true)
  }

  /// Whether the first segment is a locale: `de-DE`, on meetup.com also `de` before a group.
  private func isLocale(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    guard range.count == 5 || (range.count == 2 && site != nil && next == .segment),
      AddressTables.languages.contains(where: {
        bytes.equals(
          range.lowerBound..<range.lowerBound + 2, $0.span, 0..<2, ignoringCase: true)
      })
    else { return false }
    return range.count == 2
      || (bytes[range.lowerBound + 2] == UInt8(ascii: "-")
        && bytes[range.lowerBound + 3].isLetter && bytes[range.lowerBound + 4].isLetter)
  }

  private func isTracking(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let end = range.first { bytes[$0] == UInt8(ascii: "=") } ?? range.upperBound
    let name = range.lowerBound..<end
    if let site, AddressTables.sites[site].tracking.contains(where: { isName($0, name, of: bytes) })
    {
      return true
    }
    return AddressTables.tracking.contains { isName($0, name, of: bytes) }
  }

  private func isName(_ entry: [UInt8], _ name: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    if entry.last == UInt8(ascii: "*") {
      let prefix = entry.count - 1
      return name.count >= prefix
        && bytes.equals(
          name.lowerBound..<name.lowerBound + prefix, entry.span, 0..<prefix, ignoringCase: true)
    }
    return bytes.equals(name, entry.span, 0..<entry.count, ignoringCase: true)
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
