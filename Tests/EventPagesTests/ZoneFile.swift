@testable import EventPages

/// Zone files made for tests.
enum ZoneFile {
  /// A zone file of version 2 with one transition, from -1 h to +1 h at moment 0, and a footer.
  static func small(footer: String) -> [UInt8] {
    func block(_ timeSize: Int) -> [UInt8] {
      var bytes = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
      for count in [0, 0, 0, 1, 2, 4] { bytes += [0, 0, 0, UInt8(count)] }
      bytes += [UInt8](repeating: 0, count: timeSize) + [1]
      bytes += [0xFF, 0xFF, 0xF1, 0xF0, 0, 0] + [0, 0, 0x0E, 0x10, 0, 0]
      return bytes + Array("ABC\0".utf8)
    }
    return block(4) + block(8) + Array("\n\(footer)\n".utf8)
  }

  /// Some zones, by rules that hold at all times.
  static var zones: TimeZones {
    TimeZones { name in
      let footers = [
        "Europe/Berlin": "CET-1CEST,M3.5.0,M10.5.0/3", "Asia/Kolkata": "IST-5:30",
        "America/Los_Angeles": "PST8PDT,M3.2.0,M11.1.0",
      ]
      return footers[name].map { small(footer: $0) }
    }
  }
}
