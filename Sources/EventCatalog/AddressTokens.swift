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

  /// The number of the site in ``AddressTables/sites``, known after the host.
  private(set) var site: Int?
  /// Whether the letter case of the tokens behind the host is ignored.
  private(set) var ignoresCase = false
  /// Whether the host has addresses which only lead to another one.
  private(set) var isRedirectHost = false
  private var position = 0
  private var next: Kind? = .host
  private var isFirstSegment = true

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
    if Self.hasWWW(bytes, at: position) { position += 4 }
    let range = run(in: bytes, endsAtAmpersand: false)
    next = .segment
    step(in: bytes)
    if let name = PackedName(bytes, range) { recognise(name) }
    return range.isEmpty ? nil : Token(kind: .host, range: range)
  }

  private mutating func recognise(_ host: PackedName) {
    for entry in AddressTables.hosts where entry.name == host {
      site = entry.site
      ignoresCase = AddressTables.sites[entry.site].ignoresCase
      return
    }
    isRedirectHost = AddressTables.redirectHosts.contains(host)
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
    while !endsAtAmpersand, bytes.count - position >= 8 {
      let delimiters = Self.delimiters(in: word(of: bytes, at: position).littleEndian)
      if delimiters != 0 {
        position += delimiters.trailingZeroBitCount / 8
        return start..<position
      }
      position += 8
    }
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

  /// Marks the lowest of the bytes `/`, `?`, `#` in a word by its high bit; those above it may be
  /// marked wrongly, for the borrow of a subtraction runs upward.
  @inline(__always)
  private static func delimiters(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func zeroes(_ word: UInt64) -> UInt64 {
      word.subtractingReportingOverflow(ones).partialValue & ~word
    }
    // One byte repeated is zero where it stands.
    let found =
      zeroes(word ^ 0x2F2F_2F2F_2F2F_2F2F) | zeroes(word ^ 0x3F3F_3F3F_3F3F_3F3F)
      | zeroes(word ^ 0x2323_2323_2323_2323)
    return found & (ones << 7)
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
  /// Whether `www.` stands at an offset.
  static func hasWWW(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    bytes.count - offset >= 4 && bytes[offset] | 0x20 == UInt8(ascii: "w")
      && bytes[offset + 1] | 0x20 == UInt8(ascii: "w")
      && bytes[offset + 2] | 0x20 == UInt8(ascii: "w") && bytes[offset + 3] == UInt8(ascii: ".")
  }

  /// The bytes up to and with `://`, 0 where there is no scheme.
  static func schemeLength(of bytes: Span<UInt8>) -> Int {
    // `https://` as eight bytes, the first one lowest: nearly every address begins so.
    if bytes.count >= 8, bytes.lowWord(0..<8) == 0x2F2F_3A73_7074_7468 { return 8 }
    return otherSchemeLength(of: bytes)
  }

  private static func otherSchemeLength(of bytes: Span<UInt8>) -> Int {
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

  /// Whether the first segment is a locale: `de-DE`, on a known site also `de` before a group.
  func isLocale(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    guard range.count == 5 || (range.count == 2 && site != nil && next == .segment),
      let name = PackedName(bytes, range.lowerBound..<range.lowerBound + 2),
      AddressTables.languages.contains(name)
    else { return false }
    return range.count == 2
      || (bytes[range.lowerBound + 2] == UInt8(ascii: "-")
        && bytes[range.lowerBound + 3].isLetter && bytes[range.lowerBound + 4].isLetter)
  }

  func isTracking(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let end = range.first { bytes[$0] == UInt8(ascii: "=") } ?? range.upperBound
    for prefix in AddressTables.trackingPrefixes where end - range.lowerBound > prefix.count {
      let beginning = range.lowerBound..<range.lowerBound + prefix.count
      if PackedName(bytes, beginning) == prefix { return true }
    }
    guard let name = PackedName(bytes, range.lowerBound..<end) else { return false }
    return AddressTables.tracking.contains(name)
      || AddressTables.siteTracking.contains { $0.site == site && $0.name == name }
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
