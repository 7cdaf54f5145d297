#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import EventModel

/// What the program takes from its surroundings: variables and the day.
enum Environment {
  /// A variable that is set and not empty.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    // The system's string ends with a NUL and is copied here.
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The folder of the local archive; nil without a home.
  static var archivePath: String? {
    if let path = variable("TWIR_EVENTS_HOME") { return path }
    if let path = variable("XDG_DATA_HOME") { return path + "/twir-events" }
    return variable("HOME").map { $0 + "/.local/share/twir-events" }
  }

  /// The file of feeds that is read where none is named; nil without a home.
  static var feedsPath: String? {
    let folder = variable("XDG_CONFIG_HOME") ?? variable("HOME").map { $0 + "/.config" }
    return folder.map { $0 + "/twir-events/feeds" }
  }

  /// The time in seconds since 1970.
  static var now: Int { time(nil) }

  /// The hour of the day in the machine's time zone.
  static var hour: Int { unsafe localTime.map { unsafe Int($0.tm_hour) } ?? 0 }

  private static var localTime: tm? {
    var now = time(nil)
    var parts = unsafe tm()
    return unsafe localtime_r(&now, &parts) == nil ? nil : parts
  }

  /// The path of this program, symbolic links followed; nil where the system does not tell.
  static var ownPath: String? {
    #if canImport(Darwin)
      guard let named = CommandLine.arguments.first, let path = unsafe realpath(named, nil) else {
        return nil
      }
      // The system allocated it, and it ends with a NUL.
      defer { unsafe free(path) }
      return unsafe String(cString: path)
    #else
      return OutputFile.linkTarget("/proc/self/exe")
    #endif
  }

  /// Today in the machine's time zone.
  static var today: CivilDate {
    guard let parts = unsafe localTime else { return .distantPast }
    let (year, month) = unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1)
    return unsafe CivilDate(year: year, month: month, day: Int(parts.tm_mday)) ?? .distantPast
  }
}
