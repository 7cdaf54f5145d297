/// The headers of an answer that matter here.
package struct ResponseHead: Hashable, Sendable {
  package var etag = ""
  package var lastModified = ""
  package var contentType = ""
  /// `Content-Encoding` in lower case; several are parted by commas.
  package var contentEncoding = ""
  /// `X-RateLimit-Remaining` and `X-RateLimit-Reset` of GitHub's API; nil where there is none.
  package var remainingRequests: Int?
  package var limitReset: Int?
  /// Whether there is a `Retry-After` of any form.
  package var hasRetryAfter = false
  private var size = 0

  /// How many bytes of headers are read of one answer, as in browsers.
  package static let greatestSize = 256 * 1024

  package init() {}

  /// Reads one line; false where there are too many bytes of them.
  ///
  /// A status line begins a new answer, for instance behind one of `100 Continue`.
  package mutating func read(line: [UInt8]) -> Bool {
    size += line.count
    guard size <= Self.greatestSize else { return false }
    if line.starts(with: Array("HTTP/".utf8)) {
      self = ResponseHead()
      size = line.count
      return true
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    let value = Self.value(line[(colon + 1)...])
    switch name {
    case "etag": etag = value
    case "last-modified": lastModified = value
    case "content-type": contentType = value
    case "content-encoding":
      contentEncoding += (contentEncoding.isEmpty ? "" : ",") + value.lowercased()
    case "x-ratelimit-remaining": remainingRequests = Int(value)
    case "x-ratelimit-reset": limitReset = Int(value)
    case "retry-after": hasRetryAfter = true
    default: break
    }
    return true
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
    var rest = bytes.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }
}
