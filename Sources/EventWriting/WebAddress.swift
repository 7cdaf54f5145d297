import EventModel

/// A link's target as a URI, judged and encoded so that every reader takes it.
///
/// Listings hold what editors typed: `www.example.org`, `eurorust`, spaces, umlauts. Only an absolute
/// URI may stand in a URL property (RFC 5545 §3.3.13), and clients open no other scheme than http.
struct WebAddress {
  /// What the target is.
  enum Kind {
    /// An `http` or `https` URI with a host.
    case web
    /// A host that begins with `www.`, to which `https://` is added.
    case webWithoutScheme
    /// Another scheme that a reader can use: a mail address, a chat.
    case other
    /// No absolute URI: shown as text.
    case text
    /// A scheme that runs code; never shown.
    case unsafe
  }

  /// The target as written, without white space at its ends.
  let text: Text
  /// What it is.
  let kind: Kind

  /// The bytes of the host in `text`; empty if `kind` is not a web address.
  let host: Range<Int>

  init(_ untrimmed: Text) {
    let bytes = untrimmed.buffer.span.extracting(untrimmed.range)
    let range = TextCleaning.trimmedRange(of: bytes)
    let judgement = Self.judge(bytes.extracting(range))
    text = untrimmed.slice(range)
    kind = judgement.kind
    host = judgement.host
  }

  /// Whether it may be the value of a URL property.
  var isWeb: Bool { kind == .web || kind == .webWithoutScheme }

  /// Schemes other than http and https that are linked to.
  private static let otherSchemes: [StaticString] = [
    "mailto", "irc", "ircs", "matrix", "xmpp", "tel", "sip", "geo", "webcal",
  ]
  private static let unsafeSchemes: [StaticString] = [
    "javascript", "data", "vbscript", "file", "blob",
  ]

  private static func judge(_ bytes: Span<UInt8>) -> (kind: Kind, host: Range<Int>) {
    if beginsWithHTTPS(bytes) {
      let host = hostRange(in: bytes, from: 8)
      return host.isEmpty ? (.text, host) : (.web, host)
    }
    guard let colon = schemeEnd(in: bytes) else {
      let host = hostRange(in: bytes, from: 0)
      let isWWW = hasPrefix("www.", in: bytes)
      return isWWW && host.count > 4 ? (.webWithoutScheme, host) : (.text, 0..<0)
    }
    let scheme = bytes.extracting(0..<colon)
    if equals("https", scheme) || equals("http", scheme) {
      let hasAuthority = hasPrefix("://", in: bytes.extracting(colon..<bytes.count))
      guard hasAuthority else { return (.text, 0..<0) }
      let host = hostRange(in: bytes, from: colon + 3)
      return host.isEmpty ? (.text, host) : (.web, host)
    }
    if unsafeSchemes.contains(where: { equals($0, scheme) }) { return (.unsafe, 0..<0) }
    let isKnown = otherSchemes.contains(where: { equals($0, scheme) })
    return (isKnown && colon + 1 < bytes.count ? .other : .text, 0..<0)
  }

  /// Whether the bytes begin as nearly all links do, so that the scheme need not be looked for.
  @inline(__always)
  private static func beginsWithHTTPS(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 8 else { return false }
    // The load is checked against the span's bounds, and every bit pattern is a UInt64.
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self)
    return UInt64(littleEndian: word) == 0x2F2F_3A73_7074_7468  // https://, the first lowest
  }

  /// The offset of the colon behind a scheme: RFC 3986 §3.1.
  private static func schemeEnd(in bytes: Span<UInt8>) -> Int? {
    for offset in bytes.indices {
      switch bytes[offset] {
      case ASCII.colon: return offset > 0 ? offset : nil
      case let byte where ASCII.isLetter(byte): continue
      case 0x30...0x39, 0x2B, ASCII.hyphen, ASCII.dot: if offset == 0 { return nil }
      default: return nil
      }
    }
    return nil
  }

  /// The host of the authority that begins at an offset: RFC 3986 §3.2; empty if it has none.
  ///
  /// An address in brackets (IPv6) counts as none: no event was ever listed at one.
  private static func hostRange(in bytes: Span<UInt8>, from start: Int) -> Range<Int> {
    guard start <= bytes.count else { return 0..<0 }
    var hostStart = start
    var port: Int?
    var offset = start
    authority: while offset < bytes.count {
      switch bytes[offset] {
      case ASCII.slash, ASCII.question, ASCII.hash: break authority
      case ASCII.at:
        hostStart = offset + 1
        port = nil
      case ASCII.colon: port = port ?? offset
      case ASCII.leftBracket, ASCII.space, ASCII.backslash: return 0..<0
      default: break
      }
      offset += 1
    }
    let host = hostStart..<(port ?? offset)
    guard isHost(bytes.extracting(host)),
      port.map({ isPort(bytes.extracting($0 + 1..<offset)) }) ?? true
    else { return 0..<0 }
    return host
  }

  private static func isHost(_ bytes: Span<UInt8>) -> Bool {
    guard !bytes.isEmpty, bytes[0] != ASCII.dot, bytes[0] != ASCII.hyphen else { return false }
    for offset in bytes.indices.dropFirst()
    where bytes[offset] == ASCII.dot && bytes[offset - 1] == ASCII.dot {
      return false
    }
    return true
  }

  private static func isPort(_ bytes: Span<UInt8>) -> Bool {
    var number = 0
    for offset in bytes.indices {
      guard ASCII.isDigit(bytes[offset]) else { return false }
      number = number * 10 + Int(bytes[offset] - ASCII.zero)
      if number > 65_535 { return false }
    }
    return true
  }

  /// The last eight bytes of the host in lower case, the last one lowest; zeros before a shorter one.
  var hostEnd: UInt64 {
    var word: UInt64 = 0
    for offset in host.suffix(8) { word = word << 8 | UInt64(ASCII.lowercased(text[offset])) }
    return word
  }

  /// Whether the host is that of a table's entry, or lies in its domain.
  func isHost(in domain: StaticString) -> Bool {
    let bytes = text.buffer.span.extracting(text.range).extracting(host)
    let length = domain.utf8CodeUnitCount
    guard bytes.count >= length else { return false }
    let tail = bytes.extracting(bytes.count - length..<bytes.count)
    return Self.equals(domain, tail)
      && (bytes.count == length || bytes[bytes.count - length - 1] == ASCII.dot)
  }

  private static func hasPrefix(_ prefix: StaticString, in bytes: Span<UInt8>) -> Bool {
    let length = prefix.utf8CodeUnitCount
    return bytes.count >= length && equals(prefix, bytes.extracting(0..<length))
  }

  /// Whether bytes are a lower-case ASCII literal, in any case.
  @inline(__always)
  private static func equals(_ literal: StaticString, _ bytes: Span<UInt8>) -> Bool {
    guard literal.utf8CodeUnitCount == bytes.count else { return false }
    // The pointer of a literal is valid for ever; it is read inside of its length only.
    let known = unsafe UnsafeBufferPointer(
      start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    for offset in bytes.indices
    where unsafe known[offset] != ASCII.lowercased(bytes[offset]) {
      return false
    }
    return true
  }
}
