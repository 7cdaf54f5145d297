#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A lock that one process at a time has, held until it goes out of scope or its process ends,
/// however that ends: `flock`.
///
/// The file stays behind; it is empty and says nothing.
package struct FileLock: ~Copyable {
  private let file: FileDescriptor

  /// How long between two looks at a lock that another process has.
  private static let pause: useconds_t = 50_000

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - path: the lock's file, which is made where it is missing.
  ///   - patience: how long to wait for another process.
  ///   - onWait: called once, before waiting.
  /// - Returns: nil if another process has it for longer than that.
  /// - Throws: `SystemError` where the file cannot be made or the file system has no locks.
  package static func take(
    _ path: String, waiting patience: Duration, onWait: () -> Void = {}
  ) throws(SystemError) -> FileLock? {
    let file = try FileDescriptor(path, O_RDWR | O_CREAT, mode: 0o666)
    let end = ContinuousClock.now + patience
    var isWaiting = false
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      let failure = SystemError.last
      guard failure.wouldBlock || failure.code == EINTR else { throw failure }
      if ContinuousClock.now >= end { return nil }
      if !isWaiting { onWait() }
      isWaiting = true
      usleep(pause)
    }
    return FileLock(file: file)
  }
}
