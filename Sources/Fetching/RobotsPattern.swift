/// A path of a rule, in which `*` stands for any bytes and a `$` at the end for the path's end:
/// RFC 9309 §2.2.3.
struct RobotsPattern: Hashable, Sendable {
  /// What stands between the stars.
  private let pieces: [[UInt8]]
  private let isAnchored: Bool
  /// The length in bytes, by which the rule is chosen that counts.
  let length: Int

  /// Reads the value of a rule; nil where it is empty or begins neither with `/` nor with `*`.
  init?(_ value: [UInt8]) {
    guard let first = value.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "*") else {
      return nil
    }
    isAnchored = value.last == UInt8(ascii: "$")
    let text = Self.normalized(isAnchored ? value.dropLast() : value[...], isPattern: true)
    length = text.count + (isAnchored ? 1 : 0)
    pieces = text.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      .map(Array.init)
  }

  /// Whether a normalized path begins as the pattern says.
  ///
  /// Each piece is looked for where it stands first behind the one before: with stars alone, a later
  /// place never helps where the first one fails, so nothing is tried twice.
  func matches(_ path: [UInt8]) -> Bool {
    guard let first = pieces.first, path.starts(with: first) else { return false }
    var offset = first.count
    guard pieces.count > 1 else { return !isAnchored || offset == path.count }
    for (index, piece) in pieces.enumerated().dropFirst() {
      if isAnchored, index == pieces.count - 1 {
        return path.count - offset >= piece.count && path.suffix(piece.count).elementsEqual(piece)
      }
      guard let place = Self.offset(of: piece, in: path, from: offset) else { return false }
      offset = place + piece.count
    }
    return true
  }

  private static func offset(of piece: [UInt8], in path: [UInt8], from start: Int) -> Int? {
    guard let first = piece.first else { return start }
    guard path.count - start >= piece.count else { return nil }
    for offset in start...(path.count - piece.count)
    where path[offset] == first && path[offset..<offset + piece.count].elementsEqual(piece) {
      return offset
    }
    return nil
  }

  /// The one spelling of a path or pattern: a percent-encoded character is decoded where it needs no
  /// encoding, what needs it is encoded, in capitals: RFC 9309 §2.2.2.
  ///
  /// A star or dollar sign that means itself is `%2A` or `%24`.
  static func normalized(_ bytes: some Collection<UInt8>, isPattern: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.first {
      rest = rest.dropFirst()
      if byte == UInt8(ascii: "%"), let encoded = hexadecimal(rest.prefix(2)) {
        rest = rest.dropFirst(2)
        if isUnreserved(encoded) { result.append(encoded) } else { encode(encoded, &result) }
      } else if byte == UInt8(ascii: "*") && !isPattern || byte == UInt8(ascii: "$")
        || byte <= 0x20 || byte >= 0x7F
      {
        encode(byte, &result)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func hexadecimal(_ digits: some Collection<UInt8>) -> UInt8? {
    guard digits.count == 2 else { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    return text.first == "+" || text.first == "-" ? nil : UInt8(text, radix: 16)
  }

  private static func encode(_ byte: UInt8, _ result: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
  }

  // RFC 3986 §2.3
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || "-._~".utf8.contains(byte)
  }
}
