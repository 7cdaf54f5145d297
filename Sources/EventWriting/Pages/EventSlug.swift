package import EventModel

/// The name of an event's page among the files of a site.
package enum EventSlug {
  /// The name, without extension: the UID without `@twir-events`.
  ///
  /// It depends on the UID alone, so that an address stays whatever else is written. A UID that is
  /// no safe file name (other characters than `[a-z0-9.-]`, a dot at its beginning, too long) gives
  /// one, with eight hexadecimal digits of its FNV-1a hash.
  package static func make(of uid: Text) -> String {
    let suffix = "@twir-events"
    let whole = uid.string
    let name = whole.hasSuffix(suffix) ? whole.dropLast(suffix.count) : whole[...]
    let isFileName =
      !name.isEmpty && name.utf8.count <= lengthLimit && name.utf8.first != ASCII.dot
      && name.utf8.allSatisfy(isSafe)
    if isFileName { return String(name) }
    let bytes = name.utf8.prefix(lengthLimit - 9).map { isSafe($0) ? $0 : ASCII.hyphen }
    let stem = String(decoding: bytes.drop { $0 == ASCII.dot }, as: UTF8.self)
    return "\(stem.isEmpty ? "event" : stem)-\(hash(of: whole))"
  }

  /// The longest name in bytes: file systems take 255, with the extension.
  private static let lengthLimit = 160

  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, ASCII.dot, ASCII.hyphen: true
    default: false
    }
  }

  private static func hash(of text: String) -> String {
    var hash: UInt32 = 0x811C_9DC5
    // Wrapping is meant: that is how the hash is defined.
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
