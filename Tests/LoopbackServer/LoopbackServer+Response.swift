extension LoopbackServer {
  /// An answer, honest or not.
  package struct Response: Sendable {
    /// How the length of the body is told.
    package enum Framing: Sendable {
      /// By `Content-Length`, rightly.
      case contentLength
      /// By `Content-Length` with this number, whatever the body has.
      case declared(Int)
      /// In pieces of at most so many bytes, `Transfer-Encoding: chunked`.
      case chunked(Int)
      /// By the end of the connection.
      case untilClose
      /// There is no head: the body holds every byte of the answer, status line included.
      case raw
    }

    /// What happens behind the body.
    package enum Ending: Sendable {
      /// The connection takes the next request, where the framing allows that.
      case keepAlive
      /// The connection is closed.
      case close
      /// Nothing more is sent and nothing closed, until the client goes or the server stops. A
      /// chunked body stays without its last chunk.
      case stall
      /// The body is sent again and again.
      case endless
    }

    package var status = 200
    package var headers: [(name: String, value: String)] = []
    package var body: [UInt8] = []
    package var framing = Framing.contentLength
    package var ending = Ending.keepAlive
    /// What passes before the first byte.
    package var delay = Duration.zero

    /// An answer with a body, of status 200 if nothing else is said.
    package init(
      _ body: String = "", status: Int = 200, headers: KeyValuePairs<String, String> = [:]
    ) {
      self.init(bytes: Array(body.utf8), status: status, headers: headers)
    }

    /// An answer with a body of any bytes.
    package init(
      bytes: [UInt8], status: Int = 200, headers: KeyValuePairs<String, String> = [:]
    ) {
      self.status = status
      self.headers = headers.map { ($0.key, $0.value) }
      body = bytes
    }

    /// An HTML page.
    package static func html(_ text: String) -> Response {
      Response(text, headers: ["Content-Type": "text/html; charset=utf-8"])
    }

    /// A status with headers and no body.
    package static func status(
      _ status: Int, headers: KeyValuePairs<String, String> = [:]
    ) -> Response {
      Response(status: status, headers: headers)
    }

    /// A redirect, to a URL or a path.
    package static func redirect(to location: String, status: Int = 302) -> Response {
      Response(status: status, headers: ["Location": location])
    }

    /// A body that was compressed by gzip already.
    package static func gzip(_ bytes: [UInt8]) -> Response {
      Response(bytes: bytes, headers: ["Content-Encoding": "gzip"])
    }

    /// A body of which only the beginning comes, and then the connection's end.
    package static func truncated(_ body: String, announcing count: Int) -> Response {
      var response = Response(body)
      response.framing = .declared(count)
      response.ending = .close
      return response
    }

    /// The head and the beginning of a body, and then nothing.
    package static func stalled(behind beginning: String = "", announcing count: Int) -> Response {
      var response = Response(beginning)
      response.framing = .declared(count)
      response.ending = .stall
      return response
    }

    /// Nothing at all, not even a status.
    package static var silent: Response {
      var response = Response()
      response.framing = .raw
      response.ending = .stall
      return response
    }

    /// A body that never ends: the piece again and again.
    package static func endless(_ piece: String) -> Response {
      var response = Response(piece)
      response.framing = .untilClose
      response.ending = .endless
      return response
    }

    /// Every byte of the answer as it is given, and then the connection's end.
    package static func raw(_ text: String) -> Response {
      var response = Response(text)
      response.framing = .raw
      response.ending = .close
      return response
    }

    /// The same answer, later.
    package func delayed(by delay: Duration) -> Response {
      var response = self
      response.delay = delay
      return response
    }

    /// The same answer in pieces.
    package func chunked(by count: Int) -> Response {
      var response = self
      response.framing = .chunked(count)
      return response
    }
  }
}

extension LoopbackServer.Response: CustomStringConvertible {
  /// What a test's log says of it: the status and the length, not the bytes.
  package var description: String { "\(status), \(body.count) bytes, \(framing), \(ending)" }
}
