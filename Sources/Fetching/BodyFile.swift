#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file that gets a body; it is closed at the end of its life.
struct BodyFile: ~Copyable {
  private let number: Int32

  /// Opens a file for writing and empties it.
  ///
  /// - Throws: `BodyFileError`. A pipe that nobody reads is an error too, and nothing to wait for.
  init(_ path: String) throws(BodyFileError) {
    number = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NONBLOCK, 0o666)
    guard number >= 0 else { throw BodyFileError(code: errno) }
  }

  deinit { _ = systemClose(number) }

  /// Writes all of the bytes.
  borrowing func write(_ bytes: Span<UInt8>) throws(BodyFileError) {
    try Descriptor.write(bytes, to: number)
  }

  /// Closes the file, of which a file system over a network may only then say that it is full.
  consuming func finish() throws(BodyFileError) {
    let status = systemClose(number)
    let code = errno
    discard self
    // The descriptor is gone whatever `close` says.
    guard status == 0 || code == EINTR else { throw BodyFileError(code: code) }
  }

  /// Removes what stands at a path, where that is a regular file.
  static func remove(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    unsafe unlink(path)
  }
}

/// The error of a call of the system.
struct BodyFileError: Error {
  /// The value of `errno`.
  let code: Int32
}

/// Writing to a descriptor of the system.
enum Descriptor {
  /// Writes all of the bytes.
  static func write(_ bytes: Span<UInt8>, to number: Int32) throws(BodyFileError) {
    var offset = 0
    while offset < bytes.count {
      let rest = bytes.extracting(offset..<bytes.count)
      // The pointer is used inside the closure only.
      let count = unsafe rest.withUnsafeBufferPointer { buffer in
        unsafe systemWrite(number, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw BodyFileError(code: errno) }
      offset += count
    }
  }

  /// All bytes from a descriptor, or nil where there are more than a number of them.
  static func readAll(from number: Int32, limit: Int) throws(BodyFileError) -> [UInt8]? {
    var bytes: [UInt8] = []
    let size = 64 * 1024
    while bytes.count <= limit {
      var count = 0
      // The call gets the array's room and its size, and says how much of it it filled.
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        repeat {
          count = unsafe systemRead(number, buffer.baseAddress, size)
        } while count < 0 && errno == EINTR
        filled = max(0, count)
      }
      guard count >= 0 else { throw BodyFileError(code: errno) }
      if count == 0 { return bytes }
      bytes += chunk
    }
    return nil
  }
}

// The functions of the system, which the methods' names hide.

private func systemClose(_ number: Int32) -> Int32 { close(number) }

private func systemWrite(_ number: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int {
  unsafe write(number, bytes, count)
}

private func systemRead(_ number: Int32, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int
{
  unsafe read(number, bytes, count)
}
