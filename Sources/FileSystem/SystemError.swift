#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The error of a system call.
package struct SystemError: Error, Hashable, Sendable {
  /// The value of `errno`.
  package let code: Int32

  package init(code: Int32) { self.code = code }

  /// The error of the call that failed last on this thread.
  package static var last: SystemError { SystemError(code: errno) }

  /// That of a file with more bytes than can be used.
  package static var tooLarge: SystemError { SystemError(code: EFBIG) }

  /// Whether there is nothing of the name.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether the place may not be written, and not only now.
  package var isForbidden: Bool {
    [EACCES, EPERM, EROFS, EEXIST, ENOTDIR, EISDIR].contains(code)
  }

  /// Whether a non-blocking descriptor would have made the caller wait.
  var wouldBlock: Bool { code == EAGAIN || code == EWOULDBLOCK }

  /// What the system says of it, in English: `strerror` would follow the locale.
  package var reason: String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is no folder"
    case EEXIST: "a file is in the way"
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
