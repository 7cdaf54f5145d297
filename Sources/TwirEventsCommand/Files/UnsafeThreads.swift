#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work on several cores.
///
/// Threads of the system, for the program has one piece of work to divide and no other use for a
/// concurrency runtime, which would cost more to start than it saves.
enum Threads {
  /// How many cores there are, four at most: beyond that the disk is what takes the time.
  static var coreCount: Int { min(4, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))) }

  /// The results of `body` for the pieces 0 to `count` - 1, each on a thread of its own but for the
  /// last, which is done on this one.
  static func map<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let jobs = (0..<count).map { piece in Job { body(piece) } }
    let threads = jobs.dropLast().map { start($0) }
    jobs.last?.run()
    for (job, thread) in zip(jobs, threads) {
      if let thread {
        pthread_join(thread, nil)
      } else {
        // Without a thread the piece is done here.
        job.run()
      }
    }
    return jobs.compactMap(\.result)
  }

  private static func start<Result>(_ job: Job<Result>) -> pthread_t? {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    // The thread takes over one reference to the job and gives it back when it is done.
    let context = unsafe Unmanaged<AnyJob>.passRetained(job)
    let status = unsafe pthread_create(
      &thread, nil,
      { context in
        #if canImport(Darwin)
          let pointer: UnsafeMutableRawPointer? = unsafe context
        #else
          let pointer = unsafe context
        #endif
        if let pointer = unsafe pointer {
          unsafe Unmanaged<AnyJob>.fromOpaque(pointer).takeRetainedValue().run()
        }
        return nil
      }, context.toOpaque())
    guard status == 0 else {
      unsafe context.release()
      return nil
    }
    return thread
  }
}

/// A piece of work, whatever its result is.
private class AnyJob {
  func run() {}
}

/// A piece of work and its result, which is written by the one thread that runs it and read after
/// that thread was joined.
private final class Job<Result: Sendable>: AnyJob {
  private let body: @Sendable () -> Result
  private(set) var result: Result?

  init(_ body: @escaping @Sendable () -> Result) { self.body = body }

  override func run() { if result == nil { result = body() } }
}
