#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import FileSystem

/// Tells paths that mean a stream which the program was started with.
///
/// Such a path is not opened anew: a file would be written from its beginning, or replaced, while
/// others write to the same one.
enum InheritedStream {
  /// The descriptor that a path means: by its name (`/dev/stdout`, `/dev/fd/3`, `/proc/self/fd/3`),
  /// or because standard output or error goes to the same file; nil for others.
  static func number(of path: String) -> Int32? {
    if let number = numberNamed(by: path), status(of: number) != nil { return number }
    guard let file = FileReading.status(of: path) else { return nil }
    return [1, 2].first { number in
      guard let stream = status(of: number), stream.isRegularFile else { return false }
      return stream.st_dev == file.st_dev && stream.st_ino == file.st_ino
    }
  }

  private static func status(of number: Int32) -> stat? {
    var status = stat()
    return unsafe fstat(number, &status) == 0 ? status : nil
  }

  /// The number at the end of a path, or of a symbolic link that it is, into the folder of this
  /// process's descriptors.
  private static func numberNamed(by path: String, links: Int = 0) -> Int32? {
    let folder = OutputFile.folder(of: path)
    if isDescriptorFolder(folder) { return Int32(path.dropFirst(folder.count)) }
    guard links < OutputFile.greatestLinkCount, let target = OutputFile.linkTarget(path) else {
      return nil
    }
    let isAbsolute = target.utf8.first == UInt8(ascii: "/")
    return numberNamed(by: isAbsolute ? target : folder + target, links: links + 1)
  }

  /// Whether a folder is `/dev/fd`, which is a link into `/proc` on Linux, or that of `/proc`.
  private static func isDescriptorFolder(_ folder: String) -> Bool {
    guard !folder.isEmpty, let real = unsafe realpath(folder, nil) else { return false }
    // The system allocated it, and it ends with a NUL.
    defer { unsafe free(real) }
    let path = unsafe String(cString: real)
    return path == "/dev/fd" || path == "/proc/\(getpid())/fd"
      || path == "/proc/\(getpid())/task/\(getpid())/fd"
  }
}
