/// The time zones of the system, read when they are needed first and then kept.
package struct TimeZones {
  private let contents: (String) -> [UInt8]?
  private var known: [String: TimeZoneRules?] = [:]

  /// The zones whose files `contents` reads by their names, which are safe as paths in a folder;
  /// it returns nil where there is none.
  package init(_ contents: @escaping (String) -> [UInt8]?) { self.contents = contents }

  /// No zones: those of a machine without zone data.
  package static var none: TimeZones { TimeZones { _ in nil } }

  /// The rules of a zone by its IANA name, or nil where the system does not know it.
  package mutating func rules(_ name: String) -> TimeZoneRules? {
    if let rules = known[name] { return rules }
    let rules = Self.isName(name) ? contents(name).flatMap(TimeZoneRules.init(file:)) : nil
    known[name] = .some(rules)
    return rules
  }

  /// Whether a text can be the name of a zone: parts of letters, digits, `_`, `+` and `-`, parted by
  /// `/`, so that it leads nowhere outside of a folder.
  static func isName(_ text: String) -> Bool {
    guard text.utf8.count <= 64 else { return false }
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { byte in
          switch byte {
          case 0x41...0x5A, 0x61...0x7A, 0x30...0x39: true
          case UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
          default: false
          }
        }
    }
  }
}
