#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Changes to files and folders.
package enum Disk {
  /// Makes a folder, and those that it lies in; nothing where it exists.
  package static func makeFolder(_ path: String) throws(SystemError) {
    if FileReading.status(of: path)?.isDirectory == true { return }
    if unsafe mkdir(path, 0o777) == 0 { return }
    let failure = SystemError.last
    // Another run may have made it meanwhile.
    if failure.code == EEXIST, FileReading.status(of: path)?.isDirectory == true { return }
    guard failure.code == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex
    else { throw failure }
    try makeFolder(String(path[..<slash]))
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
  }

  /// Writes a file that did not exist, or anew one that did; not at once.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - bytes: what it will hold.
  ///   - isDurable: whether the bytes are on the disk before this returns.
  /// - Throws: `SystemError`; then the file may hold a part of the bytes.
  package static func write(
    _ path: String, _ bytes: [UInt8], isDurable: Bool
  ) throws(SystemError) {
    let file = try FileDescriptor(path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o666)
    try file.write(bytes.span)
    if isDurable, fsync(file.number) != 0 { throw .last }
  }

  /// Gives a file another name, in place of what has it; both lie on one file system.
  package static func rename(_ old: String, to new: String) throws(SystemError) {
    guard systemRename(old, new) == 0 else { throw .last }
  }

  /// Waits until a file's bytes, or a folder's names, are on the disk.
  package static func synchronise(_ path: String) throws(SystemError) {
    let file = try FileDescriptor(path, O_RDONLY)
    guard fsync(file.number) == 0 else { throw .last }
  }

  /// Removes a folder and the files in it, as far as it can.
  package static func removeFolder(_ path: String) {
    for name in (try? FileReading.names(in: path)) ?? [] { unsafe unlink("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  private static func systemRename(_ old: String, _ new: String) -> Int32 {
    #if canImport(Glibc)
      unsafe Glibc.rename(old, new)
    #elseif canImport(Musl)
      unsafe Musl.rename(old, new)
    #else
      unsafe Darwin.rename(old, new)
    #endif
  }
}
