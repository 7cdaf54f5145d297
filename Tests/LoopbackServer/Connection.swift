/// One connection of a client.
struct Connection: Sendable {
  let socket: Socket
  let stopSignal: StopSignal
  let record: SharedRecord
  let respond: @Sendable (LoopbackServer.Request) -> LoopbackServer.Response

  /// The longest head of a request, and the longest body.
  private static let greatestHead = 64 * 1024
  private static let greatestBody = 8 * 1024 * 1024

  /// Answers requests until either side has enough.
  func serve() {
    var pending: [UInt8] = []
    while let request = nextRequest(&pending) {
      record.withLock { record in
        record.requests.append(request)
        record.waiting += 1
        record.greatestWaiting = max(record.greatestWaiting, record.waiting)
      }
      let response = respond(request)
      let isInTime = stopSignal.sleep(response.delay)
      // Before the first byte: a client that has its answer may send the next request at once.
      record.withLock { $0.waiting -= 1 }
      guard isInTime, send(response, to: request) else { break }
    }
    socket.endSending()
  }

  // MARK: Requests

  private func nextRequest(_ pending: inout [UInt8]) -> LoopbackServer.Request? {
    let separator = Array("\r\n\r\n".utf8)
    var end: Int?
    while end == nil, isHTTP(pending) {
      end = pending.firstOffset(of: separator)
      if end == nil {
        guard pending.count < Self.greatestHead, readMore(&pending) else { return nil }
      }
    }
    guard let end,
      var request = LoopbackServer.Request(head: Array(pending[..<end]), time: .now)
    else {
      // What speaks another protocol, such as TLS, gets the answer that web servers give.
      _ = send(Array("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".utf8))
      return nil
    }
    pending.removeFirst(end + separator.count)
    let length = request.header("Content-Length").flatMap { Int($0) } ?? 0
    guard 0...Self.greatestBody ~= length else { return nil }
    while pending.count < length { guard readMore(&pending) else { return nil } }
    request.body = Array(pending[..<length])
    pending.removeFirst(length)
    return request
  }

  /// Whether bytes may begin a request, as far as the first of them says.
  private func isHTTP(_ bytes: [UInt8]) -> Bool { 0x41...0x5A ~= bytes.first ?? 0x41 }

  private func readMore(_ pending: inout [UInt8]) -> Bool {
    guard stopSignal.wait(for: socket, .toRead) == .ready else { return false }
    let bytes = socket.read()
    pending += bytes
    return !bytes.isEmpty
  }

  // MARK: Answers

  /// Sends the answer to a request; whether the connection may take another.
  private func send(
    _ response: LoopbackServer.Response, to request: LoopbackServer.Request
  ) -> Bool {
    guard send(response.head) else { return false }
    let hasBody = request.method != "HEAD" && ![204, 304].contains(response.status)
    if hasBody { guard send(response.framedBody) else { return false } }
    switch response.ending {
    case .keepAlive:
      return response.tellsItsLength && request.header("Connection")?.lowercased() != "close"
    case .close: return false
    case .stall: return waitForTheEnd()
    case .endless:
      // An empty piece would never meet a client that has gone.
      while !response.body.isEmpty, send(response.framedBody) {}
      return false
    }
  }

  /// Waits until the client has gone or the server stops.
  private func waitForTheEnd() -> Bool {
    var ignored: [UInt8] = []
    while ignored.count < Self.greatestBody, readMore(&ignored) {}
    return false
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while offset < bytes.count {
      guard stopSignal.wait(for: socket, .toWrite) == .ready,
        let count = socket.send(bytes.span.extracting(offset..<bytes.count))
      else { return false }
      offset += count
    }
    return true
  }
}

extension LoopbackServer.Response {
  /// The status line and the headers.
  fileprivate var head: [UInt8] {
    var lines = ["HTTP/1.1 \(status) \(Self.reason(of: status))"]
    lines += headers.map { "\($0.name): \($0.value)" }
    switch framing {
    case .contentLength:
      if ![204, 304].contains(status) { lines.append("Content-Length: \(body.count)") }
    case .declared(let count): lines.append("Content-Length: \(count)")
    case .chunked: lines.append("Transfer-Encoding: chunked")
    case .untilClose: lines.append("Connection: close")
    case .raw: return []
    }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  /// The body as it is sent once.
  fileprivate var framedBody: [UInt8] {
    guard case .chunked(let count) = framing else { return body }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: body.count, by: max(1, count)) {
      let piece = body[start..<min(start + max(1, count), body.count)]
      bytes += Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + Array("\r\n".utf8)
    }
    switch ending {
    case .keepAlive: return bytes + Array("0\r\n\r\n".utf8)
    // A closed connection without the last chunk is a body that was cut off.
    case .close, .stall, .endless: return bytes
    }
  }

  /// Whether a client knows where the answer ends while the connection stays open.
  fileprivate var tellsItsLength: Bool {
    switch framing {
    case .contentLength, .chunked: true
    case .declared(let count): count == body.count
    case .untilClose, .raw: false
    }
  }

  private static func reason(of status: Int) -> String {
    reasons[status] ?? "Status"
  }

  private static let reasons = [
    200: "OK", 204: "No Content", 301: "Moved Permanently", 302: "Found", 303: "See Other",
    304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request",
    403: "Forbidden", 404: "Not Found", 410: "Gone", 429: "Too Many Requests",
    500: "Internal Server Error", 503: "Service Unavailable",
  ]
}

extension [UInt8] {
  /// Where a sequence of bytes first stands; nil where it does not.
  fileprivate func firstOffset(of sequence: [UInt8]) -> Int? {
    guard count >= sequence.count else { return nil }
    return (0...(count - sequence.count)).first {
      self[$0] == sequence[0] && Array(self[$0..<$0 + sequence.count]) == sequence
    }
  }
}
