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
  /// What became of files that were written, or would become of them.
  struct Tally: Sendable {
    /// How many were not there, and how many differ from what was there.
    var newCount = 0, changedCount = 0
    /// How many bytes all of them have.
    var byteCount = 0

    /// What that is for all of the files together, `isNew` where none of them was there.
    func change(isNew: Bool) -> FileChange {
      isNew ? .new : newCount + changedCount > 0 ? .changed : .unchanged
    }

    static func += (left: inout Tally, right: Tally) {
      left.newCount += right.newCount
      left.changedCount += right.changedCount
      left.byteCount += right.byteCount
    }
  }

  /// The folder, with a slash at its end.
  private let path: String
  /// Whether files are only compared with what stands there.
  private let isRehearsal: Bool

  /// The folder at a path, which is made where it is not there, with all above it.
  init(path: String, isRehearsal: Bool = false) throws(CommandError) {
    self.path = path.hasSuffix("/") ? path : path + "/"
    self.isRehearsal = isRehearsal
    do throws(SystemError) {
      try Self.prepare(path, isRehearsal: isRehearsal)
    } catch {
      let reason =
        error.code == EEXIST ? "it is no folder; for one document leave -o out" : error.reason
      throw .cannotCreate(path: path, reason: reason)
    }
  }

  /// A folder in this one, which is made where it is not there.
  func folder(_ name: String) throws(CommandError) -> OutputFolder {
    try OutputFolder(path: path + name, isRehearsal: isRehearsal)
  }

  /// Whether there is a file of this name.
  func contains(_ name: String) -> Bool { FileReading.status(of: path + name) != nil }

  /// Writes a file, unless it has these bytes already, and counts it.
  ///
  /// It is not waited for until they are on the disk: thousands of files would take minutes, and all
  /// of them can be written again.
  func write(
    _ bytes: Span<UInt8>, to name: String, counting tally: inout Tally
  ) throws(CommandError) {
    tally.byteCount += bytes.count
    if holds(bytes, in: name) { return }
    if contains(name) { tally.changedCount += 1 } else { tally.newCount += 1 }
    if isRehearsal { return }
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

  private static func prepare(_ path: String, isRehearsal: Bool) throws(SystemError) {
    if let status = FileReading.status(of: path) {
      guard status.isDirectory else { throw SystemError(code: EEXIST) }
    } else if !isRehearsal {
      try Disk.makeFolder(path)
    }
  }
}
