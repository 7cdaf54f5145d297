#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds back the signals that end the program, on this thread and those that it starts.
struct HeldSignals: ~Copyable {
  private var previous: sigset_t?

  /// Those that end a program and come from outside, not from a fault of its own.
  private static let ending = [
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF,
  ]

  mutating func hold() {
    guard previous == nil else { return }
    var mask = sigset_t()
    var old = sigset_t()
    unsafe sigemptyset(&mask)
    for signal in Self.ending { unsafe sigaddset(&mask, signal) }
    if unsafe pthread_sigmask(SIG_BLOCK, &mask, &old) == 0 { previous = old }
  }

  /// Whether one of them came in while they are held back.
  static var isPending: Bool {
    var pending = sigset_t()
    guard unsafe sigpending(&pending) == 0 else { return false }
    return ending.contains { unsafe sigismember(&pending, $0) == 1 }
  }

  /// Lets them through; one that came in between ends the program now.
  mutating func release() {
    guard var old = previous else { return }
    previous = nil
    unsafe pthread_sigmask(SIG_SETMASK, &old, nil)
  }
}
