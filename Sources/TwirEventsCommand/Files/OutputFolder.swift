#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import FileSystem

/// A folder that many files are written into.
///
/// Each is replaced as a whole, and only where it differs. Files that are there and are not written
/// stay.
struct OutputFolder: Sendable {
  /// The folder, with a slash at its end.
  private let path: String

  /// The folder at a path, which is made where it is not there, with all above it.
  init(path: String) throws(CommandError) {
    self.path = path.hasSuffix("/") ? path : path + "/"
    do throws(SystemError) {
      try Disk.makeFolder(self.path)
    } catch {
      let reason =
        error.code == EEXIST ? "it is no folder; for one document leave -o out" : error.reason
      throw .cannotCreate(path: path, reason: reason)
    }
  }

  /// A folder in this one, which is made where it is not there.
  func folder(_ name: String) throws(CommandError) -> OutputFolder {
    try OutputFolder(path: path + name)
  }

  /// Whether there is a file of this name.
  func contains(_ name: String) -> Bool { FileReading.status(of: path + name) != nil }

  /// Writes a file, unless it has these bytes already.
  ///
  /// It is not waited for until they are on the disk: thousands of files would take minutes, and all
  /// of them can be written again.
  func write(_ bytes: Span<UInt8>, to name: String) throws(CommandError) {
    if holds(bytes, in: name) { return }
    var file = try OutputFile(path: path + name)
    _ = try file.write(bytes)
    _ = try file.finish(durably: false)
  }

  private func holds(_ bytes: Span<UInt8>, in name: String) -> Bool {
    guard let status = FileReading.status(of: path + name), status.isRegularFile,
      status.st_size == bytes.count, let old = try? FileReading.contents(of: path + name),
      old.count == bytes.count
    else { return false }
    return old.indices.allSatisfy { old[$0] == bytes[$0] }
  }
}
