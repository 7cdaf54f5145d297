#if canImport(Glibc)
  package import Glibc
#elseif canImport(Musl)
  package import Musl
#else
  package import Darwin
#endif

/// A file descriptor that is closed when it goes out of scope.
package struct FileDescriptor: ~Copyable {
  /// The system's number for it.
  package let number: Int32
  /// Whether it is ours to close: standard streams are not.
  private let isOwned: Bool

  /// Standard input.
  package static var standardInput: FileDescriptor { FileDescriptor(number: 0, isOwned: false) }
  /// Standard output.
  package static var standardOutput: FileDescriptor { FileDescriptor(number: 1, isOwned: false) }

  private init(number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  /// Takes over a descriptor.
  package init(owning number: Int32) { self.init(number: number, isOwned: true) }

  /// Uses a descriptor that the program was started with, and leaves it open.
  package init(inherited number: Int32) { self.init(number: number, isOwned: false) }

  /// Opens a file.
  package init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
    let number = unsafe open(path, flags | O_CLOEXEC, mode)
    guard number >= 0 else { throw .last }
    self.init(number: number, isOwned: true)
  }

  deinit { if isOwned { close(number) } }

  /// What the system knows of the file.
  package borrowing func status() throws(SystemError) -> stat {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw .last }
    return status
  }

  /// Reads at most `count` bytes to the end of `bytes`; none are left where it returns 0.
  package borrowing func read(_ count: Int, into bytes: inout [UInt8]) throws(SystemError) -> Int {
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
  package borrowing func write(_ bytes: Span<UInt8>) throws(SystemError) {
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
  package var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  /// Whether it is a folder.
  package var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
  /// When its contents were changed last, in seconds since 1970.
  package var modificationSeconds: Int {
    #if canImport(Darwin)
      st_mtimespec.tv_sec
    #else
      st_mtim.tv_sec
    #endif
  }
}
