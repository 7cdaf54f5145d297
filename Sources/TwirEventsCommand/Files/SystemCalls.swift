#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The error of a system call.
struct SystemError: Error {
  /// The value of `errno`.
  let code: Int32

  /// The error of the call that failed last on this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// That of a file with more bytes than can be used.
  static var tooLarge: SystemError { SystemError(code: EFBIG) }

  /// Whether a non-blocking descriptor would have made the caller wait.
  fileprivate var wouldBlock: Bool { code == EAGAIN || code == EWOULDBLOCK }

  /// What the system says of it, in English: `strerror` would follow the locale.
  var reason: String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is no folder"
    case ENOSPC: "no space left on the device"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file would be too large"
    case EROFS: "the file system is read-only"
    case ELOOP: "too many symbolic links"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many open files"
    case EIO: "input/output error"
    case EBADF: "it is closed"
    default: "system error \(code)"
    }
  }
}

/// A file descriptor that is closed when it goes out of scope.
struct FileDescriptor: ~Copyable {
  /// The system's number for it.
  let number: Int32
  /// Whether it is ours to close: standard streams are not.
  private let isOwned: Bool

  /// Standard input.
  static var standardInput: FileDescriptor { FileDescriptor(number: 0, isOwned: false) }
  /// Standard output.
  static var standardOutput: FileDescriptor { FileDescriptor(number: 1, isOwned: false) }

  private init(number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  /// Takes over a descriptor.
  init(owning number: Int32) { self.init(number: number, isOwned: true) }

  /// Uses a descriptor that the program was started with, and leaves it open.
  init(inherited number: Int32) { self.init(number: number, isOwned: false) }

  /// Opens a file.
  init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
    let number = unsafe open(path, flags | O_CLOEXEC, mode)
    guard number >= 0 else { throw .last }
    self.init(number: number, isOwned: true)
  }

  deinit { if isOwned { close(number) } }

  /// What the system knows of the file.
  borrowing func status() throws(SystemError) -> stat {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw .last }
    return status
  }

  /// Reads at most `count` bytes to the end of `bytes`; none are left where it returns 0.
  borrowing func read(_ count: Int, into bytes: inout [UInt8]) throws(SystemError) -> Int {
    var result = 0
    var failure: SystemError?
    // The system call gets the array's spare room and its size; what it did not fill is cut off.
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      repeat {
        result = unsafe Self.systemRead(number, buffer.baseAddress, count)
      } while result < 0 && mayGoOn(after: .last, awaiting: Int16(POLLIN))
      if result < 0 { failure = .last }
      initializedCount = max(0, result)
    }
    if let failure { throw failure }
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    return result
  }

  /// Writes all of the bytes.
  borrowing func write(_ bytes: Span<UInt8>) throws(SystemError) {
    var offset = 0
    while offset < bytes.count {
      let rest = bytes.extracting(offset..<bytes.count)
      // The pointer is used inside the closure only.
      let written = unsafe rest.withUnsafeBufferPointer { buffer in
        unsafe Self.systemWrite(number, buffer.baseAddress, buffer.count)
      }
      if written < 0 {
        let failure = SystemError.last
        guard mayGoOn(after: failure, awaiting: Int16(POLLOUT)) else { throw failure }
        continue
      }
      offset += written
    }
  }

  /// Whether a call that failed is to be made again: a signal came in between, or the descriptor,
  /// which another program may have made non-blocking, is ready now.
  private borrowing func mayGoOn(after failure: SystemError, awaiting events: Int16) -> Bool {
    if failure.code == EINTR { return true }
    guard failure.wouldBlock else { return false }
    var request = pollfd(fd: number, events: events, revents: 0)
    // A signal may end the waiting too; the call then says again that it would block.
    return unsafe poll(&request, 1, -1) >= 0 || errno == EINTR
  }

  /// The functions of the system, which the methods' names hide.
  private static func systemRead(
    _ number: Int32, _ target: UnsafeMutablePointer<UInt8>?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(number, target, count)
    #elseif canImport(Musl)
      unsafe Musl.read(number, target, count)
    #else
      unsafe Darwin.read(number, target, count)
    #endif
  }

  private static func systemWrite(
    _ number: Int32, _ source: UnsafePointer<UInt8>?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(number, source, count)
    #elseif canImport(Musl)
      unsafe Musl.write(number, source, count)
    #else
      unsafe Darwin.write(number, source, count)
    #endif
  }
}

extension stat {
  /// Whether it is a regular file.
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  /// Whether it is a folder.
  var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
}
