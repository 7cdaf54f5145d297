#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The signals that end the program: held back, so that bodies are removed before they act.
enum HeldSignals {
  private static let ending = [SIGINT, SIGTERM, SIGHUP]

  private static var mask: sigset_t {
    var mask = sigset_t()
    unsafe sigemptyset(&mask)
    for signal in ending { unsafe sigaddset(&mask, signal) }
    return mask
  }

  /// Holds them back from now on.
  static func hold() {
    var mask = mask
    unsafe pthread_sigmask(SIG_BLOCK, &mask, nil)
  }

  /// One that has come meanwhile; nil where none has.
  static var pending: Int32? {
    var set = sigset_t()
    guard unsafe sigpending(&set) == 0 else { return nil }
    return ending.first { unsafe sigismember(&set, $0) == 1 }
  }

  /// Lets them act, which ends the program where one has come.
  static func release() {
    var mask = mask
    unsafe pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  }
}

/// The time of day.
enum WallClock {
  /// Seconds since 1970.
  static var seconds: Int { Int(time(nil)) }
}
