import EventModel
import FileSystem
import IssueArchive

/// A file to read issues from.
struct SourceFile {
  /// Where it is.
  var path: String
  /// What messages call it: the source as it was named.
  var shown: String
  /// Its name without folders, for the sources of its listings; empty for standard input.
  var name: String
  /// Whether it was named on the command line, and so must be an issue.
  var isNamed: Bool
  /// Whether it is an issue without events section for being older than those, which is no fault.
  var mayLackEvents = false
  /// The day on which the body was fetched, where the issue has an earlier one.
  var fetched: CivilDate?
  /// How many bodies the issue had before.
  var revision = 0
  /// Whether the issue has a later body, so that this one only tells the ledger what was.
  var isEarlierBody = false

  init(path: String, isNamed: Bool) {
    self.init(
      path: path, shown: path, name: path == "-" ? "" : Self.name(of: path), isNamed: isNamed)
  }

  init(path: String, shown: String, name: String, isNamed: Bool) {
    self.path = path
    self.shown = shown
    self.name = name
    self.isNamed = isNamed
  }

  /// What stands behind the last slash.
  static func name(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) }
      ?? path
  }

  /// The issues of a folder.
  static func issues(in folder: String) throws(CommandError) -> [SourceFile] {
    do throws(SystemError) {
      return try FileReading.files(in: folder).map { SourceFile(path: $0, isNamed: false) }
    } catch {
      throw .unreadableSource(path: folder, reason: error.reason)
    }
  }

  /// The issues of an archive, each behind its earlier bodies.
  static func issues(of archive: Archive) throws(CommandError) -> [SourceFile] {
    let newest = try issues(in: archive.path)
    var files: [SourceFile] = []
    do throws(SystemError) {
      let mended = try archive.mendedIssues()
      for var file in newest {
        let date = IssueName(file.name)?.date
        file.mayLackEvents = date.map { $0 < IssueName.firstWithEvents } ?? false
        files += mended.contains(file.name) ? try file.withEarlierBodies(of: archive) : [file]
      }
    } catch {
      throw .unreadableSource(
        path: FileReading.path(of: ".bodies", in: archive.path), reason: error.reason)
    }
    return files
  }

  private func withEarlierBodies(
    of archive: Archive
  ) throws(SystemError) -> [SourceFile] {
    var bodies: [SourceFile] = []
    for body in try archive.earlierBodies(of: name) {
      var file = self
      file.path = body.path
      file.shown = body.path
      file.isEarlierBody = true
      file.fetched = bodies.isEmpty ? nil : body.fetched
      file.revision = bodies.count
      bodies.append(file)
    }
    if bodies.isEmpty { return [self] }
    var newest = self
    // Whatever a file's day says, it came last.
    newest.fetched = [archive.fetchedDay(of: name), bodies.last?.fetched].compactMap(\.self).max()
    newest.revision = bodies.count
    return bodies + [newest]
  }
}
