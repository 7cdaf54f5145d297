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

  /// How many bytes a source may have: 1 GiB, some thousand times the largest issue.
  ///
  /// Repairing may make three bytes of one, and the offsets of texts have 32 bits: three times the
  /// limit is still below 4 GiB.
  private static let greatestSize = 1 << 30

  /// What a path leads to; nil where there is nothing.
  static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  /// The contents of a file, or of standard input for `-`.
  ///
  /// - Throws: `SystemError`; that of `EFBIG` where there are more bytes than a source may have.
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

  /// The paths of the issues in a folder, in the order of their names; see `files(in:ending:)`.
  static func issues(in directory: String) throws(SystemError) -> [String] {
    try files(in: directory, ending: issueSuffixes)
  }

  /// The paths of the files in a folder whose names end so, in the order of their names.
  ///
  /// Folders, pipes and devices are none, whatever their names; what cannot be looked at (a
  /// symbolic link to nothing, a name that is no UTF-8) is listed, so that it can be reported.
  static func files(
    in directory: String, ending suffixes: [String]
  ) throws(SystemError) -> [String] {
    guard let stream = unsafe opendir(directory) else { throw .last }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      // The name is copied before the next call, which may overwrite it; it ends with a NUL.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if isWanted(name, suffixes) { names.append(name) }
    }
    let separator = directory.hasSuffix("/") ? "" : "/"
    return names.sorted().map { directory + separator + $0 }
      .filter { status(of: $0)?.isRegularFile ?? true }
  }

  private static func isWanted(_ name: String, _ suffixes: [String]) -> Bool {
    let lower = name.lowercased()
    return !name.hasPrefix(".") && suffixes.contains(where: lower.hasSuffix)
  }

  /// What the names of issues in a folder end in; the kind is told from the contents.
  private static let issueSuffixes = [".md", ".markdown"] + pageSuffixes
  /// What the names of saved pages in a folder end in.
  static let pageSuffixes = [".html", ".htm"]
}
