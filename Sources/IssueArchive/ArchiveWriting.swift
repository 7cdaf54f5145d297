internal import EventModel
internal import FileSystem

/// The right to write in an archive, which one run at a time has, and a folder for what is not yet
/// in its place.
package struct ArchiveWriting: ~Copyable {
  private let archive: Archive
  private let lock: FileLock
  private let folder: String

  /// How long a run waits for another one: 30 seconds.
  package static let patience = Duration.seconds(30)

  /// Takes the right; makes the archive where it is missing, and removes what an interrupted run has
  /// left.
  ///
  /// - Parameters:
  ///   - archive: the archive.
  ///   - patience: how long to wait for another run.
  ///   - onWait: called once where there is another run.
  /// - Throws: `ArchiveError`.
  package init(
    _ archive: Archive, waiting patience: Duration = Self.patience, onWait: () -> Void = {}
  ) throws(ArchiveError) {
    let lock = try Self.lock(archive, patience, onWait)
    folder = try Self.prepare(archive)
    self.lock = lock
    self.archive = archive
  }

  private static func lock(
    _ archive: Archive, _ patience: Duration, _ onWait: () -> Void
  ) throws(ArchiveError) -> FileLock {
    do throws(SystemError) {
      try Disk.makeFolder(archive.path)
      let path = archive.path(of: Archive.lock)
      if let lock = try FileLock.take(path, waiting: patience, onWait: onWait) { return lock }
    } catch {
      throw .cannotWrite(path: archive.path, error)
    }
    throw .locked(path: archive.path)
  }

  /// Removes what an interrupted run has left, and makes a folder for this one.
  private static func prepare(_ archive: Archive) throws(ArchiveError) -> String {
    do throws(SystemError) {
      try Disk.makeFolder(archive.path(of: Archive.state))
      for name in try FileReading.names(in: archive.path) where name.hasPrefix(Archive.incoming) {
        Disk.removeFolder(archive.path(of: name))
      }
      return try TemporaryPath.folder(archive.path(of: Archive.incoming))
    } catch {
      throw .cannotWrite(path: archive.path, error)
    }
  }

  deinit { Disk.removeFolder(folder) }

  /// The path of a file that is not yet in its place.
  func path(of name: String) -> String { "\(folder)/\(name)" }

  // MARK: Issues

  /// Puts a body in the place of an issue, and what was there among its earlier bodies.
  ///
  /// - Parameters:
  ///   - bytes: the body.
  ///   - path: its file, which leaves its place.
  ///   - name: the issue's name.
  ///   - old: the body that is there; nil without one.
  ///   - url: where the body came from.
  ///   - validators: what the server said of it.
  ///   - today: the day.
  /// - Throws: `ArchiveError`; then the issue is as it was.
  func place(
    _ bytes: [UInt8], from path: String, of name: String, replacing old: [UInt8]?, url: String,
    _ validators: Validators, today: CivilDate
  ) throws(ArchiveError) {
    var fetched = today
    do throws(SystemError) {
      if let old {
        let before = archive.fetchedDay(of: name, old) ?? today
        if old == bytes { fetched = before } else { try keep(old, of: name, fetched: before) }
      }
      if old != bytes {
        try Disk.synchronise(path)
        try Disk.rename(path, to: archive.path(of: name))
        try Disk.synchronise(archive.path)
      }
    } catch {
      throw .cannotWrite(path: archive.path(of: name), error)
    }
    let record = IssueRecord(url: url, validators: validators, fetched: fetched, of: bytes)
    try write(record.note, to: "\(Archive.state)/\(name)")
  }

  /// Keeps a body that another one will replace, unless an interrupted run has done so.
  private func keep(
    _ bytes: [UInt8], of name: String, fetched: CivilDate
  ) throws(SystemError) {
    let earlier = try archive.earlierBodies(of: name)
    if let last = earlier.last, (try? FileReading.contents(of: last.path)) == bytes { return }
    // The order of the days is that of the bodies, whatever a clock or a file's day says.
    let day = max(fetched, earlier.last?.fetched ?? fetched)
    let number = earlier.count { $0.fetched == day } + 1
    let folder = archive.path(of: "\(Archive.bodies)/\(name)")
    try Disk.makeFolder(folder)
    let path = path(of: "earlier")
    try Disk.write(path, bytes, isDurable: true)
    try Disk.rename(path, to: "\(folder)/\(day)\(number == 1 ? "" : ".\(number)").md")
    try Disk.synchronise(folder)
  }

  // MARK: Notes

  func write(_ note: Note, to name: String) throws(ArchiveError) {
    do throws(SystemError) {
      try note.write(archive.path(of: name), by: path(of: "note"))
    } catch {
      throw .cannotWrite(path: archive.path(of: name), error)
    }
  }

  /// Writes a file of the archive's own, whole and on the disk before it takes its place.
  func write(_ bytes: [UInt8], to name: String) throws(ArchiveError) {
    let path = path(of: "file")
    do throws(SystemError) {
      try Disk.write(path, bytes, isDurable: true)
      try Disk.rename(path, to: archive.path(of: name))
    } catch {
      throw .cannotWrite(path: archive.path(of: name), error)
    }
  }
}
