#if canImport(Glibc)
  package import Glibc
#elseif canImport(Musl)
  package import Musl
#else
  package import Darwin
#endif

/// Reading whole files and folders.
package enum FileReading {
  /// How much is asked for at a time where a file does not say its size.
  private static let chunkSize = 256 * 1024

  /// How many bytes a source may have: 1 GiB, some thousand times the largest issue.
  ///
  /// Repairing may make three bytes of one, and the offsets of texts have 32 bits: three times the
  /// limit is still below 4 GiB.
  private static let greatestSize = 1 << 30

  /// What a path leads to; nil where there is nothing.
  package static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  /// The contents of a file, or of standard input for `-`.
  ///
  /// - Throws: `SystemError`; that of `EFBIG` where there are more bytes than a source may have.
  package static func contents(of path: String) throws(SystemError) -> [UInt8] {
    if path == "-" { return try contents(of: .standardInput) }
    return try contents(of: FileDescriptor(path, O_RDONLY))
  }

  private static func contents(
    of file: consuming FileDescriptor
  ) throws(SystemError) -> [UInt8] {
    let status = try file.status()
    if status.isDirectory { throw SystemError(code: EISDIR) }
    var bytes: [UInt8] = []
    guard !status.isRegularFile || status.st_size <= greatestSize else { throw .tooLarge }
    // One byte more than the file says: what is left of it serves to meet the end.
    var wanted = status.isRegularFile ? max(Int(status.st_size), 0) + 1 : chunkSize
    while true {
      let count = try file.read(wanted, into: &bytes)
      // A short read is no end: a system call has a limit of its own, and signals cut it off.
      if count == 0 { return bytes }
      guard bytes.count <= greatestSize else { throw .tooLarge }
      wanted = status.isRegularFile && count < wanted ? wanted - count : chunkSize
    }
  }

  /// The names of all that is in a folder, but for `.` and `..`, in their order.
  package static func names(in directory: String) throws(SystemError) -> [String] {
    guard let stream = unsafe opendir(directory) else { throw .last }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      // The name is copied before the next call, which may overwrite it; it ends with a NUL.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The path of a name in a folder.
  package static func path(of name: String, in directory: String) -> String {
    directory + (directory.hasSuffix("/") ? "" : "/") + name
  }

  /// Whether a path is a file that may be run.
  package static func isExecutable(_ path: String) -> Bool {
    guard status(of: path)?.isRegularFile == true else { return false }
    return unsafe access(path, X_OK) == 0
  }
}
