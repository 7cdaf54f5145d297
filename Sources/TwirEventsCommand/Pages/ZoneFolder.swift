import EventPages
import FileSystem

/// The time zones of the machine, in a folder of zone files.
enum ZoneFolder {
  /// Where systems keep them, after the one that `$TZDIR` names.
  private static let usual = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo"]

  /// The zones, none on a machine without zone data.
  static var zones: TimeZones {
    let folders = Environment.variable("TZDIR").map { [$0] } ?? usual
    return TimeZones { name in
      for folder in folders {
        let path = FileReading.path(of: name, in: folder)
        guard FileReading.status(of: path)?.isRegularFile == true else { continue }
        if let bytes = try? FileReading.contents(of: path) { return bytes }
      }
      return nil
    }
  }
}
