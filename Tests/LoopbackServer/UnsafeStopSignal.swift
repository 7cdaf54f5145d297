import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Tells all threads of a server to end: a pipe whose writing end is closed then.
final class StopSignal: Sendable {
  /// What ended a wait.
  enum Outcome { case ready, stopped, timedOut }
  /// What a socket is waited for.
  enum Readiness { case toRead, toWrite }

  private let reading: Int32
  private let writing: Mutex<Int32?>

  init() throws(LoopbackError) {
    var ends: [Int32] = [-1, -1]
    // The call fills the two places that the array has.
    guard unsafe pipe(&ends) == 0 else { throw .system(call: "pipe", code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = ends[0]
    writing = Mutex(ends[1])
  }

  deinit {
    raise()
    close(reading)
  }

  /// Ends every wait, now and later.
  func raise() {
    let end = writing.withLock { end in
      defer { end = nil }
      return end
    }
    if let end { close(end) }
  }

  /// Waits until a socket is ready or the server stops.
  func wait(for socket: Socket, _ readiness: Readiness) -> Outcome {
    let events = Int16(readiness == .toRead ? POLLIN : POLLOUT)
    return wait([pollfd(fd: socket.number, events: events, revents: 0)], milliseconds: -1)
  }

  /// Waits for a time; false where the server stops before.
  func sleep(_ duration: Duration) -> Bool {
    guard duration > .zero else { return true }
    let milliseconds = duration / .milliseconds(1)
    return wait([], milliseconds: Int32(min(milliseconds, 3_600_000))) == .timedOut
  }

  private func wait(_ sockets: [pollfd], milliseconds: Int32) -> Outcome {
    var all = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0)] + sockets
    var count: Int32
    repeat {
      // As many entries as the array has.
      count = unsafe poll(&all, nfds_t(all.count), milliseconds)
    } while count < 0 && errno == EINTR
    if count == 0 { return .timedOut }
    return count < 0 || all[0].revents != 0 ? .stopped : .ready
  }
}
