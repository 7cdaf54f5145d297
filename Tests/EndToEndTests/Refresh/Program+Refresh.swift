import Foundation
import Testing

extension Program {
  /// The variables of a run that fetches from a newsletter, with time-outs that a test can wait for.
  func network(_ newsletter: Newsletter) throws -> [String: String] {
    try network(newsletter.url)
  }

  /// The same for any URL.
  func network(_ url: String) throws -> [String: String] {
    let fetch = folder.appending(path: "impatient-fetch")
    if !FileManager.default.fileExists(atPath: fetch.path) {
      let real = executable.deletingLastPathComponent().appending(path: "twir-events-fetch")
      try #require(FileManager.default.isExecutableFile(atPath: real.path), "\(real.path)")
      let script = """
        #!/bin/sh
        exec '\(real.path)' "$@" --timeout 0.5 --connect-timeout 0.5 --retry-delay 0.01

        """
      try Data(script.utf8).write(to: fetch)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fetch.path)
    }
    return ["TWIR_EVENTS_FETCH": fetch.path, "TWIR_EVENTS_BASE_URL": url]
  }

  /// Where the archive is.
  var archive: URL { folder.appending(path: "archive") }

  /// The names and contents of all that a user or the ledger reads of the archive: issues and their
  /// earlier bodies.
  func archived() throws -> [String: String] {
    var found: [String: String] = [:]
    let paths = FileManager.default.enumerator(atPath: archive.path)?.allObjects as? [String] ?? []
    for path in paths.sorted() where path.hasSuffix(".md") && !path.hasPrefix(".state") {
      let file = archive.appending(path: path)
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      found[path] = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    return found
  }

  /// Makes the archive look as if it had been brought up to date some hours ago.
  func age(byHours hours: Int) throws {
    let file = archive.appending(path: ".state/checked")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let time = Int(Date().timeIntervalSince1970) - hours * 3600
    let aged = text.replacing(/time\t[0-9]+/, with: "time\t\(time)")
    try Data(aged.utf8).write(to: file)
  }
}

/// Issues made up for the tests.
enum MadeUp {
  /// The name of the issue of a day.
  static func name(_ day: String) -> String { "\(day)-this-week-in-rust.md" }

  /// An issue of a day, with so many events in Vienna two weeks after it.
  static func issue(_ day: String, number: Int, events: Int = 6, title: String = "Talk") -> String {
    let later = Date(timeInterval: 14 * 86_400, since: date(day))
    let listings = (1...max(events, 1)).map { index in
      """
      * \(text(later)) | Vienna, AT | [Rust Vienna](https://vienna.example.org/)
          * [**\(title) \(index)**](https://vienna.example.org/\(day)/\(index))

      """
    }
    return """
      Title: This Week in Rust \(number)
      Number: \(number)
      Date: \(day)

      Hello.

      ## Upcoming Events

      ### Europe
      \(listings.joined())
      ## Jobs

      None.

      """
  }

  /// Weekly issues up to a day, by their names.
  static func issues(_ count: Int, upTo last: String) -> [String: String] {
    var issues: [String: String] = [:]
    for week in 0..<count {
      let day = text(Date(timeInterval: -7 * 86_400 * Double(week), since: date(last)))
      issues[name(day)] = issue(day, number: 700 - week)
    }
    return issues
  }

  /// The Wednesday so many weeks before the last one.
  static func wednesday(weeksAgo weeks: Int) -> String {
    // 1970-01-01 was a Thursday.
    let days = Int(Date().timeIntervalSince1970) / 86_400
    let last = days - (days + 1) % 7
    return text(Date(timeIntervalSince1970: Double(last - 7 * weeks) * 86_400))
  }

  private static func date(_ day: String) -> Date {
    (try? Date("\(day)T00:00:00Z", strategy: .iso8601)) ?? .distantPast
  }

  static func text(_ date: Date) -> String {
    date.formatted(.iso8601.year().month().day().dateSeparator(.dash))
  }
}
