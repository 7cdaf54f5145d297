import Synchronization

/// A real HTTP/1.1 server on the loopback interface, for the tests of whatever fetches.
///
/// It listens on a port that the system chooses, answers each request by a closure, and remembers
/// every request. Each connection has a thread of its own; `stop()` ends and joins all of them,
/// stalled and endless answers included, and so does the end of the server's life.
package final class LoopbackServer: Sendable {
  /// The address that it listens on.
  package enum Family: Sendable {
    /// 127.0.0.1
    case ipv4
    /// ::1, which some systems do not have.
    case ipv6
  }

  /// What happened so far.
  struct Record: Sendable {
    var requests: [Request] = []
    var waiting = 0
    var greatestWaiting = 0
  }

  /// The port, chosen by the system.
  package let port: UInt16
  private let family: Family
  private let stopSignal: StopSignal
  private let shared: SharedRecord
  private let acceptor: Mutex<RunningThread?>

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - family: The address that it listens on.
  ///   - respond: Answers a request; called on the threads of the connections, several at a time.
  /// - Throws: `LoopbackError` where the system gives no socket, port or thread.
  package init(
    on family: Family = .ipv4, respond: @escaping @Sendable (Request) -> Response
  ) throws(LoopbackError) {
    let (listener, port) = try Socket.listening(on: family)
    let stopSignal = try StopSignal()
    let shared = SharedRecord()
    self.family = family
    self.port = port
    self.stopSignal = stopSignal
    self.shared = shared
    let thread = RunningThread {
      Self.accept(on: listener, until: stopSignal) { socket in
        Connection(socket: socket, stopSignal: stopSignal, record: shared, respond: respond)
          .serve()
      }
    }
    guard let thread else { throw .noThread }
    acceptor = Mutex(thread)
  }

  /// Starts a server that answers by the path without its query, and 404 to what is no route.
  package convenience init(
    on family: Family = .ipv4, routes: [String: Response]
  ) throws(LoopbackError) {
    try self.init(on: family) { routes[$0.path] ?? .status(404) }
  }

  deinit { stop() }

  /// Runs a body with a server, which is stopped behind it whatever happens.
  package static func run<Result>(
    on family: Family = .ipv4, respond: @escaping @Sendable (Request) -> Response,
    _ body: (LoopbackServer) throws -> Result
  ) throws -> Result {
    let server = try LoopbackServer(on: family, respond: respond)
    defer { server.stop() }
    return try body(server)
  }

  /// Closes all connections and waits until every thread has ended; harmless when done twice.
  package func stop() {
    stopSignal.raise()
    let thread = acceptor.withLock { thread in
      defer { thread = nil }
      return thread
    }
    thread?.join()
  }

  // MARK: Addresses

  /// The host and port as a URL has them, such as `127.0.0.1:40000` or `[::1]:40000`.
  package var authority: String { (family == .ipv4 ? "127.0.0.1:" : "[::1]:") + String(port) }

  /// The URL of a target, which begins with a slash.
  package func url(_ target: String = "/", scheme: String = "http") -> String {
    "\(scheme)://\(authority)\(target)"
  }

  // MARK: What happened

  /// All requests so far, in the order of their coming.
  package var requests: [Request] { shared.withLock { $0.requests } }

  /// The requests for a path, whatever their query.
  package func requests(for path: String) -> [Request] { requests.filter { $0.path == path } }

  /// How many requests were waiting for the first byte of their answers at the same time at most.
  package var greatestConcurrency: Int { shared.withLock { $0.greatestWaiting } }

  // MARK: Threads

  /// Gives each connection a thread, and joins all of them at the end.
  private static func accept(
    on listener: Socket, until stopSignal: StopSignal,
    _ serve: @escaping @Sendable (Socket) -> Void
  ) {
    var threads: [RunningThread] = []
    while stopSignal.wait(for: listener, .toRead) == .ready {
      guard let socket = listener.accept() else { continue }
      // Without a thread the connection is closed, which a test notices.
      if let thread = RunningThread({ serve(socket) }) { threads.append(thread) }
    }
    for thread in threads { thread.join() }
  }
}

/// The record, shared by the threads of a server.
final class SharedRecord: Sendable {
  private let record = Mutex(LoopbackServer.Record())

  /// Gives the record to a body that nobody else runs at the same time.
  func withLock<Result: Sendable>(_ body: (inout sending LoopbackServer.Record) -> Result) -> Result
  {
    record.withLock { record in body(&record) }
  }
}

/// Why a server did not start.
package enum LoopbackError: Error {
  /// A call of the system failed, with this `errno`.
  case system(call: String, code: Int32)
  /// The system gave no thread.
  case noThread
}
