package import EventModel
package import FileSystem

/// The folder of issues on disk, and what is known of them.
///
/// Issues lie in it as they were published, one file each, the newest body of each under its own
/// name; a folder that was filled by hand is an archive too. Beside them the program keeps:
///
/// - `.bodies/NAME/YYYY-MM-DD.md`: the earlier bodies of an issue that was mended, by the day on
///   which each was fetched (`YYYY-MM-DD.2.md` for the second of a day);
/// - `.state/NAME`: what the server said of an issue; `.state/list`: the list of the issues that it
///   has; `.state/tried`: the last attempt that failed; `.state/pages`: readings of event pages;
/// - `.lock`, which a run that writes holds, and `.incoming-XXXXXX`, its files that are not yet in
///   their places; a run that was interrupted leaves them, and the next one removes them.
///
/// Every file is written apart and renamed, the earlier body first, then the new one, then what is
/// known of it. So the archive is whole whenever a run ends, and a note that does not fit its issue
/// counts for nothing.
package struct Archive: Hashable, Sendable {
  /// The path of the folder, which need not exist.
  package let path: String

  package init(path: String) { self.path = path }

  /// The path of something in the archive.
  func path(of name: String) -> String { FileReading.path(of: name, in: path) }

  /// Whether the folder, or the one around it, is a clone of a repository, which is brought up to
  /// date in another way: new files in it would stand in that way.
  package var isClone: Bool {
    [".git", "../.git"].contains { FileReading.status(of: path(of: $0)) != nil }
  }

  // MARK: Issues

  /// The names of the issues that are there, in their order; only those that are named as issues.
  func issueNames() throws(ArchiveError) -> [IssueName] {
    do throws(SystemError) {
      return try FileReading.names(in: path).compactMap { IssueName($0) }
        .filter { FileReading.status(of: path(of: $0.name))?.isRegularFile == true }.sorted()
    } catch {
      throw .cannotRead(path: path, error)
    }
  }

  /// An earlier body of an issue.
  package struct EarlierBody: Hashable, Sendable {
    /// Its file.
    package var path: String
    /// The day on which it was fetched.
    package var fetched: CivilDate
  }

  /// The issues of which there are earlier bodies.
  ///
  /// - Throws: `SystemError` where they cannot be listed: without them events would have another
  ///   history.
  package func mendedIssues() throws(SystemError) -> Set<String> {
    Set(try Self.names(in: path(of: Self.bodies)))
  }

  /// The names in a folder, none where there is no such folder.
  private static func names(in folder: String) throws(SystemError) -> [String] {
    do throws(SystemError) {
      return try FileReading.names(in: folder)
    } catch {
      if error.isMissing { return [] }
      throw error
    }
  }

  /// The earlier bodies of an issue, the oldest first.
  ///
  /// - Throws: `SystemError` where they cannot be listed.
  package func earlierBodies(of name: String) throws(SystemError) -> [EarlierBody] {
    let folder = path(of: "\(Self.bodies)/\(name)")
    var bodies: [(number: Int, body: EarlierBody)] = []
    for file in try Self.names(in: folder) {
      let parts = file.split(separator: ".")
      guard parts.last == "md", let day = CivilDate(String(parts[0])) else { continue }
      let number = parts.count == 3 ? Int(parts[1]) ?? 1 : 1
      bodies.append((number, EarlierBody(path: "\(folder)/\(file)", fetched: day)))
    }
    return bodies.sorted { ($0.body.fetched, $0.number) < ($1.body.fetched, $1.number) }
      .map(\.body)
  }

  /// The day on which the body that an issue has now was fetched; for one that was put there in
  /// another way the day of its file.
  package func fetchedDay(of name: String) -> CivilDate? {
    guard let bytes = try? FileReading.contents(of: path(of: name)) else { return nil }
    return fetchedDay(of: name, bytes)
  }

  func fetchedDay(of name: String, _ bytes: [UInt8]) -> CivilDate? {
    if let record = IssueRecord(of: name, in: self), record.fits(bytes) { return record.fetched }
    let seconds = FileReading.status(of: path(of: name)).map(\.modificationSeconds)
    return seconds.flatMap { CivilDate(secondsSince1970: $0) }
  }

  // MARK: Names

  static let bodies = ".bodies"
  static let state = ".state"
  static let lock = ".lock"
  static let incoming = ".incoming-"
}

extension CivilDate {
  /// The day in Greenwich of a moment; nil far beyond the calendar.
  package init?(secondsSince1970 seconds: Int) {
    self.init(dayNumber: seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0))
  }
}
