import EventModel
import FileSystem

/// A folder of issues, for the commands that look at all of them.
struct IssueFolder {
  /// The paths of the issues, in the order of their names.
  let paths: [String]
  private let folder: String

  /// Looks into a folder.
  ///
  /// - Throws: `CommandError` where it cannot be read, or holds no issue.
  init(_ folder: String) throws(CommandError) {
    self.folder = folder
    paths = try SourceFile.issues(in: folder).map(\.path)
    if paths.isEmpty { throw .emptyDirectory(path: folder) }
  }

  /// The name of an issue's file, without the folder.
  func name(of path: String) -> Text {
    Text(String(path.dropFirst(folder.count).drop { $0 == "/" }))
  }

  /// The contents of an issue.
  func contents(of path: String) throws(CommandError) -> [UInt8] {
    do {
      return try FileReading.contents(of: path)
    } catch {
      throw .unreadableSource(path: path, reason: error.reason)
    }
  }
}
