package import EventModel

/// A web address by what counts where two are compared, for sets and dictionaries.
///
/// Two are equal that lead to the same page: `https://lu.ma/x?utm_source=y` and
/// `http://www.luma.com/x/`. See ``AddressTokens`` for what counts.
package struct AddressKey: Hashable, Sendable {
  /// The address as written.
  package let url: Text
  private let hash: UInt64

  /// The key of an address, or nil where nothing of it counts.
  package init?(url: Text) {
    guard let summary = Self.summary(of: url) else { return nil }
    self.url = url
    hash = summary.key
  }

  package static func == (left: AddressKey, right: AddressKey) -> Bool {
    left.hash == right.hash && areSame(left.url, right.url)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// What one walk over an address tells.
  package struct Summary: Sendable {
    /// The key of the whole address.
    package var key: UInt64
    /// The key of the address as a group's: without a last segment `events`.
    package var groupPage: UInt64
    /// The key of the group that the address names, as ``groupPage`` of its page; 0 for none.
    package var namedGroup: UInt64
    /// Whether it names one occurrence of an event.
    package var isOccurrence: Bool
  }

  /// The keys of an address, or nil where nothing of it counts.
  package static func summary(of address: Text) -> Summary? {
    summary(of: address, followingRedirect: true)
  }

  /// The keys of an address or of where it leads.
  ///
  /// A redirect is followed once, as in ``areSame(_:_:)``: one that leads to another thousands of times
  /// would take quadratic time and all of the stack.
  private static func summary(of address: Text, followingRedirect: Bool) -> Summary? {
    var mayRedirect = false
    let summary = address.withSpan { bytes in
      var walk = SummaryWalk()
      var tokens = AddressTokens()
      while let token = tokens.next(in: bytes) { walk.add(token, of: bytes, in: tokens) }
      mayRedirect = tokens.isRedirectHost
      return walk.summary(site: tokens.site)
    }
    if followingRedirect, mayRedirect, let target = redirectTarget(of: address) {
      return self.summary(of: target, followingRedirect: false)
    }
    return summary
  }

  /// Whether two addresses are the same.
  package static func areSame(_ left: Text, _ right: Text) -> Bool {
    if left == right { return true }
    let left = redirectTarget(of: left) ?? left
    let right = redirectTarget(of: right) ?? right
    return left.withSpan { leftBytes in
      right.withSpan { rightBytes in areSame(leftBytes, rightBytes) }
    }
  }

  private static func areSame(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    var leftTokens = AddressTokens()
    var rightTokens = AddressTokens()
    while true {
      let leftToken = leftTokens.next(in: left)
      let rightToken = rightTokens.next(in: right)
      guard let leftToken, let rightToken else { return leftToken == nil && rightToken == nil }
      guard leftToken.kind == rightToken.kind else { return false }
      // Two names of one site are one host.
      if leftToken.kind == .host, leftTokens.site != nil, leftTokens.site == rightTokens.site {
        continue
      }
      let ignoringCase = leftToken.kind == .host || leftTokens.ignoresCase
      guard left.equals(leftToken.range, right, rightToken.range, ignoringCase: ignoringCase)
      else { return false }
    }
  }

  /// Appends the host and the path to a UID, a `/` between their parts.
  static func appendHostAndPath(of address: Text, to uid: inout UIDText) {
    let address = redirectTarget(of: address) ?? address
    address.withSpan { bytes in
      var tokens = AddressTokens()
      while let token = tokens.next(in: bytes) {
        switch token.kind {
        case .host:
          if let site = tokens.site {
            for byte in AddressTables.hostBytes(of: site) { uid.append(byte) }
          } else {
            uid.append(bytes, token.range)
          }
        case .segment:
          uid.append(UInt8(ascii: "/"))
          uid.append(bytes, token.range)
        case .parameter, .fragment: return
        }
      }
    }
  }
}

/// Hashes the tokens of an address and keeps the keys that its first part has.
private struct SummaryWalk {
  private var hash = KeyHash()
  private var tokenCount = 0
  private var segmentCount = 0
  /// Whether there are only a host and segments so far.
  private var isPlain = true
  private var afterFirstSegment: UInt64 = 0
  private var firstIsReserved = false
  private var secondIsEvents = false
  private var beforeLast: UInt64 = 0
  private var lastIsEvents = false

  init() {}

  @inline(__always)
  mutating func add(_ token: AddressTokens.Token, of bytes: Span<UInt8>, in tokens: AddressTokens) {
    tokenCount += 1
    switch token.kind {
    case .host:
      if let site = tokens.site {
        hash.add(UInt64(truncatingIfNeeded: site))
      } else {
        hash.add(bytes, token.range, foldingCase: true)
      }
    case .segment: addSegment(token.range, of: bytes, in: tokens)
    case .parameter, .fragment:
      isPlain = false
      lastIsEvents = false
      hash.add(token.kind == .parameter ? 1 : 2)
      hash.add(bytes, token.range, foldingCase: tokens.ignoresCase)
    }
  }

  @inline(__always)
  private mutating func addSegment(
    _ range: Range<Int>, of bytes: Span<UInt8>, in tokens: AddressTokens
  ) {
    segmentCount += 1
    beforeLast = hash.key
    lastIsEvents = range.count == 6 && PackedName(bytes, range) == AddressTables.events
    hash.add(bytes, range, foldingCase: tokens.ignoresCase)
    if segmentCount == 1 {
      afterFirstSegment = hash.key
      if let site = tokens.site, let name = PackedName(bytes, range) {
        firstIsReserved = AddressTables.reserved.contains { $0.site == site && $0.name == name }
      }
    } else if segmentCount == 2 {
      secondIsEvents = lastIsEvents
    }
  }

  func summary(site: Int?) -> AddressKey.Summary? {
    guard tokenCount > 0 else { return nil }
    let key = hash.key
    var summary = AddressKey.Summary(
      key: key, groupPage: lastIsEvents ? beforeLast : key, namedGroup: 0, isOccurrence: false)
    guard let site, !firstIsReserved, segmentCount > 0 else { return summary }
    switch AddressTables.sites[site].shape {
    case .groupEvents:
      summary.namedGroup = afterFirstSegment
      summary.isOccurrence = secondIsEvents && segmentCount > 2
    case .slug:
      summary.isOccurrence = segmentCount == 1 && isPlain
    }
    return summary
  }
}
