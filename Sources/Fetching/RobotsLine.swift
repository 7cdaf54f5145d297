/// A line of a robots.txt: a key and its value.
struct RobotsLine: Hashable, Sendable {
  /// The keys that mean something here.
  enum Key: Sendable { case userAgent, allow, disallow, crawlDelay, other }

  let key: Key
  /// The value without comment and without white space at its ends.
  let value: [UInt8]

  /// The letters, hyphens and underscores that a robot's name begins with, in lower case; what is
  /// behind them, such as a version, is no part of the name (RFC 9309 §2.2.1).
  var productToken: [UInt8] {
    Array(
      String(decoding: value, as: UTF8.self).lowercased().utf8.prefix { byte in
        0x61...0x7A ~= byte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      })
  }

  /// All lines that have a key, whatever ends them; a byte order mark is passed over.
  static func lines(of bytes: ArraySlice<UInt8>) -> [RobotsLine] {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return bytes.dropFirst(hasMark ? 3 : 0).split { $0 == 0x0A || $0 == 0x0D }
      .compactMap(RobotsLine.init)
  }

  private init?(_ line: ArraySlice<UInt8>) {
    let content = line.prefix { $0 != UInt8(ascii: "#") }
    guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = String(decoding: Self.trimmed(content[..<colon]), as: UTF8.self).lowercased()
    key = Self.keys[name] ?? .other
    value = Array(Self.trimmed(content[(colon + 1)...]))
  }

  private static let keys: [String: Key] = [
    "user-agent": .userAgent, "allow": .allow, "disallow": .disallow, "crawl-delay": .crawlDelay,
  ]

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var rest = bytes.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }
}
