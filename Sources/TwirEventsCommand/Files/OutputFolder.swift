#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that many files are written into.
///
/// Each is replaced as a whole, and only where it differs. Files that are there and are not written
/// stay.
struct OutputFolder: Sendable {
  /// What became of the files that were written.
  struct Sums: Sendable {
    /// Whether each file was as it is now.
    var isUnchanged = true
    /// The bytes of all.
    var byteCount = 0

    static func += (left: inout Sums, right: Sums) {
      left.isUnchanged = left.isUnchanged && right.isUnchanged
      left.byteCount += right.byteCount
    }
  }

  /// The folder, with a slash at its end.
  private let path: String
  /// Whether files are only compared with what stands there.
  private let isRehearsal: Bool

  /// The folder at a path, which is made where it is not there, with all above it, unless this is a
  /// rehearsal.
  init(path: String, isRehearsal: Bool = false) throws(CommandError) {
    self.path = path.hasSuffix("/") ? path : path + "/"
    self.isRehearsal = isRehearsal
    do throws(SystemError) {
      if isRehearsal {
        guard FileReading.status(of: path)?.isDirectory ?? true else {
          throw SystemError(code: EEXIST)
        }
      } else {
        try Self.make(path)
      }
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

  /// Writes a file, unless it has these bytes already.
  ///
  /// It is not waited for until they are on the disk: thousands of files would take minutes, and all
  /// of them can be written again.
  @discardableResult
  func write(_ bytes: Span<UInt8>, to name: String) throws(CommandError) -> Sums {
    if holds(bytes, in: name) { return Sums(isUnchanged: true, byteCount: bytes.count) }
    let sums = Sums(isUnchanged: false, byteCount: bytes.count)
    if isRehearsal { return sums }
    var file = try OutputFile(path: path + name)
    _ = try file.write(bytes)
    _ = try file.finish(durably: false)
    return sums
  }

  private func holds(_ bytes: Span<UInt8>, in name: String) -> Bool {
    guard let status = FileReading.status(of: path + name), status.isRegularFile,
      status.st_size == bytes.count, let old = try? FileReading.contents(of: path + name),
      old.count == bytes.count
    else { return false }
    return old.indices.allSatisfy { old[$0] == bytes[$0] }
  }

  private static func make(_ path: String) throws(SystemError) {
    if let status = FileReading.status(of: path) {
      guard status.isDirectory else { throw SystemError(code: EEXIST) }
      return
    }
    let above = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    if !above.isEmpty {
      try make((path.hasPrefix("/") ? "/" : "") + above.joined(separator: "/"))
    }
    // Another run may have made it meanwhile.
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
  }
}
