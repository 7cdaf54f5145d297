/// The headers of an answer that matter here.
package struct ResponseHead: Hashable, Sendable {
  /// `ETag`; empty without one, and where it is longer than is kept.
  package var etag = ""
  /// `Last-Modified`, likewise.
  package var lastModified = ""
  /// `Content-Type`, likewise.
  package var contentType = ""
  /// `Content-Encoding` in lower case; several are parted by commas.
  package var contentEncoding = ""
  /// `X-RateLimit-Remaining` of GitHub's API; nil where there is none.
  package var remainingRequests: Int?
  /// `X-RateLimit-Reset` of it: when more are left again, in seconds since 1970.
  package var limitReset: Int?
  /// Whether there is a `Retry-After` of any form.
  package var hasRetryAfter = false
  private var size = 0

  /// How many bytes of headers are read of one answer, as in browsers.
  package static let greatestSize = 256 * 1024
  /// How long a field may be that is reported, in bytes: real ones have less than a hundred, and a
  /// report has room for all of them.
  private static let greatestField = 1_024

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
    case "etag": etag = Self.kept(value)
    case "last-modified": lastModified = Self.kept(value)
    case "content-type": contentType = Self.kept(value)
    case "content-encoding":
      contentEncoding += (contentEncoding.isEmpty ? "" : ",") + value.lowercased()
    case "x-ratelimit-remaining": remainingRequests = Int(value)
    case "x-ratelimit-reset": limitReset = Int(value)
    case "retry-after": hasRetryAfter = true
    default: break
    }
    return true
  }

  /// A field that is reported; nothing instead of one that is too long, of which a part means another.
  private static func kept(_ value: String) -> String {
    value.utf8.count <= greatestField ? value : ""
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
    var rest = bytes.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }
}
