#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import FileSystem

/// Where a command's output goes: standard output, a file that is replaced as a whole, or something
/// that can only be written in place.
///
/// A regular file is written beside its place and renamed over it when every byte is written, and
/// only if it differs; but not one that standard output or error already goes to, which has
/// more in it than what is written here (`-o /dev/stdout` in a script whose output is a file). Signals that would end the program are held back in between, so that none
/// leaves the temporary file behind.
struct OutputFile: ~Copyable, OutputSink {
  /// The file that will take the place of another.
  private struct Replacement {
    var temporaryPath: String
    var targetPath: String
    /// What stood there before; nil for a new file.
    var previous: stat?
  }

  /// The name to use in messages.
  let name: String
  private let descriptor: FileDescriptor
  private var replacement: Replacement?
  private var heldSignals = HeldSignals()

  /// Standard output.
  init() {
    name = "standard output"
    descriptor = .standardOutput
    replacement = nil
  }

  /// Opens a path for output.
  init(path: String) throws(CommandError) {
    name = path
    if let stream = InheritedStream.number(of: path) {
      descriptor = FileDescriptor(inherited: stream)
      return
    }
    let target = Self.resolved(path)
    let previous = FileReading.status(of: target)
    let failure = SystemError.last
    do throws(SystemError) {
      if target.isEmpty || previous == nil && failure.code == ELOOP { throw failure }
      if let previous, !previous.isRegularFile {
        if previous.isDirectory { throw SystemError(code: EISDIR) }
        descriptor = try FileDescriptor(target, O_WRONLY)
      } else {
        heldSignals.hold()
        var temporaryPath = ""
        descriptor = try TemporaryPath.file(
          Self.folder(of: target) + ".twir-events-", path: &temporaryPath)
        replacement = Replacement(
          temporaryPath: temporaryPath, targetPath: target, previous: previous)
      }
    } catch {
      throw .cannotCreate(path: path, reason: error.reason)
    }
  }

  /// Writes bytes; false where the reader has gone, which is no error.
  mutating func write(_ bytes: Span<UInt8>) throws(CommandError) -> Bool {
    do throws(SystemError) {
      try descriptor.write(bytes)
      return true
    } catch {
      if error.code == EPIPE { return false }
      discard()
      throw .writeFailed(path: name, reason: error.reason)
    }
  }

  /// Writes a text to standard output.
  static func print(_ text: String) throws(CommandError) {
    let bytes = Array(text.utf8)
    var file = OutputFile()
    _ = try file.write(bytes.span)
  }

  /// Puts the file in its place, unless the one that stands there is the same.
  mutating func finish() throws(CommandError) -> FileChange { try finish(durably: true) }

  /// Puts the file in its place, unless the one that stands there is the same.
  ///
  /// - Parameter durably: whether to wait until the bytes are on the disk, so that not even a power
  ///   cut leaves an empty file.
  /// - Returns: what became of the file.
  /// - Throws: `CommandError`; then the old file stays.
  mutating func finish(durably: Bool) throws(CommandError) -> FileChange {
    guard let replacement else { return .streamed }
    do throws(SystemError) {
      if replacement.previous != nil, try isUnchanged(replacement) {
        discard()
        return .unchanged
      }
      try adoptAttributes(replacement)
      guard !durably || fsync(descriptor.number) == 0,
        unsafe rename(replacement.temporaryPath, replacement.targetPath) == 0
      else { throw SystemError.last }
      self.replacement = nil
      heldSignals.release()
      return replacement.previous == nil ? .new : .changed
    } catch {
      discard()
      throw .writeFailed(path: name, reason: error.reason)
    }
  }

  /// Leaves what stood there as it was.
  mutating func discard() {
    if let replacement { unsafe unlink(replacement.temporaryPath) }
    replacement = nil
    heldSignals.release()
  }

  deinit {
    if let replacement { unsafe unlink(replacement.temporaryPath) }
  }

  // MARK: The file's place

  /// The path behind symbolic links, which stay what they are; also of one that names no file yet.
  static func resolved(_ path: String, links: Int = 0) -> String {
    if let real = unsafe realpath(path, nil) {
      // The system allocated it, and it ends with a NUL.
      defer { unsafe free(real) }
      return unsafe String(cString: real)
    }
    // Where there is something all the same it is a pipe, which has no path (`/dev/stdout`).
    guard FileReading.status(of: path) == nil, links < Self.greatestLinkCount,
      let target = linkTarget(path)
    else { return path }
    let isAbsolute = target.utf8.first == UInt8(ascii: "/")
    return resolved(isAbsolute ? target : folder(of: path) + target, links: links + 1)
  }

  /// As many links as Linux follows.
  static let greatestLinkCount = 40

  /// What a symbolic link says; nil where the path is none.
  static func linkTarget(_ path: String) -> String? {
    var count = 0
    // The system call gets the array's room and its size, and says how much of it it filled.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, filled in
      count = unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return -1 }
        return unsafe readlink(path, start, characters.count)
      }
      filled = max(0, count)
    }
    return count > 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// One path for all names of a file, be it there or not.
  static func canonical(_ path: String) -> String {
    // A folder may be named with slashes at its end.
    let slashes = path.reversed().prefix { $0 == "/" }.count
    let target = resolved(slashes < path.count ? String(path.dropLast(slashes)) : path)
    let folder = folder(of: target)
    let name = target.dropFirst(folder.count)
    return resolved(folder.isEmpty ? "." : folder) + "/" + name
  }

  /// The folder that a path names, with the slash behind it; empty for the current one.
  static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }

  /// Mode and owner of the old file; 0666 less the umask for a new one.
  private func adoptAttributes(_ replacement: Replacement) throws(SystemError) {
    guard let previous = replacement.previous else {
      let mask = umask(0)
      umask(mask)
      guard fchmod(descriptor.number, 0o666 & ~mask) == 0 else { throw .last }
      return
    }
    var mode = previous.st_mode & 0o7777
    // Only the superuser may give a file away; others keep it, as editors do.
    if fchown(descriptor.number, previous.st_uid, previous.st_gid) != 0 {
      mode &= ~S_ISUID
      // The group alone may be set by its members. What it was allowed is not for another group.
      if fchown(descriptor.number, uid_t.max, previous.st_gid) != 0 {
        mode &= ~(S_IRWXG | S_ISGID)
      }
    }
    guard fchmod(descriptor.number, mode) == 0 else { throw .last }
  }

  private func isUnchanged(_ replacement: Replacement) throws(SystemError) -> Bool {
    let written = try descriptor.status()
    guard written.st_size == replacement.previous?.st_size else { return false }
    // What may not be read may be replaced all the same: that is a matter of the folder.
    guard let old = try? FileDescriptor(replacement.targetPath, O_RDONLY) else { return false }
    let new = try FileDescriptor(replacement.temporaryPath, O_RDONLY)
    let chunk = 256 * 1024
    while true {
      var oldBytes: [UInt8] = []
      var newBytes: [UInt8] = []
      _ = try old.read(chunk, into: &oldBytes)
      _ = try new.read(chunk, into: &newBytes)
      if oldBytes != newBytes { return false }
      if oldBytes.isEmpty { return true }
    }
  }
}
