extension LoopbackServer {
  /// A request as it came.
  package struct Request: Sendable {
    /// `GET` and so on.
    package var method: String
    /// What was asked for, with its query: `/page?x=1`.
    package var target: String
    /// Names and values in their order, as they were written.
    package var headers: [(name: String, value: String)]
    /// What `Content-Length` announced.
    package var body: [UInt8]
    /// When its last header had come.
    package var time: ContinuousClock.Instant

    /// The target without its query.
    package var path: String { String(target.prefix { $0 != "?" }) }

    /// The value of the first header of a name, in any letter case; nil without one.
    package func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Reads the head of a request, without the empty line at its end; nil where it is none.
    init?(head: [UInt8], time: ContinuousClock.Instant) {
      let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
      let parts = lines.first?.split(separator: " ") ?? []
      guard parts.count == 3, parts[2].hasPrefix("HTTP/1.") else { return nil }
      method = String(parts[0])
      target = String(parts[1])
      body = []
      self.time = time
      headers = lines.dropFirst().map { line in
        let name = line.prefix { $0 != ":" }
        return (String(name), line.dropFirst(name.count + 1).trimmingSpaces)
      }
    }
  }
}

extension Substring {
  /// The text without spaces at its ends.
  fileprivate var trimmingSpaces: String {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
