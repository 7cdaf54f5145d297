#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reading whole files and folders.
enum FileReading {
  /// How much is asked for at a time where a file does not say its size.
  private static let chunkSize = 256 * 1024

  /// What a path leads to; nil where there is nothing.
  static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  /// The contents of a file, or of standard input for `-`.
  static func contents(of path: String) throws(SystemError) -> [UInt8] {
    if path == "-" { return try contents(of: .standardInput) }
    return try contents(of: FileDescriptor(path, O_RDONLY))
  }

  private static func contents(
    of file: consuming FileDescriptor
  ) throws(SystemError) -> [UInt8] {
    let status = try file.status()
    if status.isDirectory { throw SystemError(code: EISDIR) }
    var bytes: [UInt8] = []
    // One byte more than the file says tells its end with the first read.
    let size = status.isRegularFile ? Int(status.st_size) + 1 : chunkSize
    var wanted = max(size, 1)
    while true {
      let count = try file.read(wanted, into: &bytes)
      if count == 0 || (status.isRegularFile && count < wanted) { return bytes }
      wanted = chunkSize
    }
  }

  /// The paths of the issues in a folder, in the order of their names.
  static func issues(in directory: String) throws(SystemError) -> [String] {
    guard let stream = unsafe opendir(directory) else { throw .last }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      // The name is copied before the next call, which may overwrite it; it ends with a NUL.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if isIssueName(name) { names.append(name) }
    }
    let separator = directory.hasSuffix("/") ? "" : "/"
    return names.sorted().map { directory + separator + $0 }
  }

  private static func isIssueName(_ name: String) -> Bool {
    let lower = name.lowercased()
    return !name.hasPrefix(".") && issueSuffixes.contains(where: lower.hasSuffix)
  }

  /// What the names of issues in a folder end in; the kind is told from the contents.
  private static let issueSuffixes = [".md", ".markdown", ".html", ".htm"]
}
